/**
 * The keyboard of a tab list: arrows, Home and End move the focus and choose, as the ARIA pattern has it.
 */

/** @type {Record<string, (index: number, count: number) => number>} */
const STEPS = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  ArrowUp: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** @param {KeyboardEvent} event on the element with `role="tablist"` */
export function tabKeys(event) {
  const list = /** @type {HTMLElement} */ (event.currentTarget);
  const tabs = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role="tab"]')]);
  const index = tabs.findIndex((tab) => tab === event.target);
  const step = STEPS[event.key];
  if (!step || index < 0) return;
  event.preventDefault();
  const tab = tabs[step(index, tabs.length)];
  tab.focus();
  tab.click();
}
