/**
 * Blocks and whole articles of a galley moved by their handles: with Alt and an arrow key a step at a time, or dragged.
 *
 * Takes what happens to a handle; says what is held and where it would fall, and gives the change that comes of it.
 */
import { textsOf } from "../../elements/place.js";
import { drag } from "./drag.js";
import { keyOf } from "./steps.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Article, Text } from "../../../src/report.js" */
/** @import { Change } from "../corrections/operations.js" */
/** @import { Spot } from "./drag.js" */
/** @import { Steps } from "./steps.js" */

/** @typedef {ReactiveControllerHost & { steps: Steps, renderRoot: HTMLElement | DocumentFragment }} Host */

export class Moving {
  #host;
  #act;
  /** What is dragged. @type {string | null} */
  #held = null;
  /** Where it would fall. @type {{ key: string, after: boolean } | null} */
  #over = null;

  /**
   * @param {Host} host
   * @param {(change: Change | null, key: string) => void} act does a change to what has a key
   */
  constructor(host, act) {
    this.#host = host;
    this.#act = act;
  }

  /** Classes of what has a key. @param {string} key */
  classes(key) {
    const over = this.#over?.key === key ? (this.#over.after ? "over-after" : "over-before") : "";
    return `${over} ${this.#held === key ? "held" : ""}`;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {(way: 1 | -1) => void} shift
   */
  onKey(event, shift) {
    const way = { ArrowUp: /** @type {const} */ (-1), ArrowDown: /** @type {const} */ (1) }[event.key];
    if (!way || !event.altKey) return;
    event.preventDefault();
    shift(way);
  }

  /**
   * @param {PointerEvent} event
   * @param {Text} block
   * @param {string} key
   */
  dragBlock(event, block, key) {
    this.#drag(event, key, ".block", ({ element, after }) => {
      const { article: id, key: other } = element.dataset;
      if (other === key) return null;
      const { steps } = this.#host;
      const article = steps.report.articles.find((one) => one.id === id);
      if (!article) return { kind: "move", block: steps.at(block), to: "unplaced" };
      const beside = textsOf(article).find((text) => text.spans.length > 0 && String(keyOf(text)) === other);
      return beside ? steps.toBeside(block, article, beside, after) : null;
    });
  }

  /**
   * @param {PointerEvent} event
   * @param {Article} article
   * @param {string} key
   */
  dragArticle(event, article, key) {
    this.#drag(event, key, ".story", ({ element, after }) => {
      const { steps } = this.#host;
      const other = steps.report.articles.find(({ id }) => id === element.dataset.article);
      const next = other && after ? steps.beside(other, 1) : other;
      const place = steps.head(article);
      if (!place || !other || other === article || next === article) return null;
      return { kind: "order", article: place, before: next ? steps.head(next) : null };
    });
  }

  /**
   * @param {PointerEvent} event
   * @param {string} key
   * @param {string} selector
   * @param {(spot: Spot) => Change | null} change
   */
  #drag(event, key, selector, change) {
    if (event.button !== 0) return;
    drag(event, {
      root: /** @type {ShadowRoot} */ (this.#host.renderRoot),
      selector,
      onOver: (spot) => {
        this.#over = spot && { key: spot.element.dataset.key ?? "", after: spot.after };
        this.#held = spot && key;
        this.#host.requestUpdate();
      },
      onDrop: (spot) => this.#act(change(spot), key),
    });
  }
}
