/** The desk around the pages: the bar of what can be done, the box for the original, messages. */
import { css } from "lit";

export const workspaceStyle = css`
  :host { display: block; }
  banmian-compose { max-width: 60rem; margin-inline: auto; }
  .head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; padding: 0.6rem 1rem; background: var(--_sheet); border: 1px solid var(--_rule); border-bottom: 0; font-size: 0.875rem; }
  .name { font-weight: 600; overflow-wrap: anywhere; }
  .head .note { color: var(--_soft); }
  .head label { color: var(--_soft); display: inline-flex; align-items: center; gap: 0.4rem; }
  select { min-height: 2.25rem; background: var(--_sheet); border: 1px solid var(--_edge); border-radius: 3px; color: var(--_ink); }
  .tools { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-inline-start: auto; }
  .editor { background: var(--_sheet); border: 1px solid var(--_rule); padding: 0.8rem 1rem; display: grid; gap: 0.6rem; justify-items: start; }
  .editor label { font-size: 0.8125rem; color: var(--_soft); }
  .editor textarea { width: 100%; min-height: 45vh; padding: 0.8rem; background: var(--_paper); border: 1px solid var(--_edge); border-radius: 3px; font-family: var(--_serif); line-height: 1.8; resize: vertical; }
  .unread, .waiting { background: var(--_sheet); border: 1px solid var(--_rule); padding: 3rem 1rem; text-align: center; line-height: 1.9; overflow-wrap: anywhere; }
  .unread p { color: var(--_accent); }
  .waiting { color: var(--_soft); }
  .notice {
    position: fixed;
    inset: auto auto 4.5rem 50%;
    z-index: 5;
    translate: -50%;
    width: max-content;
    max-width: calc(100vw - 2rem);
    padding: 0.5rem 1.2rem;
    border-radius: 4px;
    background: var(--_ink);
    color: var(--_sheet);
    font-size: 0.875rem;
    line-height: 1.6;
    pointer-events: none;
    animation: leave 0.4s 6s forwards;
  }
  @keyframes leave { to { opacity: 0; visibility: hidden; } }
  .over { position: fixed; inset: 0; z-index: 10; display: grid; place-items: center; background: color-mix(in srgb, var(--_paper) 85%, transparent); border: 4px dashed var(--_accent); pointer-events: none; }
  .over p { font-family: var(--_serif); font-size: 1.75rem; font-weight: 700; }
  @media (max-width: 40rem) {
    .head { padding: 0.5rem 0.6rem; }
    .tools { margin-inline-start: 0; gap: 0.3rem; }
    .tools .button { padding-inline: 0.5rem; font-size: 0.8125rem; }
  }
  [hidden] { display: none !important; }
  @media print { .head, .editor, .notice { display: none; } }
`;
