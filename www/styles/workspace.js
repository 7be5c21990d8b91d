/** The desk around the pages: the bar of what can be done, the box for the original, messages. */
import { css } from "lit";

export const workspaceStyle = css`
  :host { display: block; }
  banmian-compose { max-width: 60rem; margin-inline: auto; }
  banmian-library ~ banmian-storage { max-width: none; }
  .waiting { background: var(--_sheet); border: 1px solid var(--_rule); padding: 3rem 1rem; text-align: center; color: var(--_soft); }
  .trouble { display: flex; gap: 0.8rem; align-items: baseline; justify-content: center; flex-wrap: wrap; max-width: 60rem; margin: 0 auto 0.8rem; padding: 0.6rem 1rem; border: 1px solid var(--_accent); background: var(--_sheet); font-size: 0.875rem; line-height: 1.7; }
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
  @media (prefers-reduced-motion: reduce) { .notice { animation-duration: 1ms; } }
  @keyframes leave { to { opacity: 0; visibility: hidden; } }
  .over { position: fixed; inset: 0; z-index: 10; display: grid; place-items: center; background: color-mix(in srgb, var(--_paper) 85%, transparent); border: 4px dashed var(--_accent); pointer-events: none; }
  .over p { font-family: var(--_serif); font-size: 1.75rem; font-weight: 700; }
  [hidden] { display: none !important; }
  @media print { .notice, .trouble { display: none; } }
`;
