import { LitElement, html, nothing } from "lit";
import { cache } from "lit/directives/cache.js";
import { Speaker, say } from "../language/say.js";
import { readingStyle } from "../styles/reading.js";
import { controls, tokens } from "../styles/tokens.js";
import "./banmian-article.js";
import "./banmian-legend.js";
import "./banmian-themes.js";
import { define } from "./define.js";
import { lengthOf, pageHeads } from "./facts.js";
import { NOTHING_LIT } from "./hits.js";
import { grouped } from "./kinds.js";
import { Later } from "./later.js";
import { NO_TAGS, tagsOf } from "./marks.js";
import { more } from "./more.js";
import { ARTICLE_PARTS } from "./parts.js";
import { tabKeys } from "./tabs.js";

/** @import { Article, Report } from "../../src/report.js" */
/** @import { BanmianArticle } from "./banmian-article.js" */
/** @import { BanmianUnplaced } from "./banmian-unplaced.js" */
/** @import { Lit } from "./hits.js" */
/** @import { Item } from "./review.js" */

/** @typedef {"articles" | "contents" | "themes" | "entities" | "review"} Panel */
/** @typedef {"narrow" | "medium" | "wide"} Width */

/** @returns {Record<Panel, string>} */
const panels = () => ({ articles: say`稿件`, contents: say`目录`, themes: say`主题`, entities: say`名录`, review: say`待核对` });

/**
 * Which panels are tabs, by the width the element has; the others are always in sight.
 * @type {Record<Width, Panel[]>}
 */
const TABS = {
  narrow: ["articles", "contents", "themes", "entities", "review"],
  medium: ["themes", "entities", "contents", "review"],
  wide: ["themes", "entities", "review"],
};

const LOADED_LATER = {
  contents: () => import("./banmian-contents.js"),
  entities: () => import("./banmian-entities.js"),
  unplaced: () => import("./banmian-unplaced.js"),
};

/** Articles that are set without being asked for, and again with each press of the button below them. */
const BATCH = 60;

/** Articles of another report that are set at once: the others follow, so that a hand on the page is never kept waiting. */
const AT_ONCE = 3;

/**
 * The articles of a page as they are read, with contents, themes, names and what is to be checked beside them.
 *
 * @slot dock - what stays at the foot of the articles
 */
export class BanmianReading extends LitElement {
  static properties = {
    report: { attribute: false },
    /** The text that was analysed. */
    input: { attribute: false },
    /** How much room there is. */
    width: {},
    /** Places that are lit; see hits.js. */
    lit: { attribute: false },
    /** Ids of articles that have something lit. */
    litArticles: { attribute: false },
    /** Id of the entity or theme that is lit. */
    chosen: { attribute: false },
    /** Keys of items that the reader has accepted. */
    accepted: { attribute: false },
    /** Whether what is accepted or changed is heard by someone. */
    desk: { type: Boolean },
    panel: { state: true },
    hiddenKinds: { state: true },
    wanted: { state: true },
    shown: { state: true },
  };

