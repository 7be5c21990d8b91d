/** How the list of what is to be checked is set. */
import { css } from "lit";

export const reviewStyle = css`
  :host { display: block; font-size: 0.875rem; line-height: 1.6; }
  .filter { display: flex; flex-wrap: wrap; gap: 0.3rem; }
  .filter button { min-height: 1.9rem; padding: 0 0.6rem; border: 1px solid var(--_rule); border-radius: 1rem; font-size: 0.8125rem; }
  .filter button:hover { border-color: var(--_edge); }
  .filter button[aria-pressed="true"] { background: var(--_ink); border-color: var(--_ink); color: var(--_sheet); }
  .filter small { font-size: 0.75rem; font-variant-numeric: tabular-nums; }
  .walk { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; padding-block: 0.7rem; border-bottom: 1px solid var(--_ink); }
  .walk p { margin-inline-end: auto; font-size: 0.8125rem; color: var(--_soft); }
  .walk .button { min-height: 1.9rem; padding: 0 0.7rem; font-size: 0.8125rem; }
  .walk label { order: 1; flex: 1 0 100%; display: inline-flex; align-items: center; gap: 0.3rem; min-height: 1.75rem; font-size: 0.8125rem; }
  .walk input { width: 1rem; height: 1rem; accent-color: var(--_accent); }
  li { border-bottom: 1px solid var(--_rule); }
  .place { display: grid; grid-template-columns: auto 1fr; gap: 0.1rem 0.8rem; width: 100%; padding: 0.6rem 0.4rem; }
  .place:hover .words { color: var(--_accent); }
  .place[aria-current="true"] { background: var(--_wash); box-shadow: inset 3px 0 0 var(--_accent); padding-inline-start: 0.8rem; }
  .kind { font-size: 0.75rem; font-weight: 600; color: var(--_accent); }
  .number { font-size: 0.75rem; color: var(--_soft); text-align: end; }
  .words, .why { grid-column: 1 / -1; overflow-wrap: anywhere; }
  .words { font-family: var(--_serif); font-size: 0.9375rem; }
  .words b { font-weight: 700; }
  /* A seam has no characters of its own. */
  .words i { display: inline-block; width: 2px; height: 1.1em; margin-inline: 0.15em; vertical-align: -0.2em; background: var(--_accent); }
  .why { font-size: 0.8125rem; color: var(--_soft); }
  .verdicts { display: flex; align-items: center; gap: 0.4rem; padding: 0 0.4rem 0.6rem; font-size: 0.8125rem; color: var(--_soft); }
  .verdicts .button { min-height: 1.75rem; padding: 0 0.8rem; font-size: 0.8125rem; }
  .done .words { color: var(--_soft); }
  .none { color: var(--_soft); padding-block: 1rem; }
`;
