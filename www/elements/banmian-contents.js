import { LitElement, css, html, nothing } from "lit";
import { sayReported } from "../language/report.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import "./banmian-map.js";
import { define } from "./define.js";
import { headlineOf, lengthOf, pageHeads } from "./facts.js";
import { grouped, sureness } from "./kinds.js";
import { more } from "./more.js";
import { tell } from "./tell.js";

/** @import { Article, Report } from "../../src/report.js" */

/** Articles that are listed at first, and again with each press of the button. */
const BATCH = 200;

/** Themes that are named with an article. */
const NAMED = 3;

/**
 * 目录: the page in small, then its articles, each with its length, category, themes and how sure its boundaries are.
 *
 * @fires {CustomEvent<{ article: string }>} banmian-open - an article was chosen
 * @csspart item - one article
 */
export class BanmianContents extends LitElement {
  static properties = {
    report: { attribute: false },
    /** Ids of articles that have something lit. */
    lit: { attribute: false },
    shown: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; }
      li + li { border-top: 1px solid var(--_rule); }
      .page { font-size: 0.8125rem; font-weight: 600; padding: 0.9rem 0.3rem 0.3rem; border-bottom: 1px solid var(--_ink); line-height: 1.5; }
      .item { display: grid; grid-template-columns: 1.7rem 1fr; width: 100%; padding: 0.55rem 0.3rem; }
      .item:hover .title { color: var(--_accent); }
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
      .item > :nth-child(n + 3) { grid-column: 2; }
      .facts { display: flex; flex-wrap: wrap; gap: 0 0.8rem; font-size: 0.75rem; line-height: 1.6; color: var(--_soft); }
      .check { color: var(--_accent); }
      .length { display: block; height: 3px; margin-block: 0.3rem 0.1rem; border-radius: 2px; background: var(--_edge); min-width: 2px; }
      .length.unsure { background: var(--_accent); }
      .lit .number { background: var(--_lit); color: var(--_ink); border-radius: 2px; text-align: center; width: 1.4rem; }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Report | null} */
    this.report = null;
    /** @type {ReadonlySet<string>} */
    this.lit = new Set();
    this.shown = BATCH;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("report") || !this.report) return;
    this.shown = BATCH;
    this.#longest = Math.max(1, ...this.report.articles.map(lengthOf));
    this.#heads = pageHeads(this.report);
    this.#themes = new Map();
    for (const { name, articles } of this.report.themes) {
      for (const { article } of articles) this.#themes.set(article, [...(this.#themes.get(article) ?? []), name]);
    }
  }

  #longest = 1;
  /** @type {Map<string, string>} */
  #heads = new Map();
  /** Names of themes by the id of the article. @type {Map<string, string[]>} */
  #themes = new Map();

  render() {
    const articles = this.report?.articles ?? [];
    const rest = articles.length - this.shown;
    return html`<banmian-map .articles=${articles} .lit=${this.lit}></banmian-map>
      <ol>${articles.slice(0, this.shown).map((article, index) => this.#item(article, index))}</ol>
      ${more(rest, say`继续显示（还有 ${grouped(rest)} 篇）`, () => (this.shown += BATCH))}`;
  }

  /**
   * @param {Article} article
   * @param {number} index
   */
  #item(article, index) {
    const unsure = article.confidence < 0.5;
    const head = this.#heads.get(article.id);
    const themes = this.#themes.get(article.id) ?? [];
    return html`<li>
      ${head ? html`<p class="page">${head}</p>` : nothing}
      <button class="plain item ${this.lit.has(article.id) ? "lit" : ""}" part="item" type="button" @click=${() => tell(this, "banmian-open", { article: article.id })}>
        <span class="number">${index + 1}</span>
        <span class="title" lang="zh">${headlineOf(article)}</span>
        <span class="length ${unsure ? "unsure" : ""}" .style=${`width:${(lengthOf(article) / this.#longest) * 100}%`}></span>
        <span class="facts">
          <span>${say`${grouped(lengthOf(article))} 字`}</span>
          ${article.category ? html`<span>${sayReported(article.category.name)}</span>` : nothing}
          <span class=${unsure ? "check" : ""}>
            ${sureness(article.confidence)} ${Math.min(99, Math.round(article.confidence * 100))}%
          </span>
        </span>
        ${themes.length > 0 ? html`<span class="facts themes">${themes.slice(0, NAMED).map((name) => html`<span lang="zh">${name}</span>`)}</span>` : nothing}
      </button>
    </li>`;
  }
}

define("banmian-contents", BanmianContents);
