/**
 * Two panes that scroll together: lines of the original on the left, segments of the repaired text on the right.
 *
 * Takes which side the reader moves; puts the other level with it, between the nearest two segments that both sides
 * have in the same order. Can also bring one place into sight on both, wherever it stands on each.
 */
import { anchorsOf, firstAtLeast } from "./anchors.js";

/** @import { Pane } from "./pane.js" */
/** @import { Line, Segment } from "./segments.js" */

/** Where in a pane the other is matched: a little below its upper edge. */
const LEVEL = 0.25;

export class InStep {
  #left;
  #right;
  /** @type {Line[]} */
  #lines = [];
  /** @type {Segment[]} */
  #anchors = [];
  /**
   * What both panes are held at until the reader moves one of them, and where they stand for it. Neither follows the other meanwhile.
   * @type {{ segment: Segment, offset: number, left: number, right: number } | null}
   */
  #held = null;

  /** The side that the reader moves. @type {"left" | "right"} */
  leader = "right";

  /** @param {{ left: Pane<Line>, right: Pane<Segment> }} panes */
  constructor({ left, right }) {
    this.#left = left;
    this.#right = right;
  }

  /** @param {{ lines: Line[], segments: Segment[] }} rows */
  fill({ lines, segments }) {
    this.#held = null;
    this.#lines = lines;
    this.#anchors = anchorsOf(segments);
  }

  /** The line an offset of the original is in, and how far into it, 0 to 1. @param {number} offset */
  #lineAt(offset) {
    const line = Math.max(0, firstAtLeast(this.#lines, ({ start }) => start > offset) - 1);
    const { start, end } = this.#lines[line];
    return { line, share: Math.min(1, (offset - start) / Math.max(1, end - start)) };
  }

  /** @param {number} offset */
  #leftTop(offset) {
    const { line, share } = this.#lineAt(offset);
    return this.#left.topOf(line, share);
  }

  /** Has the rows set that a place needs on both sides. @param {Segment} segment @param {number} offset */
  need(segment, offset) {
    this.#right.need(segment.index);
    this.#left.need(this.#lineAt(offset).line);
  }

  /**
   * Brings a segment into sight on the right and an offset of the original on the left; the rows must be set.
   * @param {Segment} segment
   * @param {number} offset
   */
  goTo(segment, offset) {
    put(this.#right, this.#right.topOf(segment.index));
    put(this.#left, this.#leftTop(offset));
    this.#held = { segment, offset, left: this.#left.element?.scrollTop ?? 0, right: this.#right.element?.scrollTop ?? 0 };
  }

  /** Rows have been set, and what stands below them may have moved. */
  settle() {
    if (this.#held) this.goTo(this.#held.segment, this.#held.offset);
    else this.#follow();
  }

  /** One side was scrolled, by the reader or from here. @param {"left" | "right"} side */
  scrolled(side) {
    const { left, right } = this.#held ?? {};
    if (left === this.#left.element?.scrollTop && right === this.#right.element?.scrollTop) return;
    this.#held = null;
    if (side === this.leader) this.#follow();
  }

  /**
   * Brings a segment into sight on the side that was not touched, if it is out of sight there.
   * @param {Segment} segment
   * @param {"left" | "right"} side that was touched
   */
  pull(segment, side) {
    const pane = side === "left" ? this.#right : this.#left;
    const top = side === "left" ? this.#right.topOf(segment.index) : this.#leftTop(segment.start);
    const { element } = pane;
    if (element && (top < element.scrollTop || top > element.scrollTop + element.clientHeight * 0.8)) put(pane, top);
  }

  /** Puts the side that is not moved level with the one that is. */
  #follow() {
    if (this.#anchors.length === 0) return;
    const left = { pane: this.#left, topOf: (/** @type {Segment} */ { start }) => this.#leftTop(start) };
    const right = { pane: this.#right, topOf: (/** @type {Segment} */ { index }) => this.#right.topOf(index) };
    const [lead, other] = this.leader === "left" ? [left, right] : [right, left];
    const from = lead.pane.element;
    const to = other.pane.element;
    if (!from || !to) return;
    const level = from.scrollTop + from.clientHeight * LEVEL;
    const next = firstAtLeast(this.#anchors, (anchor) => lead.topOf(anchor) > level);
    const [before, after] = [this.#anchors[next - 1], this.#anchors[next]];
    const [a, b] = [before ? lead.topOf(before) : 0, after ? lead.topOf(after) : from.scrollHeight];
    const [c, d] = [before ? other.topOf(before) : 0, after ? other.topOf(after) : to.scrollHeight];
    put(other.pane, c + ((level - a) / Math.max(1, b - a)) * (d - c));
  }
}

/**
 * @param {Pane<any>} pane
 * @param {number} top
 */
function put({ element }, top) {
  if (element) element.scrollTop = top - element.clientHeight * LEVEL;
}
