/**
 * The keyboard of a long list of buttons: one of them is in the tab order, arrows, Home and End move the focus among
 * the others (`data-row`). Unlike tabs, nothing is chosen by moving.
 */

/** @type {Record<string, (index: number, count: number) => number>} */
const STEPS = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** @param {KeyboardEvent} event on the element that holds the list */
export function rowKeys(event) {
  const list = /** @type {HTMLElement} */ (event.currentTarget);
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-row]")]);
  const index = rows.findIndex((row) => row === event.target);
  const step = STEPS[event.key];
  if (!step || index < 0) return;
  event.preventDefault();
  const next = rows[step(index, rows.length)];
  rows[index].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
