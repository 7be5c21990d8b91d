/** How a picture is framed, and what Plot would say in a style of its own, which the page's policy keeps out. */
import { css } from "lit";

export const figureStyle = css`
  :host { display: block; min-width: 0; }
  figure { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.6rem 1rem; align-items: end; }
  figcaption h3 { font-family: var(--_serif); font-size: 1.125rem; font-weight: 700; line-height: 1.5; }
  figcaption p { font-size: 0.8125rem; line-height: 1.6; color: var(--_soft); }
  .tools { display: flex; flex-wrap: wrap; gap: 0.3rem; justify-content: flex-end; }
  .tools .button { min-height: 1.9rem; padding: 0 0.6rem; font-size: 0.8125rem; }
  .drawing, .scroll, .legend, .failed, .more { grid-column: 1 / -1; }
  .drawing { border-top: 1px solid var(--_rule); padding-top: 0.4rem; min-height: 6rem; }
  .plot { display: block; max-width: 100%; height: auto; overflow: visible; color: var(--_ink); background-color: var(--_sheet); font-family: var(--_ui); }
  .plot text { white-space: pre; }
  [data-row] { cursor: pointer; }
  [data-row]:hover { filter: brightness(1.15); stroke: var(--_ink); stroke-width: 1.5px; }
  g[data-row]:hover { stroke: none; }
  g[data-row]:hover text { text-decoration: underline; }
  line[data-row]:hover { stroke: var(--_accent); stroke-opacity: 0.4; stroke-width: 8px; filter: none; }
  .legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; font-size: 0.8125rem; color: var(--_soft); }
  .legend li { display: inline-flex; align-items: center; gap: 0.4rem; }
  .legend i { width: 0.8rem; height: 0.8rem; border-radius: 2px; }
  .scroll { overflow: auto; max-height: 32rem; border-top: 1px solid var(--_ink); }
  table { width: max-content; min-width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.6; }
  th, td { padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--_rule); text-align: start; vertical-align: top; }
  th { position: sticky; top: 0; background: var(--_wash); font-weight: 600; font-size: 0.8125rem; white-space: nowrap; }
  td { max-width: 17rem; overflow-wrap: anywhere; }
  td.number { text-align: end; font-variant-numeric: tabular-nums; }
  .jump { min-width: 1.75rem; min-height: 1.75rem; text-align: center; color: var(--_accent); }
  .jump:hover { background: var(--_wash); }
  .failed { color: var(--_accent); font-size: 0.875rem; }
  @media (max-width: 34rem) { figure { grid-template-columns: minmax(0, 1fr); } .tools { justify-content: flex-start; } }
  @media print { .tools { display: none; } }
`;
