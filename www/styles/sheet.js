/** One page on the desk: the bar of what can be done, the box for the original. */
import { css } from "lit";

export const sheetStyle = css`
  :host { display: block; }
  .head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; padding: 0.6rem 1rem; background: var(--_sheet); border: 1px solid var(--_rule); border-bottom: 0; font-size: 0.875rem; }
  .head .note { color: var(--_soft); }
  .name { font-weight: 600; overflow-wrap: anywhere; }
  .head label { color: var(--_soft); display: inline-flex; align-items: center; gap: 0.4rem; }
  select { min-height: 2.25rem; background: var(--_sheet); border: 1px solid var(--_edge); border-radius: 3px; color: var(--_ink); }
  .tools { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-inline-start: auto; }
  .again { position: fixed; inset: auto 1rem 1rem auto; z-index: 4; width: min(20rem, 100vw - 2rem); padding: 0.9rem 1rem; border-color: var(--_edge); box-shadow: 0 8px 28px rgb(0 0 0 / 0.22); }
  .again::part(stages) { justify-content: start; gap: 0.1rem 1rem; font-size: 0.8125rem; }
  .unread, .waiting { background: var(--_sheet); border: 1px solid var(--_rule); padding: 3rem 1rem; text-align: center; line-height: 1.9; overflow-wrap: anywhere; }
  .unread p { color: var(--_accent); margin-block: 0.4rem 1rem; }
  .waiting { color: var(--_soft); }
  .button[aria-pressed="true"] { background: var(--_ink); border-color: var(--_ink); color: var(--_sheet); }
  @media (max-width: 40rem) {
    .head { padding: 0.5rem 0.6rem; }
    .tools { margin-inline-start: 0; gap: 0.3rem; }
    .tools .button { padding-inline: 0.5rem; font-size: 0.8125rem; }
  }
  @media print { .head, .again { display: none; } }
`;
