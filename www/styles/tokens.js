/**
 * Colours, fonts and measures that all elements share.
 *
 * A host page sets the `--banmian-*` properties; inside, the elements use the `--_*` ones. Light and dark follow the
 * `color-scheme` of the place an element stands in.
 */
import { css } from "lit";

export const tokens = css`
  :host {
    --_paper: var(--banmian-paper, light-dark(#f6f2e9, #14120f));
    --_sheet: var(--banmian-sheet, light-dark(#fffdf8, #1c1a16));
    --_ink: var(--banmian-ink, light-dark(#1e1b17, #ebe6db));
    --_soft: var(--banmian-soft-ink, light-dark(#5c554a, #b3ab9c));
    --_rule: var(--banmian-rule, light-dark(#dcd5c6, #38332b));
    --_edge: var(--banmian-edge, light-dark(#8b8273, #80786a));
    --_accent: var(--banmian-accent, light-dark(#a51c1c, #f58b78));
    --_on-accent: var(--banmian-on-accent, light-dark(#ffffff, #2a0d09));
    --_wash: var(--banmian-wash, light-dark(#f1ebde, #26231d));
    --_lit: var(--banmian-lit, light-dark(#ffe7a0, #5b470c));
    --_person: var(--banmian-person, light-dark(#1d5ca6, #8cbcf8));
    --_organization: var(--banmian-organization, light-dark(#6b3fa3, #c9acf5));
    --_place: var(--banmian-place, light-dark(#1a7447, #7fd3a5));
    --_date: var(--banmian-date, light-dark(#8a5900, #e3b765));
    --_work: var(--banmian-work, light-dark(#a3306b, #f3a0c5));
    --_term: var(--banmian-term, light-dark(#3f626e, #a5c6d2));
    --_serif: var(--banmian-headline-font, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", SimSun, serif);
    --_text: var(--banmian-text-font, var(--_serif));
    --_ui: var(--banmian-ui-font, "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif);
    --_size: var(--banmian-text-size, 1.0625rem);
    color: var(--_ink);
    font-family: var(--_ui);
    line-break: strict;
    text-autospace: normal;
    text-spacing-trim: trim-start;
  }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
`;

export const controls = css`
  button, select, textarea, summary { font: inherit; color: inherit; letter-spacing: inherit; }
  button, select, summary { cursor: pointer; }
  :focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; border-radius: 2px; }
  :where(.plain) { appearance: none; border: 0; background: none; padding: 0; text-align: start; }
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: 2.25rem;
    padding: 0.25rem 0.85rem;
    border: 1px solid var(--_edge);
    border-radius: 3px;
    background: var(--_sheet);
    color: var(--_ink);
    font-size: 0.875rem;
    line-height: 1.4;
    white-space: nowrap;
  }
  .button:hover { border-color: var(--_ink); background: var(--_wash); }
  .button.main { background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent); font-weight: 600; }
  .button.main:hover { filter: brightness(1.08); }
  .button:disabled { opacity: 0.5; cursor: default; }
  /* A finger needs room, however close a list stands. */
  @media (pointer: coarse) { .button, select, [type="search"], [role="tab"], [role^="menuitem"], [aria-pressed] { min-height: 2.5rem !important; } }
  .more { display: flex; margin: 1rem auto 0; }
  .hushed {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
`;
