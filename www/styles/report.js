/** The sheet a report lies on, and the bar with its views and the search. */
import { css } from "lit";

export const reportStyle = css`
  :host { display: block; }
  .page { container-type: inline-size; background: var(--_sheet); padding: 1rem clamp(0.9rem, 3cqi, 2rem) 2rem; border: 1px solid var(--_rule); }
  .views { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; padding-block: 0.7rem 0.5rem; }
  [role="tablist"] { display: flex; gap: 0.2rem; padding: 0.2rem; border-radius: 5px; background: var(--_wash); }
  [role="tab"] { min-height: 2rem; padding: 0.1rem 0.9rem; border-radius: 3px; font-size: 0.9375rem; color: var(--_soft); white-space: nowrap; }
  [role="tab"]:hover { color: var(--_ink); }
  [role="tab"][aria-selected="true"] { background: var(--_sheet); color: var(--_ink); font-weight: 600; box-shadow: 0 0 0 1px var(--_rule); }
  banmian-search { flex: 0 1 20rem; }
  .wait { padding: 4rem 1rem; text-align: center; color: var(--_soft); }
  .dock { position: sticky; bottom: 0; z-index: 3; max-width: 76rem; margin: 1rem auto 0; }
  @container (max-width: 34rem) {
    [role="tablist"] { flex: 1; }
    [role="tab"] { flex: 1; text-align: center; padding-inline: 0.3rem; }
    banmian-search { flex: 1 0 100%; }
  }
  @media print {
    .page { border: 0; padding: 0; }
    .views { display: none; }
  }
`;
