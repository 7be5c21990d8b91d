/** How the library is set: a list as in an archive, papers and days as headings that stay with their pages. */
import { css } from "lit";

export const libraryStyle = css`
  :host { display: block; }
  .sheet { background: var(--_sheet); border: 1px solid var(--_rule); padding: 1rem clamp(0.7rem, 2vw, 1.6rem) 0.9rem; font-size: 0.875rem; line-height: 1.6; }
  header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 1rem; border-bottom: 3px double var(--_ink); padding-bottom: 0.7rem; }
  h2 { font-family: var(--_serif); font-size: 1.4rem; font-weight: 900; }
  .count { color: var(--_soft); }
  .tools { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-inline-start: auto; }
  .search { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.7rem; padding: 0.7rem 0; }
  .search label, .search p { color: var(--_soft); }
  .search input { font: inherit; color: inherit; flex: 0 1 22rem; min-width: 8rem; min-height: 2.25rem; padding: 0 0.6rem; background: var(--_paper); border: 1px solid var(--_edge); border-radius: 3px; }
  /* No higher than a short list needs. */
  .list { height: min(40rem, 68vh, calc(var(--rows) * 6rem)); border-block: 1px solid var(--_rule); }
  .list > * { width: 100%; }
  .group { display: flex; align-items: baseline; gap: 0.8rem; padding: 0.9rem 0 0.2rem; }
  .group h3 { font-family: var(--_serif); font-weight: 700; font-size: 1.125rem; }
  .group.level2 { padding-top: 0.5rem; }
  .group.level2 h3 { font: 600 0.875rem/1.6 var(--_ui); }
  .group small { color: var(--_soft); }
  .row { display: grid; grid-template-columns: 2rem minmax(0, 1fr) 2.25rem; align-items: stretch; border-top: 1px solid var(--_rule); }
  .row:hover { background: var(--_wash); }
  .mark { display: grid; place-items: center; cursor: pointer; }
  .mark input { width: 1.05rem; height: 1.05rem; accent-color: var(--_accent); margin: 0; }
  .open { display: grid; gap: 0.05rem; padding: 0.5rem 0.3rem; min-width: 0; }
  .open:hover .name { color: var(--_accent); }
  .name { font-weight: 600; overflow-wrap: anywhere; }
  .name b { color: var(--_accent); margin-inline-end: 0.7em; }
  .facts { display: flex; flex-wrap: wrap; gap: 0 0.9rem; color: var(--_soft); font-size: 0.8125rem; }
  .titles { font-family: var(--_serif); color: var(--_soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .delete { text-align: center; color: var(--_soft); }
  .delete:hover { color: var(--_accent); }
  :focus-visible { outline-offset: -2px; }
  .marked { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; padding: 0.6rem 0; }
  .marked span { margin-inline-end: auto; font-weight: 600; }
  footer { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; padding-top: 0.8rem; color: var(--_soft); font-size: 0.8125rem; }
  .none { padding: 2.5rem 0; text-align: center; color: var(--_soft); }
  @media print { :host { display: none; } }
`;
