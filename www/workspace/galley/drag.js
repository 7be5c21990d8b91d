/**
 * Dragging by its handle what stands in a list, with a mouse, a pen or a finger.
 *
 * The place to drop is read from the elements below the pointer; the page scrolls by itself near its edges.
 */

/** How near to an edge of the window the page begins to scroll, and by how much each time, in CSS pixels. */
const EDGE = 70;
const STEP = 14;

/** @typedef {{ element: HTMLElement, after: boolean }} Spot Before an element, or after it. */

/**
 * @param {PointerEvent} event that began on the handle
 * @param {object} way
 * @param {ShadowRoot} way.root
 * @param {string} way.selector what can be dropped beside
 * @param {(spot: Spot | null) => void} way.onOver null when it is over
 * @param {(spot: Spot) => void} way.onDrop
 */
export function drag(event, { root, selector, onOver, onDrop }) {
  const handle = /** @type {HTMLElement} */ (event.currentTarget);
  const stop = new AbortController();
  const { signal } = stop;
  const from = { x: event.clientX, y: event.clientY };
  let at = from;
  let moving = false;
  /** @type {Spot | null} */
  let spot = null;
  let frame = 0;

  const look = () => {
    spot = spotAt(root, selector, at);
    onOver(spot);
  };
  const roll = () => {
    const pull = at.y < EDGE ? -STEP : at.y > innerHeight - EDGE ? STEP : 0;
    if (pull !== 0) {
      scrollBy(0, pull);
      look();
    }
    frame = requestAnimationFrame(roll);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    stop.abort();
    onOver(null);
  };
  const onMove = (/** @type {PointerEvent} */ { clientX: x, clientY: y }) => {
    at = { x, y };
    if (!moving && Math.hypot(x - from.x, y - from.y) < 6) return;
    if (!moving) frame = requestAnimationFrame(roll);
    moving = true;
    look();
  };
  const onUp = () => {
    end();
    if (!moving) return;
    swallowClick(handle);
    if (spot) onDrop(spot);
  };
  handle.setPointerCapture(event.pointerId);
  handle.addEventListener("pointermove", onMove, { signal });
  handle.addEventListener("pointerup", onUp, { signal });
  handle.addEventListener("pointercancel", end, { signal });
  addEventListener("keydown", ({ key }) => key === "Escape" && end(), { signal });
}

/**
 * The click that a browser makes of the end of a drag would open the handle's menu.
 * @param {HTMLElement} handle
 */
function swallowClick(handle) {
  const stop = new AbortController();
  handle.addEventListener("click", (click) => click.stopImmediatePropagation(), { capture: true, signal: stop.signal });
  setTimeout(() => stop.abort());
}

/**
 * @param {ShadowRoot} root
 * @param {string} selector
 * @param {{ x: number, y: number }} at
 * @returns {Spot | null}
 */
function spotAt(root, selector, { x, y }) {
  const boxes = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
  const near = boxes.filter((box) => {
    const { left, right } = box.getBoundingClientRect();
    return x >= left - 40 && x <= right + 40;
  });
  for (const element of near) {
    const { top, bottom } = element.getBoundingClientRect();
    if (y < bottom) return { element, after: y > (top + bottom) / 2 };
  }
  const last = near.at(-1);
  return last ? { element: last, after: true } : null;
}
