/** How the galley is set: a wide margin for handles and roles, the words as in print. */
import { css } from "lit";

export const galleyStyle = css`
  :host { display: block; container-type: inline-size; --grip: 1.9rem; }
  .story { background: var(--_sheet); border: 1px solid var(--_rule); padding: 0.9rem clamp(0.5rem, 2.5cqi, 1.6rem) 1.2rem; content-visibility: auto; contain-intrinsic-size: auto 30rem; position: relative; }
  .story + .story, .story + .loose, .loose { margin-top: 0.9rem; }
  .story > header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.6rem; padding-bottom: 0.5rem; margin-bottom: 0.5rem; border-bottom: 1px solid var(--_rule); font-size: 0.8125rem; color: var(--_soft); }
  .story > header h3 { font-size: 0.875rem; color: var(--_accent); font-weight: 600; }
  .story > header .acts { margin-inline-start: auto; display: flex; flex-wrap: wrap; gap: 0.3rem; }
  .acts .button { min-height: 1.9rem; padding: 0.1rem 0.6rem; font-size: 0.8125rem; }
  .block { display: grid; grid-template-columns: var(--grip) 4rem minmax(0, 1fr); gap: 0 0.4rem; padding: 0.25rem 0; position: relative; border-radius: 3px; scroll-margin-block: 4rem; }
  .block:hover, .block:focus-within { background: var(--_wash); }
  .grip { scroll-margin-block: 4rem; touch-action: none; cursor: grab; width: var(--grip); min-height: var(--grip); text-align: center; color: var(--_soft); font-size: 1rem; line-height: 1.9rem; align-self: start; border-radius: 3px; user-select: none; -webkit-touch-callout: none; }
  .grip:hover, .grip:focus-visible { color: var(--_accent); }
  .grip:active { cursor: grabbing; }
  .role { font-size: 0.75rem; line-height: 1.9rem; color: var(--_soft); user-select: none; }
  .words, .loose-words { grid-column: -2; font-family: var(--_text); font-size: 1rem; line-height: 1.9rem; overflow-wrap: anywhere; }
  .title .words { font-family: var(--_serif); font-weight: 700; font-size: 1.3rem; }
  .kicker .words, .subtitle .words { font-family: var(--_serif); font-size: 1.0625rem; }
  .heading .words { font-weight: 700; }
  :is(.caption, .credit, .note) .words { color: var(--_soft); }
  .tag { cursor: pointer; }
  .seam { display: inline-block; vertical-align: 0.2em; min-width: 1.5rem; min-height: 1.5rem; line-height: 1.5rem; margin: 0 0.1em; padding: 0; text-align: center; border-radius: 3px; font: 500 0.6875rem/1.5rem var(--_ui); background: var(--_wash); color: var(--_accent); user-select: none; }
  .seam::before { content: attr(data-sign); }
  .seam:hover, .seam:focus-visible { background: var(--_accent); color: var(--_on-accent); }
  .over-before::before, .over-after::after { content: ""; position: absolute; inset-inline: 0; height: 3px; background: var(--_accent); border-radius: 2px; z-index: 2; pointer-events: none; }
  .over-before::before { top: -2px; }
  .over-after::after { bottom: -2px; }
  .held { opacity: 0.45; }
  .loose { background: var(--_sheet); border: 1px dashed var(--_edge); padding: 0.9rem clamp(0.5rem, 2.5cqi, 1.6rem); }
  .loose h3 { font-size: 0.875rem; font-weight: 600; }
  .loose p, .hint { font-size: 0.8125rem; color: var(--_soft); line-height: 1.7; }
  .hint { padding: 0 0.2rem 0.7rem; }
  @media (pointer: coarse) { :host { --grip: 2.5rem; } }
  @container (max-width: 34rem) {
    .block { grid-template-columns: var(--grip) minmax(0, 1fr); }
    .grip { grid-row: span 2; }
    .role { grid-column: 2; line-height: 1.3rem; padding-top: 0.3rem; }
    .body .role { display: none; }
  }
`;
