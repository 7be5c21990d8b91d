import { LitElement, css, html, nothing } from "lit";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { headlineOf, lengthOf } from "./facts.js";
import { grouped, sureness } from "./kinds.js";
import { more } from "./more.js";

/** @import { Article } from "../../src/report.js" */

/** Articles that are listed at first, and again with each press of the button. */
const BATCH = 200;

/**
 * 目录: the articles of the page, each with its length, category and how sure its boundaries are.
 *
 * @fires {CustomEvent<{ article: string }>} banmian-open - an article was chosen
 * @csspart item - one article
 */
export class BanmianContents extends LitElement {
  static properties = {
    articles: { attribute: false },
    shown: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; }
      li + li { border-top: 1px solid var(--_rule); }
      button { display: grid; grid-template-columns: 1.7rem 1fr; width: 100%; padding: 0.55rem 0.3rem; }
      button:hover .title { color: var(--_accent); }
      .number { font-size: 0.8125rem; line-height: 1.5rem; color: var(--_accent); font-variant-numeric: tabular-nums; }
      .title {
        font-family: var(--_serif);
        font-weight: 600;
        font-size: 0.9375rem;
        line-height: 1.5rem;
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }
      .facts { grid-column: 2; display: flex; flex-wrap: wrap; gap: 0 0.8rem; font-size: 0.75rem; line-height: 1.6; color: var(--_soft); }
      .check { color: var(--_accent); }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Article[]} */
    this.articles = [];
    this.shown = BATCH;
  }

  render() {
    const rest = this.articles.length - this.shown;
    return html`<ol>${this.articles.slice(0, this.shown).map((article, index) => this.#item(article, index))}</ol>
      ${more(rest, say`继续显示（还有 ${grouped(rest)} 篇）`, () => (this.shown += BATCH))}`;
  }

  /**
   * @param {Article} article
   * @param {number} index
   */
  #item(article, index) {
    return html`<li>
      <button class="plain" part="item" type="button" @click=${() => this.#open(article.id)}>
        <span class="number">${index + 1}</span>
        <span class="title">${headlineOf(article)}</span>
        <span class="facts">
          <span>${say`${grouped(lengthOf(article))} 字`}</span>
          ${article.category ? html`<span>${article.category.name}</span>` : nothing}
          <span class=${article.confidence < 0.5 ? "check" : ""}>
            ${sureness(article.confidence)} ${Math.min(99, Math.round(article.confidence * 100))}%
          </span>
        </span>
      </button>
    </li>`;
  }

  /** @param {string} article */
  #open(article) {
    this.dispatchEvent(new CustomEvent("banmian-open", { detail: { article }, bubbles: true }));
  }
}

customElements.define("banmian-contents", BanmianContents);
