/** How the list of places in context is set: hits one below another, what stands before them to the left. */
import { css } from "lit";

export const concordanceStyle = css`
  :host { display: block; }
  .bar {
    display: flex;
    align-items: center;
    gap: 0.3rem;
    padding: 0.25rem 0.4rem 0.25rem 1rem;
    background: var(--_ink);
    color: var(--_sheet);
    border-radius: 4px 4px 0 0;
    font-size: 0.875rem;
  }
  .bar b { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .bar span { white-space: nowrap; font-variant-numeric: tabular-nums; margin-inline: 0.4rem auto; }
  .bar button { min-width: 2.25rem; min-height: 2.25rem; padding-inline: 0.4rem; text-align: center; border-radius: 3px; white-space: nowrap; }
  .bar button:hover { background: var(--_soft); }
  .bar :focus-visible { outline-color: var(--_sheet); outline-offset: -2px; }
  section { background: var(--_sheet); border: 1px solid var(--_ink); border-radius: 5px 5px 0 0; box-shadow: 0 -4px 24px rgb(0 0 0 / 0.16); }
  .rows section { border: 0; box-shadow: none; }
  .offers { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem; padding: 0.4rem 0.8rem; font-size: 0.8125rem; color: var(--_soft); border-bottom: 1px solid var(--_rule); }
  .offers .button { min-height: 1.75rem; padding: 0 0.55rem; font-size: 0.8125rem; }
  .rows { max-height: min(36vh, 24rem); overflow-y: auto; overscroll-behavior: contain; padding: 0 0 0.5rem; scrollbar-width: thin; }
  h3 {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    gap: 0.8rem;
    justify-content: space-between;
    padding: 0.35rem 0.8rem;
    background: var(--_wash);
    font-size: 0.8125rem;
    font-weight: 600;
    line-height: 1.5;
  }
  h3 span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  h3 small { font-weight: 400; color: var(--_soft); white-space: nowrap; }
  .row {
    display: grid;
    grid-template-columns: 2.2em minmax(0, 2fr) minmax(0, 3fr);
    width: 100%;
    padding: 0.2rem 0.8rem;
    font-family: var(--_text);
    font-size: 0.9375rem;
    line-height: 1.6;
    scroll-margin-block: 2.2rem;
  }
  .row:hover, .row[aria-current="true"] { background: var(--_wash); }
  .row[aria-current="true"] { box-shadow: inset 3px 0 0 var(--_accent); }
  .row :is(.left, .right) { overflow: hidden; white-space: pre; }
  /* The end of what stands before the hit is what is read: it is the beginning that is cut. */
  .row .left { display: flex; justify-content: flex-end; color: var(--_soft); mask-image: linear-gradient(to right, transparent, #000 1.5em); }
  .row .left span { flex: none; }
  .row small { font: 0.75rem/2 var(--_ui); color: var(--_soft); font-variant-numeric: tabular-nums; }
  .row .right { text-overflow: ellipsis; }
  .row mark { background: var(--_lit); color: var(--_ink); font-weight: 600; padding-inline: 0.1em; }
  .row:focus-visible { outline-offset: -2px; }
  @media print { :host { display: none; } }
`;
