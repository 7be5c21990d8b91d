import { LitElement, css, html, nothing } from "lit";
import { styleMap } from "lit/directives/style-map.js";
import { quote } from "../formats/quote.js";
import { rangeOf } from "../formats/selected.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { copy } from "./export.js";

/** @import { Report } from "../../src/report.js" */
/** @import { BanmianArticle } from "../elements/banmian-article.js" */

/**
 * A small button beside selected words of an article: it copies them as a quotation with their source.
 *
 * @fires {CustomEvent<{ text: string }>} banmian-notice - whether it was copied
 */
export class BanmianQuote extends LitElement {
  static properties = {
    report: { attribute: false },
    /** The analysed text. */
    input: { attribute: false },
    words: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      .button { position: fixed; z-index: 6; box-shadow: 0 4px 14px rgb(0 0 0 / 0.2); }
      @media print { :host { display: none; } }
    `,
  ];

  constructor() {
    super();
    /** @type {Report | null} */
    this.report = null;
    this.input = "";
    /** The quotation of what is selected. @type {string | null} */
    this.words = null;
    new Speaker(this);
  }

  /** The article that was touched last. @type {BanmianArticle | null} */
  #article = null;
  #stop = new AbortController();
  #place = { left: 0, top: 0 };

  connectedCallback() {
    super.connectedCallback();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    // A press gives the focus to what lies around the article, so only another article takes its place.
    const touched = (/** @type {Event} */ event) => {
      const article = event.composedPath().find((one) => one instanceof Element && one.localName === "banmian-article");
      if (article) this.#article = /** @type {BanmianArticle} */ (article);
    };
    document.addEventListener("pointerdown", touched, { signal });
    document.addEventListener("focusin", touched, { signal });
    document.addEventListener("selectionchange", () => this.#look(), { signal });
    document.addEventListener("scroll", () => (this.words = null), { signal, capture: true, passive: true });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  render() {
    if (this.words === null) return nothing;
    const { left, top } = this.#place;
    return html`<button
      class="button"
      type="button"
      style=${styleMap({ left: `${left}px`, top: `${top}px` })}
      @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()}
      @click=${this.#copy}
    >${say`复制引文`}</button>`;
  }

  #look() {
    const range = this.#article && selectedIn(this.#article);
    const article = this.#article?.article;
    const selected = range && article ? rangeOf(article, this.input, onScreen(range)) : null;
    this.words = this.report && article && selected ? quote(this.report, this.input, { ...selected, article: article.id }) : null;
    const box = range && [...range.getClientRects()].at(-1);
    if (box) this.#place = { left: Math.max(8, Math.min(box.right - 40, window.innerWidth - 110)), top: Math.min(box.bottom + 8, window.innerHeight - 48) };
  }

  async #copy() {
    const { words } = this;
    if (words === null) return;
    const text = (await copy(words)) ? say`已复制引文和出处。` : say`浏览器不让复制。`;
    this.words = null;
    this.dispatchEvent(new CustomEvent("banmian-notice", { detail: { text }, bubbles: true, composed: true }));
  }
}

/**
 * What is selected inside an article. Browsers differ in how they show a selection in a shadow tree.
 * @param {BanmianArticle} article
 * @returns {Range | null}
 */
function selectedIn(article) {
  const selection = /** @type {any} */ (document.getSelection());
  const own = article.shadowRoot;
  if (!selection || !own) return null;
  /** @type {ShadowRoot[]} */
  const shadowRoots = [];
  for (let root = article.shadowRoot; root instanceof ShadowRoot; root = /** @type {any} */ (root.host.getRootNode())) shadowRoots.push(root);
  const found = selection.getComposedRanges?.({ shadowRoots })[0] ?? (selection.rangeCount > 0 ? selection.getRangeAt(0) : null);
  if (!found || found.collapsed || !own.contains(found.startContainer)) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  if (own.contains(found.endContainer)) range.setEnd(found.endContainer, found.endOffset);
  else range.setEndAfter(/** @type {Node} */ (own.lastChild));
  return range.collapsed ? null : range;
}

/**
 * The words of a range, of the block it begins in, and of that block before it.
 * @param {Range} range
 */
function onScreen(range) {
  const start = range.startContainer;
  const block = (start instanceof Element ? start : start.parentElement)?.closest("p, h3, h4, li, div");
  if (!block) return { words: String(range), block: "", before: "" };
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(start, range.startOffset);
  return { words: String(range), block: block.textContent ?? "", before: String(before) };
}

customElements.define("banmian-quote", BanmianQuote);
