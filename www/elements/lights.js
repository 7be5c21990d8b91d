/**
 * Lights ranges of text without touching the elements they lie in: the CSS Custom Highlight API.
 *
 * Takes, from each element, the ranges it wants lit under a name; the document keeps one highlight of each name, which
 * all elements share. Where a browser has no such thing, `paints` is false and the text is set with `<mark>` instead.
 */

export const paints = typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;

/** The name that `::highlight()` in the styles goes by. */
const LIT = "banmian-lit";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** What one element has lit; off the page it has let go of it. @implements {ReactiveController} */
export class Light {
  /** @type {AbstractRange[]} */
  #ranges = [];
  #host;

  /** @param {ReactiveControllerHost} host shows its ranges whenever it has updated */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    this.show([]);
  }

  /** @param {AbstractRange[]} ranges in place of those before */
  show(ranges) {
    if (!paints || (ranges.length === 0 && this.#ranges.length === 0)) return;
    const shared = CSS.highlights.get(LIT) ?? new Highlight();
    for (const range of this.#ranges) shared.delete(range);
    for (const range of ranges) shared.add(range);
    this.#ranges = ranges;
    CSS.highlights.set(LIT, shared);
  }
}

/**
 * Ranges of the text that an element holds, for places counted in its characters.
 * @param {Element} element
 * @param {{ start: number, end: number }[]} places
 * @returns {StaticRange[]}
 */
export function rangesIn(element, places) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const order = [...places].sort((a, b) => a.start - b.start);
  /** @type {StaticRange[]} */
  const ranges = [];
  /** Places that have begun and not ended. @type {{ end: number, node: Node, at: number }[]} */
  let open = [];
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + (node.nodeValue?.length ?? 0);
    while (order.length > 0 && order[0].start < after) {
      const { start, end } = /** @type {{ start: number, end: number }} */ (order.shift());
      open.push({ end, node, at: start - before });
    }
    for (const { end, node: first, at } of open) {
      if (end > after) continue;
      ranges.push(new StaticRange({ startContainer: first, startOffset: at, endContainer: node, endOffset: end - before }));
    }
    open = open.filter(({ end }) => end > after);
    before = after;
  }
  return ranges;
}
