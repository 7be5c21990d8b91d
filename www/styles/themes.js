/** Looks of the themes: in a report, and by themselves under a text of the host. */
import { css } from "lit";

export const themesStyle = css`
  :host { display: block; font-size: 0.875rem; line-height: 1.65; }
  .summary { padding-bottom: 1rem; border-bottom: 1px solid var(--_rule); }
  .summary > p { font-family: var(--_serif); font-size: 1rem; line-height: 1.8; overflow-wrap: anywhere; text-wrap: pretty; }
  .summary > p:has(+ :not([open])) { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
  .theme { border-bottom: 1px solid var(--_rule); }
  .head { display: grid; grid-template-columns: 1fr auto; gap: 0.15rem 0.8rem; width: 100%; padding: 0.75rem 0.4rem; }
  .head:hover .name { color: var(--_accent); }
  .name { font-family: var(--_serif); font-weight: 700; font-size: 1.0625rem; line-height: 1.5; overflow-wrap: anywhere; }
  .origin { font-size: 0.75rem; color: var(--_soft); line-height: 1.6rem; }
  .facts { grid-column: 1 / -1; font-size: 0.8125rem; color: var(--_soft); }
  progress { grid-column: 1 / -1; appearance: none; width: 100%; height: 0.3rem; border: 0; background: var(--_rule); border-radius: 0; }
  progress::-webkit-progress-bar { background: var(--_rule); }
  progress::-webkit-progress-value { background: var(--_accent); }
  progress::-moz-progress-bar { background: var(--_accent); }
  .chosen { background: var(--_wash); box-shadow: inset 3px 0 0 var(--_accent); }
  .chosen .head { padding-inline-start: 0.9rem; }
  .inside { padding: 0 0.4rem 0.9rem 0.9rem; }
  .inside > * + * { margin-top: 0.6rem; }
  .variants { color: var(--_soft); overflow-wrap: anywhere; }
  .variants span { margin-inline-start: 1em; }
  li + li { margin-top: 0.6rem; }
  .article { font-weight: 600; overflow-wrap: anywhere; }
  .counts { font-size: 0.8125rem; color: var(--_soft); white-space: nowrap; }
  .evidence { display: block; width: 100%; border-inline-start: 2px solid var(--_edge); padding: 0.15rem 0 0.15rem 0.7rem; margin-top: 0.25rem; font-family: var(--_serif); overflow-wrap: anywhere; }
  .evidence:hover { border-color: var(--_accent); color: var(--_accent); }
  .near { display: flex; flex-wrap: wrap; gap: 0.3rem; align-items: baseline; }
  .near .button { min-height: 1.75rem; padding: 0 0.55rem; font-size: 0.8125rem; white-space: normal; text-align: start; }
  summary { padding-block: 0.3rem; color: var(--_soft); font-size: 0.8125rem; width: fit-content; }
  .own { padding: 0.4rem 1.1rem 0.9rem; background: var(--_sheet); border: 1px solid var(--_rule); border-top: 3px double var(--_accent); }
  .own > .top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.2rem 1rem; padding-block: 0.35rem; border-bottom: 1px solid var(--_rule); }
  .own > .top > :first-child { font-family: var(--_serif); font-weight: 700; letter-spacing: 0.08em; }
  .own > .theme:last-child, .own > .rest:last-child { border-bottom: 0; }
  .own .summary { padding-block: 0.7rem 0.8rem; }
  .switch { display: inline-flex; align-items: center; gap: 0.4em; min-height: 1.75rem; font-size: 0.8125rem; color: var(--_soft); cursor: pointer; }
  .switch input { accent-color: var(--_accent); width: 1rem; height: 1rem; margin: 0; }
  .status { padding-block: 0.8rem; color: var(--_soft); overflow-wrap: anywhere; }
  .status.error { color: var(--_accent); }
  .status.error p { margin-bottom: 0.6rem; }
  .none { color: var(--_soft); padding-block: 1rem; }
`;
