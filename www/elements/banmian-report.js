import { LitElement, html, nothing } from "lit";
import { Speaker, say } from "../language/say.js";
import { reportStyle } from "../styles/report.js";
import { controls, tokens } from "../styles/tokens.js";
import "./banmian-article.js";
import "./banmian-contents.js";
import "./banmian-entities.js";
import "./banmian-legend.js";
import "./banmian-masthead.js";
import "./banmian-themes.js";
import "./banmian-unplaced.js";
import { grouped } from "./kinds.js";
import { NO_MARKS, marksOf } from "./marks.js";
import { more } from "./more.js";
import { tabKeys } from "./tabs.js";

/** @import { Evidence, Report } from "../../src/report.js" */
/** @import { BanmianArticle } from "./banmian-article.js" */

/** @typedef {"articles" | "contents" | "themes" | "entities"} Panel */

/** @returns {Record<Panel, string>} */
const panels = () => ({ articles: say`稿件`, contents: say`目录`, themes: say`主题`, entities: say`名录` });

/**
 * Which panels are tabs, by the width the element has; the others are always in sight.
 * @type {Record<"narrow" | "medium" | "wide", Panel[]>}
 */
const TABS = {
  narrow: ["articles", "contents", "themes", "entities"],
  medium: ["themes", "entities", "contents"],
  wide: ["themes", "entities"],
};

/** The parts of an article that a host page can reach. */
export const ARTICLE_PARTS =
  "headline, kicker, title, subtitle, body, paragraph, heading, caption, note, credit, dateline, name, foot";

/** Articles that are set at first, and again with each press of the button below them. */
const BATCH = 60;

/**
 * A report to read: masthead, articles, contents, themes and entities, joined so that a theme or a name lights its
 * mentions and a sentence leads to its place.
 *
 * @csspart page - the sheet everything lies on
 */
export class BanmianReport extends LitElement {
  static properties = {
    /** The report. */
    report: { attribute: false },
    /** The text that was analysed. */
    input: { attribute: false },
    width: { state: true },
    panel: { state: true },
    hiddenKinds: { state: true },
    lit: { state: true },
    step: { state: true },
    shown: { state: true },
  };