  static styles = [tokens, controls, readingStyle];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Report | null} */
    this.report = null;
    this.input = "";
    /** @type {Width} */
    this.width = "wide";
    /** @type {Lit} */
    this.lit = NOTHING_LIT;
    /** @type {ReadonlySet<string>} */
    this.litArticles = new Set();
    /** @type {string | null} */
    this.chosen = null;
    /** @type {ReadonlySet<string>} */
    this.accepted = new Set();
    this.desk = false;
    /** @type {Panel} */
    this.panel = "articles";
    /** @type {ReadonlySet<string>} */
    this.hiddenKinds = new Set();
    /** Articles to be set, and how many of them are. */
    this.wanted = BATCH;
    this.shown = 0;
  }

  /** Whether the turn of what stands beside the articles has come. */
  #panelled = false;
  /** @type {Later<Panel | "unplaced">} */
  #later = new Later(this, { ...LOADED_LATER, review: () => this.#loadReview() });
  /** @type {typeof import("./review.js").toReview | null} */
  #toReview = null;
  /** What is to be checked, once it has been asked. @type {Item[] | null} */
  #items = null;
  /** @type {Map<string, import("./marks.js").Tag[]>} */
  #tags = new Map();
  /** @type {Map<string, string>} */
  #heads = new Map();

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("report") || !this.report) return;
    this.#tags = tagsOf(this.report);
    this.#heads = pageHeads(this.report);
    this.#items = null;
    // The page is read first; how much of it is to be checked is counted then.
    setTimeout(() => this.#later.ask("review"));
    this.wanted = BATCH;
    this.shown = Math.min(this.shown, AT_ONCE);
  }

  /** What is still to be set, a task for each part: first an article, then what stands beside, then the other articles. */
  updated() {
    const { shown } = this;
    const rest = shown < this.wanted && this.report?.articles[shown];
    if (rest && (this.#panelled || !shown)) setTimeout(() => (this.shown = Math.max(this.shown, shown + 1)));
    else if (!this.#panelled) setTimeout(() => ((this.#panelled = true), this.requestUpdate()));
  }

  /**
   * Brings a place of the text into sight: an article, a range in it, or a range that belongs to none.
   * @param {{ article: string | null, start?: number, end?: number }} place
   */
  async reveal({ article: id, start, end }) {
    const index = this.report?.articles.findIndex((article) => article.id === id) ?? -1;
    if (id !== null && index < 0) return;
    if (this.width === "narrow") this.panel = "articles";
    this.wanted = Math.max(this.wanted, index + 1);
    this.shown = Math.max(this.shown, index + 1);
    await this.updateComplete;
    const articles = /** @type {BanmianArticle[]} */ ([...this.renderRoot.querySelectorAll("banmian-article")]);
    for (const other of articles) if (other !== articles[index]) other.settle();
    const range = start !== undefined && end !== undefined ? { start, end } : null;
    if (index < 0) {
      await this.#later.ask("unplaced");
      await this.updateComplete;
      const unplaced = /** @type {BanmianUnplaced | null} */ (this.renderRoot.querySelector("banmian-unplaced"));
      if (range) await unplaced?.reveal?.(range);
      return;
    }
    const found = range && (await articles[index].reveal(range));
    if (!found) await articles[index].revealTitle();
  }

  render() {
    const { report, width } = this;
    if (!report) return nothing;
    const narrow = width === "narrow";
    return html`<div class=${width} @banmian-switch=${this.#onSwitch}>
      ${narrow ? this.#tabs() : nothing}
      <div class="columns">
        ${width === "wide" ? html`<nav class="side contents-side" aria-label=${say`目录`}>${this.#panelBody("contents")}</nav>` : nothing}
        ${this.#articles(report, narrow)}
        ${narrow ? this.#narrowPanel() : html`<aside class="side" aria-label=${say`主题与名录`}>${this.#tabs()}${this.#tabPanel(this.#sidePanel)}</aside>`}
      </div>
      ${narrow ? html`<slot name="dock"></slot>` : nothing}
    </div>`;
  }

  async #loadReview() {
    const [{ toReview }] = await Promise.all([import("./review.js"), import("./banmian-review.js")]);
    this.#toReview = toReview;
  }

  get #toCheck() {
    if (this.report && this.#toReview) this.#items ??= this.#toReview(this.report, this.input);
    return this.#items ?? [];
  }

  get #sidePanel() {
    return TABS[this.width].includes(this.panel) ? this.panel : TABS[this.width][0];
  }

  #tabs() {
    const open = this.#toCheck.filter(({ key }) => !this.accepted.has(key)).length;
    return html`<div role="tablist" aria-label=${say`查看`} @keydown=${tabKeys}>
      ${TABS[this.width].map((panel) => {
        const selected = panel === this.#sidePanel;
        return html`<button
          class="plain"
          type="button"
          role="tab"
          id=${`tab-${panel}`}
          aria-selected=${selected}
          aria-controls=${selected ? `panel-${panel}` : nothing}
          tabindex=${selected ? 0 : -1}
          @click=${() => (this.panel = panel)}
        >${panels()[panel]}${panel === "review" && open > 0 ? html`<small>${grouped(open)}</small>` : nothing}</button>`;
      })}
    </div>`;
  }

  #narrowPanel() {
    return cache(this.panel === "articles" ? nothing : this.#tabPanel(this.panel));
  }

  /** A panel that is left keeps how far the reader has come in it. @param {Panel} panel */
  #tabPanel(panel) {
    return html`<div role="tabpanel" id=${`panel-${panel}`} aria-labelledby=${`tab-${panel}`}>${cache(this.#panelBody(panel))}</div>`;
  }

  /** @param {Panel} panel */
  #panelBody(panel) {
    const { report, input, chosen } = this;
    if (!report || !this.#panelled) return nothing;
    return this.#later.part(panel, () => {
      if (panel === "contents") return html`<banmian-contents .report=${report} .lit=${this.litArticles}></banmian-contents>`;
      if (panel === "entities") return html`<banmian-entities .entities=${report.entities} .articles=${report.articles} .chosen=${chosen}></banmian-entities>`;
      if (panel === "review") {
        return html`<banmian-review .items=${this.#toCheck} .articles=${report.articles} .accepted=${this.accepted} ?desk=${this.desk}></banmian-review>`;
      }
      return html`<banmian-themes .report=${report} .input=${input} .chosen=${chosen}></banmian-themes>`;
    });
  }

  /**
   * @param {Report} report
   * @param {boolean} narrow
   */
  #articles(report, narrow) {
    const rest = report.articles.length - this.wanted;
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
      ${report.articles.slice(0, this.shown).map((article, index) => this.#article(article, index + 1))}
      ${more(rest, say`继续显示（还有 ${grouped(rest)} 篇）`, () => (this.wanted += BATCH))}
      ${report.unplaced.length > 0 ? this.#later.part("unplaced", () => html`<banmian-unplaced .blocks=${report.unplaced} .lit=${this.lit}></banmian-unplaced>`) : nothing}
      ${narrow ? nothing : html`<slot name="dock"></slot>`}
    </div>`;
  }

  /**
   * @param {Article} article
   * @param {number} number
   */
  #article(article, number) {
    const head = this.#heads.get(article.id);
    return html`${head ? html`<h2 class="page-head">${head}</h2>` : nothing}<banmian-article
        exportparts=${ARTICLE_PARTS}
        .style=${`contain-intrinsic-size:auto ${Math.round(12 + lengthOf(article) / 22)}rem`}
        .article=${article}
        .input=${this.input}
        .tags=${this.#tags.get(article.id) ?? NO_TAGS}
        .hiddenKinds=${this.hiddenKinds}
        .lit=${this.lit}
        .number=${number}
      ></banmian-article>`;
  }

  /** @param {CustomEvent<{ kind: string, on: boolean }>} event */
  #onSwitch(event) {
    event.stopPropagation();
    const { kind, on } = event.detail;
    const hidden = new Set(this.hiddenKinds);
    if (on) hidden.delete(kind);
    else hidden.add(kind);
    this.hiddenKinds = hidden;
  }
}

define("banmian-reading", BanmianReading);
