/**
 * One side of a comparison: rows set a chunk at a time, each in a task of its own, when they come near the part in sight. A
 * chunk that is not set yet keeps about the room that it will take.
 *
 * Knows where each row stands, so that the sides can be kept in step; knows nothing of what the rows are.
 */
import { html } from "lit";
import { guard } from "lit/directives/guard.js";
import { turn } from "../turn.js";
import { firstAtLeast } from "./anchors.js";

/**
 * @template T
 * @typedef {{ first: number, rows: T[], length: number }} Chunk
 */

/** How many characters a line of the pane holds, roughly, and how high a line is, in pixels. */
const LINE = { width: 16, height: 30 };

/** @template T */
export class Pane {
  /** Chunks that are set. @type {Set<number>} */
  #set = new Set();
  /** Chunks that are near and wait for their turn. @type {Set<number>} */
  #near = new Set();
  /** @type {Chunk<T>[]} */
  #chunks = [];
  /** @type {HTMLElement | null} */
  #element = null;
  /** @type {IntersectionObserver | null} */
  #observer = null;
  #onSet;
  #setRow;

  /**
   * @param {(row: T) => unknown} setRow
   * @param {() => void} onSet told when a chunk has come near and is to be set
   */
  constructor(setRow, onSet) {
    this.#setRow = setRow;
    this.#onSet = onSet;
  }

  /** @param {Chunk<T>[]} chunks */
  fill(chunks) {
    this.#chunks = chunks;
    this.#set = new Set();
    this.#near = new Set();
    void this.#come([0]);
    if (this.#element) this.#element.scrollTop = 0;
    // What is near is to be told anew, also of chunks that were near before.
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** Watches which chunks are near. @param {HTMLElement} element that scrolls, with the chunks in it */
  watch(element) {
    if (this.#element !== element || !this.#observer) {
      this.#observer?.disconnect();
      this.#element = element;
      this.#observer = new IntersectionObserver((entries) => this.#come(near(entries)), { root: element, rootMargin: "100% 0px" });
    }
    for (const chunk of this.#sections()) this.#observer?.observe(chunk);
  }

  release() {
    this.#observer?.disconnect();
    this.#element = null;
  }

  get element() {
    return this.#element;
  }

  #sections() {
    return /** @type {HTMLElement[]} */ ([...(this.#element?.querySelectorAll("[data-chunk]") ?? [])]);
  }

  /** Has chunks set one after another. @param {number[]} chunks that have come near */
  async #come(chunks) {
    const near = this.#near;
    const underWay = near.size > 0;
    for (const chunk of chunks) if (!this.#set.has(chunk)) near.add(chunk);
    if (underWay) return;
    for (const chunk of near) {
      await turn();
      // The pane may have been filled anew meanwhile.
      if (near !== this.#near) return;
      near.delete(chunk);
      this.#set.add(chunk);
      this.#onSet();
    }
  }

  template() {
    const width = Math.max(10, (this.#element?.clientWidth ?? 500) / LINE.width);
    return this.#chunks.map((chunk, index) => {
      const set = this.#set.has(index);
      const height = Math.ceil(chunk.length / width + chunk.rows.length / 2) * LINE.height;
      return html`<section data-chunk=${index} .style=${set ? "" : `height:${height}px`}>
        ${guard([chunk, set], () => (set ? chunk.rows.map(this.#setRow) : []))}
      </section>`;
    });
  }

  /**
   * Sets the chunk of a row, for it to be gone to.
   * @param {number} row
   */
  need(row) {
    const chunk = this.#chunkOf(row);
    if (this.#set.has(chunk)) return;
    this.#set.add(chunk);
    this.#onSet();
  }

  /** @param {number} row */
  #chunkOf(row) {
    return Math.max(0, firstAtLeast(this.#chunks, ({ first }) => first > row) - 1);
  }

  /**
   * The element of a row, where it is set.
   * @param {number} row
   * @returns {HTMLElement | null}
   */
  rowAt(row) {
    const index = this.#chunkOf(row);
    const section = this.#sections()[index];
    return /** @type {HTMLElement | null} */ (section?.children[row - this.#chunks[index].first] ?? null);
  }

  /**
   * How far down a row stands, or a part of it.
   * @param {number} row
   * @param {number} [share] of the row, 0 to 1
   */
  topOf(row, share = 0) {
    const element = this.rowAt(row);
    if (element) return this.#top(element) + element.clientHeight * share;
    const index = this.#chunkOf(row);
    const section = this.#sections()[index];
    const chunk = this.#chunks[index];
    return section ? this.#top(section) + (section.clientHeight * (row + share - chunk.first)) / chunk.rows.length : 0;
  }

  /** @param {HTMLElement} element */
  #top(element) {
    const pane = /** @type {HTMLElement} */ (this.#element);
    return element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  }
}

/** @param {IntersectionObserverEntry[]} entries of chunks */
const near = (entries) => entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => Number(/** @type {HTMLElement} */ (target).dataset.chunk));
