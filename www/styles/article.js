/** How an article is set: the headline's parts, paragraphs, notes, captions, marks in the text, and its foot. */
import { css } from "lit";

export const articleStyle = css`
  :host { display: block; }
  article { max-width: 40rem; margin-inline: auto; }
  .label {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.9rem;
    font-size: 0.8125rem;
    color: var(--_soft);
    margin-bottom: 0.9rem;
  }
  .label b { color: var(--_accent); font-weight: 600; }
  .check { color: var(--_accent); }
  /* Room for a sign that is not loaded yet. */
  banmian-repair:not(:defined) { display: inline-block; width: 1.275rem; }
  ::highlight(banmian-lit) { background-color: var(--_lit); color: var(--_ink); }
  /* A headline turns at its spaces and marks and not inside a phrase, as long as a phrase has room in a line. */
  header { text-align: center; text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere; }
  .long { word-break: normal; }
  .kicker { font-family: var(--_serif); font-size: 1.0625rem; line-height: 1.6; color: var(--_soft); margin-bottom: 0.35rem; }
  .title {
    font-family: var(--_serif);
    font-weight: 700;
    font-size: clamp(1.45rem, 1.1rem + 1.6cqi, 2rem);
    line-height: 1.35;
  }
  .untitled { color: var(--_soft); font-weight: 400; font-size: 1.125rem; }
  .subtitle { font-family: var(--_serif); font-size: 1.0625rem; line-height: 1.6; margin-top: 0.4rem; }
  .source {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0 1rem;
    margin-top: 0.8rem;
    font-size: 0.875rem;
    line-height: 1.7;
    color: var(--_soft);
  }
  .source b { color: var(--_ink); font-weight: 500; }
  .body {
    margin-top: 1.1rem;
    font-family: var(--_text);
    font-size: var(--_size);
    line-height: 1.85;
    overflow-wrap: anywhere;
    text-align: justify;
    text-justify: inter-character;
  }
  .body p { text-indent: 2em; }
  /* An address has no place to turn: the line before it would be drawn out to the margin. */
  .ragged { text-align: start; }
  .body p + p { margin-top: 0.35em; }
  .body h4 { font-size: 1.05em; font-weight: 700; text-align: center; margin: 1em 0 0.4em; }
  .body .caption, .body .credit { text-indent: 0; font-size: 0.9em; }
  .body .caption { border-inline-start: 3px solid var(--_rule); padding: 0.1rem 0 0.1rem 0.8rem; margin: 0.8em 0; color: var(--_soft); }
  .body .caption::before { content: attr(data-label); font: 600 0.75rem var(--_ui); color: var(--_accent); margin-inline-end: 0.8em; }
  .body .credit { text-align: end; color: var(--_soft); }
  /* A 讯头 that stands alone in its line opens the article as if it ran into it. */
  .body .credit.opening { text-align: start; text-indent: 2em; font-size: 1em; color: var(--_ink); }
  .body :is(.dateline, .name) { font-weight: 700; }
  .body .note { text-indent: 0; background: var(--_wash); border-block: 1px solid var(--_rule); padding: 0.6rem 1rem; margin: 0.8em 0; font-size: 0.95em; }
  .tag { cursor: pointer; }
  .lit { background: var(--_lit); color: var(--_ink); box-shadow: 0 0.1em 0 0.12em var(--_lit), 0 -0.1em 0 0.12em var(--_lit); }
  .target { background: var(--_lit); color: inherit; box-shadow: 0 2px 0 var(--_accent); scroll-margin-block: 30vh; }
  .target:focus-visible { outline: 0; }
  mark { color: inherit; background: none; }
  @media (prefers-reduced-motion: no-preference) {
    .target { animation: flash 1.4s ease-out; }
    @keyframes flash {
      0%, 40% { background: var(--_accent); color: var(--_on-accent); }
    }
  }
  footer { margin-top: 1.1rem; font-size: 0.8125rem; line-height: 1.7; color: var(--_soft); }
  footer > * + * { margin-top: 0.35rem; }
  footer dl { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; }
  footer dl div { display: flex; flex-wrap: wrap; gap: 0 0.7rem; }
  footer dt { color: var(--_ink); font-weight: 600; }
  summary { width: fit-content; color: var(--_ink); padding-block: 0.15rem; }
  footer li { padding-inline-start: 1rem; }
  footer li button { text-align: start; padding-block: 0.15rem; }
  footer li button:hover { color: var(--_accent); }
  @container (min-width: 72rem) {
    .wide { max-width: 76rem; }
    .wide .body { columns: 2; column-gap: 3rem; column-rule: 1px solid var(--_rule); }
  }
  @media print {
    article { max-width: none; }
    .body { font-size: 11pt; line-height: 1.7; }
    footer { break-before: avoid; }
    .label, .more, footer details:not([open]) { display: none; }
    header, .body h4 { break-after: avoid; }
    .body p { orphans: 2; widows: 2; }
  }
`;
