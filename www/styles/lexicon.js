/** How the lexicon is set: a table to type in. */
import { css } from "lit";

export const lexiconStyle = css`
  :host { display: block; }
  .sheet { background: var(--_sheet); border: 1px solid var(--_rule); padding: 1rem clamp(0.7rem, 2vw, 1.6rem) 1.4rem; font-size: 0.875rem; line-height: 1.6; }
  .sheet > * + * { margin-top: 0.8rem; }
  header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 1rem; border-bottom: 3px double var(--_ink); padding-bottom: 0.7rem; }
  h2 { font-family: var(--_serif); font-size: 1.4rem; font-weight: 900; }
  header p, .none { color: var(--_soft); }
  .effect { padding: 0.5rem 0.8rem; background: var(--_wash); border-inline-start: 3px solid var(--_accent); overflow-wrap: anywhere; }
  .shelf, .tools { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; }
  .shelf .button { white-space: normal; text-align: start; }
  .shelf small { color: var(--_soft); margin-inline-start: 0.5em; }
  .button[aria-pressed="true"] { background: var(--_ink); border-color: var(--_ink); color: var(--_sheet); }
  .button[aria-pressed="true"] small { color: inherit; }
  .switch { display: inline-flex; gap: 0.4rem; align-items: center; min-height: 2.25rem; cursor: pointer; }
  .switch input { width: 1.05rem; height: 1.05rem; accent-color: var(--_accent); margin: 0; }
  input:not([type="checkbox"]), select { font: inherit; color: inherit; min-height: 2.25rem; width: 100%; padding: 0.1rem 0.5rem; background: var(--_paper); border: 1px solid var(--_edge); border-radius: 3px; }
  .shelf select, .tools .find { width: auto; max-width: 12rem; }
  table { width: 100%; border-collapse: collapse; table-layout: fixed; max-width: 60rem; }
  th { text-align: start; font-weight: 600; color: var(--_soft); padding: 0.3rem 0.4rem; font-size: 0.8125rem; }
  td { padding: 0.2rem 0.25rem; border-top: 1px solid var(--_rule); }
  thead td { border: 0; }
  th:nth-child(2) { width: 9rem; }
  thead td { width: 4.6rem; }
  tbody tr:not(.new) :is(input, select):not(:focus) { background: none; border-color: transparent; }
  tbody tr:not(.new):hover :is(input, select) { border-color: var(--_rule); }
  .new td { padding-bottom: 0.6rem; }
  .new .button { width: 100%; justify-content: center; padding-inline: 0.3rem; }
  .delete { width: 100%; min-height: 2.1rem; text-align: center; color: var(--_soft); }
  .delete:hover { color: var(--_accent); }
  .bad { border: 1px solid var(--_accent); border-radius: 3px; padding: 0.6rem 0.8rem; }
  .bad h3 { font-size: 0.875rem; color: var(--_accent); }
  .bad li { display: grid; grid-template-columns: minmax(0, 1fr) 2.25rem; align-items: end; gap: 0.4rem; margin-top: 0.4rem; }
  .bad label { color: var(--_soft); font-size: 0.8125rem; }
  @media (max-width: 40rem) { td { padding-inline: 0.1rem; } thead td { width: 3.8rem; } th:nth-child(2) { width: 5.4rem; } }
  /* Where there is room, what a change does stays in sight beside a long table. */
  @media (min-width: 90rem) {
    .sheet { display: grid; grid-template-columns: minmax(0, 60rem) minmax(16rem, 1fr); column-gap: 2.5rem; align-items: start; }
    .sheet > * { grid-column: 1; }
    .sheet > header { grid-column: 1 / -1; }
    .sheet > .effect { grid-area: 2 / 2 / span 9; position: sticky; top: 1rem; max-width: 40rem; }
  }
  @media print { :host { display: none; } }
`;
