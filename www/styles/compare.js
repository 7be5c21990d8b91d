/** How the original and the repaired text stand side by side, and how changes are marked on both. */
import { css } from "lit";

export const compareStyle = css`
  :host { display: block; container-type: inline-size; }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem; padding-block: 0.3rem 0.8rem; font-size: 0.875rem; }
  .hint { color: var(--_soft); }
  .kind { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2rem; padding: 0 0.6rem; border: 1px solid var(--_rule); border-radius: 3px; font-size: 0.8125rem; }
  .kind:hover { border-color: var(--_edge); }
  .kind[aria-pressed="true"] { border-color: var(--_ink); background: var(--_wash); }
  .kind small { color: var(--_soft); font-variant-numeric: tabular-nums; }
  .sign { width: 1.2rem; line-height: 1.2rem; border-radius: 2px; background: var(--_wash); color: var(--_accent); font-size: 0.75rem; text-align: center; }
  .walk { margin-inline-start: auto; padding-inline: 0.5rem; color: var(--_soft); font-variant-numeric: tabular-nums; }
  .bar .button { min-height: 2rem; }
  .bar .reason { flex: 1 0 100%; font-size: 0.8125rem; line-height: 1.6; color: var(--_soft); }
  .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); border: 1px solid var(--_rule); }
  .sides > section + section { border-inline-start: 1px solid var(--_rule); }
  .sides > section > h3 { padding: 0.4rem 1rem; background: var(--_wash); font-size: 0.875rem; font-weight: 600; }
  .sides > section > h3 small { font-weight: 400; color: var(--_soft); margin-inline-start: 0.4rem; }
  #left, #right { height: min(76vh, 64rem); overflow-y: auto; overscroll-behavior: contain; padding: 0.6rem 1rem 40vh; scrollbar-width: thin; position: relative; }
  #left:focus-visible, #right:focus-visible { outline-offset: -2px; }
  #left { background: var(--_paper); padding-inline-start: 0.4rem; }
  .line {
    position: relative;
    min-height: 1.8em;
    padding-inline-start: 3.4em;
    font-family: var(--_text);
    font-size: 0.9375rem;
    line-height: 1.8;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .line[data-number]::before {
    content: attr(data-number);
    position: absolute;
    inset-inline-start: 0;
    width: 3.6em;
    padding-inline-end: 0.9em;
    text-align: end;
    font: 0.75rem/2.25 var(--_ui);
    font-variant-numeric: tabular-nums;
    color: var(--_soft);
    user-select: none;
  }
  .line .mark { color: var(--_soft); }
  .furniture { color: var(--_soft); text-decoration: line-through 1px; }
  .line .stray { text-decoration: underline wavy 1px var(--_accent); text-underline-offset: 0.3em; }
  .move { background: color-mix(in srgb, var(--_place) 16%, transparent); }
  .overlap { background: color-mix(in srgb, var(--_accent) 18%, transparent); }
  /* A line end that was taken out: a sign for the eye, no part of the text. */
  .wrap::before { content: "↵"; margin-inline: 0.1em; font: 0.6875em var(--_ui); color: var(--_accent); vertical-align: 0.2em; }
  .segment { font-family: var(--_text); font-size: 1rem; line-height: 1.85; overflow-wrap: anywhere; border-radius: 2px; }
  .segment:is(.body, .caption, .credit, .note) { text-indent: 2em; }
  .segment + .segment { margin-top: 0.4em; }
  .segment.title { font-family: var(--_serif); font-size: 1.25rem; font-weight: 700; line-height: 1.5; }
  .segment:is(.title, .kicker)[data-label]::before { content: attr(data-label); display: block; font: 600 0.75rem/2 var(--_ui); color: var(--_accent); }
  .segment:is(.kicker, .subtitle) { font-family: var(--_serif); color: var(--_soft); }
  .segment.heading { font-weight: 700; }
  section[data-chunk] { display: flow-root; }
  .segment:is(.stray, .furniture) { font-size: 0.875rem; border-inline-start: 3px solid var(--_edge); padding-inline-start: 0.7rem; text-decoration: none; color: var(--_soft); white-space: pre-line; }
  .segment.stray { border-color: var(--_accent); }
  .segment:is(.stray, .furniture)::before { content: attr(data-label); margin-inline-end: 0.6em; font: 600 0.75rem var(--_ui); color: var(--_accent); }
  .segment { cursor: pointer; }
  .on, .segment.on { background: var(--_lit); color: var(--_ink); }
  .segment:focus-visible { outline-offset: 0; }
  ::highlight(banmian-lit) { background-color: var(--_lit); color: var(--_ink); text-decoration: underline 2px var(--_accent); }
  @container (max-width: 44rem) {
    .sides { grid-template-columns: minmax(0, 1fr); }
    .sides > section + section { border-inline-start: 0; border-top: 1px solid var(--_ink); }
    #left, #right { height: 36vh; padding-bottom: 20vh; }
    .line { padding-inline-start: 2.8em; }
    .line[data-number]::before { width: 3em; padding-inline-end: 0.7em; }
  }
  @media print { .bar { display: none; } #left, #right { height: auto; } }
`;