  static styles = [tokens, controls, reportStyle];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Report | null} */
    this.report = null;
    this.input = "";
    /** @type {keyof typeof TABS} */
    this.width = "wide";
    /** @type {Panel} */
    this.panel = "articles";
    /** @type {ReadonlySet<string>} */
    this.hiddenKinds = new Set();
    /** Id of the entity or theme whose mentions are lit. @type {string | null} */
    this.lit = null;
    /** Which of its mentions was visited last; -1 before the first. */
    this.step = -1;
    this.shown = BATCH;
  }

  /** @type {Map<string, import("./marks.js").Marks>} */
  #marks = new Map();
  #observer = new ResizeObserver(([{ contentRect }]) => this.#measure(contentRect.width));

  connectedCallback() {
    super.connectedCallback();
    this.#measure(this.getBoundingClientRect().width);
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  /** @param {number} width in CSS pixels; 0 while hidden */
  #measure(width) {
    if (width > 0) this.width = width < 680 ? "narrow" : width < 1320 ? "medium" : "wide";
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("report") || !this.report) return;
    this.#marks = marksOf(this.report);
    this.lit = null;
    this.shown = BATCH;
  }

  /**
   * Brings a place of the text into sight: an article, or a range in it.
   * @param {{ article: string, start?: number, end?: number }} place
   */
  async reveal({ article: id, start, end }) {
    const index = this.report?.articles.findIndex((article) => article.id === id) ?? -1;
    if (index < 0) return;
    this.panel = "articles";
    this.shown = Math.max(this.shown, index + 1);
    await this.updateComplete;
    const articles = /** @type {BanmianArticle[]} */ ([...this.renderRoot.querySelectorAll("banmian-article")]);
    for (const other of articles) if (other !== articles[index]) other.settle();
    const found = start !== undefined && end !== undefined && (await articles[index].reveal({ start, end }));
    if (!found) await articles[index].revealTitle();
  }

  render() {
    const { report, width } = this;
    if (!report) return nothing;
    const wide = width === "wide";
    const narrow = width === "narrow";
    return html`<div
      class="page ${width}"
      part="page"
      @banmian-jump=${(/** @type {CustomEvent<Evidence>} */ event) => this.reveal(event.detail)}
      @banmian-open=${(/** @type {CustomEvent<{ article: string }>} */ event) => this.reveal(event.detail)}
      @banmian-choose-theme=${this.#onChoose}
      @banmian-choose-entity=${this.#onChoose}
      @banmian-switch=${this.#onSwitch}
      @keydown=${this.#onKey}
    >
      <banmian-masthead .report=${report}></banmian-masthead>
      ${narrow ? this.#tabs() : nothing}
      <div class="columns">
        ${wide ? html`<nav class="side contents-side" aria-label=${say`目录`}>${this.#panelBody("contents")}</nav>` : nothing}
        ${this.#articles(report, narrow)}
        ${narrow ? this.#narrowPanel() : html`<aside class="side" aria-label=${say`主题与名录`}>${this.#tabs()}${this.#tabPanel(this.#sidePanel)}</aside>`}
      </div>
      ${this.#walk()}
    </div>`;
  }

  get #sidePanel() {
    return TABS[this.width].includes(this.panel) ? this.panel : TABS[this.width][0];
  }

  #tabs() {
    return html`<div role="tablist" aria-label=${say`查看`} @keydown=${tabKeys}>
      ${TABS[this.width].map((panel) => {
        const selected = panel === this.#sidePanel;
        return html`<button
          class="plain"
          role="tab"
          type="button"
          id=${`tab-${panel}`}
          aria-selected=${selected}
          aria-controls=${selected ? `panel-${panel}` : nothing}
          tabindex=${selected ? 0 : -1}
          @click=${() => (this.panel = panel)}
        >${panels()[panel]}</button>`;
      })}
    </div>`;
  }

  #narrowPanel() {
    return this.panel === "articles" ? nothing : this.#tabPanel(this.panel);
  }

  /** @param {Panel} panel */
  #tabPanel(panel) {
    return html`<div role="tabpanel" id=${`panel-${panel}`} aria-labelledby=${`tab-${panel}`}>${this.#panelBody(panel)}</div>`;
  }

  /** @param {Panel} panel */
  #panelBody(panel) {
    const { report, input, lit } = this;
    if (!report) return nothing;
    if (panel === "contents") return html`<banmian-contents .articles=${report.articles}></banmian-contents>`;
    if (panel === "entities") return html`<banmian-entities .entities=${report.entities} .chosen=${lit}></banmian-entities>`;
    return html`<banmian-themes .report=${report} .input=${input} .chosen=${lit}></banmian-themes>`;
  }

  /**
   * @param {Report} report
   * @param {boolean} narrow
   */
  #articles(report, narrow) {
    const rest = report.articles.length - this.shown;
    return html`<div
      class="main"
      role=${narrow ? "tabpanel" : "region"}
      id="panel-articles"
      aria-label=${say`稿件`}
      ?hidden=${narrow && this.panel !== "articles"}
    >
      ${report.entities.length > 0
        ? html`<div class="bar"><banmian-legend .entities=${report.entities} .hiddenKinds=${this.hiddenKinds}></banmian-legend></div>`
        : nothing}
      ${report.articles.length === 0 ? html`<p class="nothing">${say`这段文字里没有分出稿件。`}${report.unplaced.length > 0 ? html`<br />${say`原文都在下面，没有丢失。`}` : nothing}</p>` : nothing}
      ${report.articles.slice(0, this.shown).map(
        (article, index) => html`<banmian-article
          exportparts=${ARTICLE_PARTS}
          .article=${article}
          .input=${this.input}
          .marks=${this.#marks.get(article.id) ?? NO_MARKS}
          .hiddenKinds=${this.hiddenKinds}
          .lit=${this.lit}
          .number=${index + 1}
        ></banmian-article>`,
      )}
      ${more(rest, say`继续显示（还有 ${grouped(rest)} 篇）`, () => (this.shown += BATCH))}
      ${report.unplaced.length > 0 ? html`<banmian-unplaced .blocks=${report.unplaced}></banmian-unplaced>` : nothing}
    </div>`;
  }

  /** The bar that walks through the mentions of what is lit. */
  #walk() {
    const places = this.#litPlaces();
    if (places.length === 0) return nothing;
    const name = [...(this.report?.themes ?? []), ...(this.report?.entities ?? [])].find(({ id }) => id === this.lit)?.name;
    return html`<div class="walk" role="group" aria-label=${say`逐处查看`}>
      <b>${name}</b>
      <span role="status">${this.step < 0 ? say`${grouped(places.length)} 处` : say`${grouped(this.step + 1)} / ${grouped(places.length)} 处`}</span>
      <button class="plain" type="button" aria-label=${say`上一处`} @click=${() => this.#go(places, -1)}>↑</button>
      <button class="plain" type="button" aria-label=${say`下一处`} @click=${() => this.#go(places, 1)}>↓</button>
      <button class="plain" type="button" aria-label=${say`取消高亮`} @click=${() => this.#light(null)}>✕</button>
    </div>`;
  }

  /** Mentions of what is lit, in the order of the page. */
  #litPlaces() {
    const { report, lit } = this;
    if (!report || !lit) return [];
    const one = report.themes.find(({ id }) => id === lit) ?? report.entities.find(({ id }) => id === lit);
    const order = new Map(report.articles.map(({ id }, index) => [id, index]));
    const rank = (/** @type {Evidence} */ { article }) => order.get(article) ?? Infinity;
    return [...(one?.mentions ?? [])].sort((a, b) => rank(a) - rank(b) || a.start - b.start);
  }

  /**
   * @param {Evidence[]} places
   * @param {1 | -1} way
   */
  #go(places, way) {
    this.step = this.step < 0 && way < 0 ? places.length - 1 : (this.step + way + places.length) % places.length;
    void this.reveal(places[this.step]);
  }

  /** @param {string | null} id */
  #light(id) {
    this.lit = id;
    this.step = -1;
  }

  /** @param {CustomEvent<{ id: string | null }>} event */
  #onChoose(event) {
    this.#light(event.detail.id);
  }

  /** @param {CustomEvent<{ kind: string, on: boolean }>} event */
  #onSwitch({ detail: { kind, on } }) {
    const hidden = new Set(this.hiddenKinds);
    if (on) hidden.delete(kind);
    else hidden.add(kind);
    this.hiddenKinds = hidden;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === "Escape" && this.lit) this.#light(null);
  }
}

customElements.define("banmian-report", BanmianReport);
