/**
 * Words of a galley marked as names: selected, tagged already, or typed for a block.
 *
 * Takes what the reader points at; opens the box for it, and gives the change that the box asks for.
 */
import { piecesOf } from "../../elements/place.js";
import { inputRange } from "../corrections/blocks.js";
import { placeAt } from "../corrections/places.js";
import { selectedIn } from "./selection.js";
import { blocksOf, keyOf } from "./steps.js";

/** @import { ReactiveController } from "lit" */
/** @import { Entity, Span, Text } from "../../../src/report.js" */
/** @import { Tag } from "../../elements/marks.js" */
/** @import { Change, Scope } from "../corrections/operations.js" */
/** @import { BanmianGalley } from "./banmian-galley.js" */
/** @import { BanmianTagForm, Tagged } from "./banmian-tag-form.js" */

/** Milliseconds until a hand that selects is taken to rest. */
const REST = 400;
/** Characters of a name at most. */
const LONGEST = 100;

/** @implements {ReactiveController} */
export class Naming {
  #host;
  #tell;
  /** The range that the open box is about. @type {Span | null} */
  #chosen = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #stop = new AbortController();

  /**
   * @param {BanmianGalley} host
   * @param {(change: Change) => void} tell
   */
  constructor(host, tell) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  hostConnected() {
    this.#stop = new AbortController();
    document.addEventListener("selectionchange", () => this.#onSelection(), { signal: this.#stop.signal });
  }

  hostDisconnected() {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  /**
   * @param {MouseEvent} event
   * @param {Tag} tag
   */
  onTagged({ currentTarget }, { start, end, entity }) {
    if (getSelection()?.isCollapsed === false) return;
    const element = /** @type {HTMLElement} */ (currentTarget);
    this.#open({ start, end }, element.textContent ?? "", entity, element.getBoundingClientRect(), null);
  }

  /**
   * The box for a name that stands at a place of the input; nothing where none does.
   * @param {HTMLElement} opener gets the focus back
   * @param {Span} place
   */
  correctName(opener, { start, end }) {
    const entity = this.#host.report?.entities.find(({ mentions }) => mentions.some((one) => one.start === start && one.end === end));
    const element = /** @type {HTMLElement | null} */ (this.#host.renderRoot.querySelector(`.tag[data-at="${start}"]`));
    if (entity && element) this.#open({ start, end }, element.textContent ?? "", entity, element.getBoundingClientRect(), opener);
  }

  /**
   * The box with a field for the words: for those who select nothing.
   * @param {HTMLElement} opener
   * @param {Text} text
   */
  tagWords(opener, text) {
    this.#open(text.spans[0], "", null, opener.getBoundingClientRect(), opener);
  }

  /** @param {CustomEvent<Tagged>} event */
  onTag = ({ detail: { words, type, name, scope } }) => {
    const range = this.#chosen && this.#rangeOf(this.#chosen, words);
    if (range) this.#correct({ kind: "tag", at: placeAt(this.#host.input, range), type, name, scope });
  };

  /** @param {CustomEvent<{ scope: Scope }>} event */
  onUntag = ({ detail: { scope } }) => {
    if (this.#chosen) this.#correct({ kind: "untag", at: placeAt(this.#host.input, this.#chosen), scope });
  };

  #onSelection() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const selected = selectedIn(/** @type {ShadowRoot} */ (this.#host.renderRoot), ".words");
      if (selected) this.#onSelected(selected);
    }, REST);
  }

  /** @param {import("./selection.js").Selected} selected */
  #onSelected({ element, from, to, rect }) {
    const text = this.#textOf(element);
    if (!text) return;
    const words = text.text.slice(from, to);
    const blank = words.length - words.trimStart().length;
    const range = inputRange(piecesOf(text, this.#host.input), from + blank, from + words.trimEnd().length);
    if (!range || words.trim() === "" || words.length > LONGEST) return;
    const entity = this.#host.report?.entities.find(({ mentions }) => mentions.some(({ start, end }) => start === range.start && end === range.end));
    this.#open(range, words.trim(), entity ?? null, rect, null);
  }

  /** @param {HTMLElement} element */
  #textOf(element) {
    const { key, article: id } = /** @type {HTMLElement} */ (element.closest(".block")).dataset;
    const article = this.#host.report?.articles.find((one) => one.id === id);
    return article && blocksOf(article).find((text) => String(keyOf(text)) === key);
  }

  /**
   * @param {Span} range
   * @param {string} words
   * @param {Entity | null} entity
   * @param {DOMRect} rect
   * @param {HTMLElement | null} opener
   */
  #open(range, words, entity, rect, opener) {
    this.#chosen = range;
    const form = /** @type {BanmianTagForm} */ (this.#host.renderRoot.querySelector("banmian-tag-form"));
    void form.open({ words, entity, rect, opener });
  }

  /** @param {Change} change */
  #correct(change) {
    getSelection()?.removeAllRanges();
    this.#tell(change);
  }

  /**
   * The range itself where it holds the words, else the first place of typed words in the block that begins there, or anywhere on the page.
   * @param {Span} range
   * @param {string} words
   * @returns {Span | null}
   */
  #rangeOf(range, words) {
    const { report, input } = this.#host;
    const same = input.slice(range.start, range.end).replace(/\s/g, "") === words.replace(/\s/g, "");
    if (same) return range;
    const texts = (report?.articles ?? []).flatMap(blocksOf);
    const own = texts.filter(({ spans }) => spans[0].start === range.start);
    for (const text of [...own, ...texts]) {
      const at = text.text.indexOf(words);
      const found = at < 0 ? null : inputRange(piecesOf(text, input), at, at + words.length);
      if (found) return found;
    }
    return null;
  }
}
