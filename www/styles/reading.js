/** How a page is laid out to be read: one column with tabs on a phone, articles and a side on a tablet, three columns on a desk. */
import { css } from "lit";

export const readingStyle = css`
  :host { display: block; }
  .columns { display: grid; gap: 2rem; margin-top: 1.2rem; align-items: start; }
  .medium .columns { grid-template-columns: minmax(0, 1fr) minmax(16rem, 25rem); gap: clamp(1.5rem, 4cqi, 3.5rem); }
  .wide .columns { grid-template-columns: minmax(12rem, 15rem) minmax(0, 1fr) minmax(18rem, 23rem); }
  .side { position: sticky; top: var(--banmian-sticky-top, 0px); max-height: 100vh; overflow-y: auto; padding-block: 0.5rem; scrollbar-width: thin; }
  .wide .contents-side { border-inline-end: 1px solid var(--_rule); padding-inline-end: 0.8rem; }
  .main { min-width: 0; container-type: inline-size; }
  .main > banmian-article { display: block; padding-block: 1.6rem 2.2rem; content-visibility: auto; }
  .main > banmian-article + banmian-article { border-top: 1px solid var(--_ink); }
  .bar {
    position: sticky;
    top: var(--banmian-sticky-top, 0px);
    z-index: 1;
    background: var(--_sheet);
    border-bottom: 1px solid var(--_rule);
    padding-block: 0.4rem;
  }
  .bar > * { max-width: 40rem; margin-inline: auto; }
  .narrow .columns { margin-top: 0.4rem; }
  [role="tablist"] { display: flex; border-bottom: 1px solid var(--_ink); gap: 0.2rem; background: var(--_sheet); }
  [role="tab"] { flex: 0 1 auto; min-height: 2.5rem; padding: 0.2rem 0.9rem; font-size: 0.9375rem; color: var(--_soft); border-bottom: 3px solid transparent; white-space: nowrap; text-align: center; }
  [role="tab"][aria-selected="true"] { color: var(--_ink); font-weight: 600; border-bottom-color: var(--_accent); }
  [role="tab"] small { font-weight: 400; color: var(--_soft); margin-inline-start: 0.25rem; }
  .narrow > [role="tablist"] { position: sticky; top: var(--banmian-sticky-top, 0px); z-index: 2; margin-inline: -0.2rem; }
  .narrow > [role="tablist"] [role="tab"] { flex: 1 1 0; padding-inline: 0.2rem; }
  .narrow .bar { position: static; padding-top: 0; }
  [role="tabpanel"] { padding-top: 0.8rem; }
  ::slotted([slot="dock"]) { position: sticky; bottom: 0; z-index: 3; margin-top: 1rem; }
  .page-head { font-family: var(--_serif); font-size: 1.125rem; line-height: 1.6; text-align: center; padding-block: 1.4rem 0.5rem; border-bottom: 3px double var(--_ink); }
  banmian-article + .page-head { border-top: 1px solid var(--_ink); }
  .nothing { padding-block: 3rem; text-align: center; color: var(--_soft); line-height: 1.8; }
  .wait { padding: 4rem 1rem; text-align: center; color: var(--_soft); line-height: 2.4; }
  banmian-unplaced { border-top: 1px solid var(--_ink); padding-top: 1rem; max-width: 40rem; margin-inline: auto; }
  @container (min-width: 72rem) { .bar > *, banmian-unplaced { max-width: 76rem; } }
  @media print {
    .side, [role], ::slotted([slot="dock"]) { display: none; }
    .columns > .main { display: block; }
    .bar { position: static; border: 0; }
    .main > banmian-article { content-visibility: visible; }
    .columns { display: block; margin: 0; }
    .main banmian-article { border: 0; padding-block: 0; }
    .main banmian-article ~ banmian-article { break-before: page; border: 0; }
  }
`;
