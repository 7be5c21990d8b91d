import { LitElement, html, nothing } from "lit";
import { Speaker, say } from "../language/say.js";
import { articleStyle } from "../styles/article.js";
import { tagLines } from "../styles/tags.js";
import { controls, tokens } from "../styles/tokens.js";
import { lengthOf, untitled } from "./facts.js";
import { grouped, repairs as repairKinds, sureness } from "./kinds.js";
import { NO_MARKS, repairPoints, seated } from "./marks.js";
import { clipped, more } from "./more.js";
import { placesOf } from "./place.js";
import { setText } from "./setting.js";

/** @import { Article, Paragraph, Person, Span, Text } from "../../src/report.js" */
/** @import { Marks } from "./marks.js" */

/** Characters that are set at first: a page without line ends must not stop the browser. */
const FIRST = 30_000;

/** Characters of a headline that are set; no headline has as many. */
const HEADLINE = 2_000;

/** Repairs that are listed below an article; all are marked in its text. */
const LISTED = 100;

/**
 * One article, set as a newspaper sets it, with its tags and repairs marked.
 *
 * @fires {CustomEvent<{ id: string }>} banmian-choose-entity - a tag was clicked; the id of its entity
 * @csspart headline - the headline with its kicker and subtitles
 * @csspart kicker - 引题
 * @csspart title - 主题
 * @csspart subtitle - 副题
 * @csspart body - the paragraphs together
 * @csspart paragraph - a paragraph; also heading, caption, note, credit
 * @csspart dateline - 讯头
 * @csspart name - a name of the byline
 * @csspart foot - keywords, repairs, digest
 */
export class BanmianArticle extends LitElement {
  static properties = {
    /** The article as the report has it. */
    article: { attribute: false },
    /** The analysed text. */
    input: { attribute: false },
    /** Its tags and theme mentions; see marks.js. */
    marks: { attribute: false },
    /** Kinds of tags that are switched off. */
    hiddenKinds: { attribute: false },
    /** Id of the entity or theme whose mentions are lit. */
    lit: { attribute: false },
    /** Its number on the page, from 1. */
    number: { type: Number },
    target: { state: true },
    shown: { state: true },
  };

  static styles = [tokens, controls, tagLines, articleStyle];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Article | null} */
    this.article = null;
    this.input = "";
    /** @type {Marks} */
    this.marks = NO_MARKS;
    /** @type {ReadonlySet<string>} */
    this.hiddenKinds = new Set();
    /** @type {string | null} */
    this.lit = null;
    this.number = 0;
    /** @type {Span | null} */
    this.target = null;
    this.shown = FIRST;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const { article, input, marks, target } = this;
    if (!article) return;
    if (changed.has("article") || changed.has("input") || changed.has("marks")) {
      this.#layers = {
        tags: seated(article, input, marks.tags),
        themes: seated(article, input, marks.themes),
        dateline: seated(article, input, article.dateline?.spans ?? []),
        names: seated(article, input, article.byline),
        repairs: repairPoints(article, input),
        target: new Map(),
      };
    }
    this.#layers.target = target ? seated(article, input, [target]) : new Map();
  }

  /** @type {import("./setting.js").Layers} */
  #layers = { tags: new Map(), themes: new Map(), dateline: new Map(), names: new Map(), repairs: new Map(), target: new Map() };

  /**
   * Scrolls to a range of the input, gives it the focus and lets it flash.
   * @param {Span} range
   * @returns {Promise<boolean>} whether the article shows any of it
   */
  async reveal(range) {
    if (!this.article) return false;
    const [place] = placesOf(this.article, this.input, range);
    if (!place) return false;
    this.#showUpTo(place.text, place.end);
    this.target = null;
    await this.updateComplete;
    this.target = range;
    await this.updateComplete;
    const mark = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".target"));
    mark?.scrollIntoView({ block: "center" });
    mark?.focus({ preventScroll: true });
    return mark !== null;
  }

  /** Scrolls to the headline and gives it the focus. */
  async revealTitle() {
    this.target = null;
    await this.updateComplete;
    const title = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("h3"));
    title?.scrollIntoView({ block: "center" });
    title?.focus({ preventScroll: true });
  }

  /** Takes the mark of the last `reveal` away. */
  settle() {
    this.target = null;
  }

  /**
   * @param {Text} text
   * @param {number} end
   */
  #showUpTo(text, end) {
    let before = 0;
    for (const paragraph of this.article?.paragraphs ?? []) {
      if (paragraph === text) this.shown = Math.max(this.shown, before + end + 1000);
      before += paragraph.text.length;
    }
  }

  render() {
    const { article } = this;
    if (!article) return nothing;
    return html`<article aria-labelledby="title">
      ${this.#label(article)}
      <header part="headline">
        ${article.kicker ? html`<p class="kicker" part="kicker">${this.#set(article.kicker)}</p>` : nothing}
        <h3 class="title ${article.title.text ? "" : "untitled"}" part="title" id="title" tabindex="-1">
          ${article.title.text ? this.#set(article.title) : untitled()}
        </h3>
        ${article.subtitles.map((text) => html`<p class="subtitle" part="subtitle">${this.#set(text)}</p>`)}
        ${this.#source(article)}
      </header>
      <div class="body" part="body">${this.#paragraphs(article)}</div>
      ${this.#foot(article)}
    </article>`;
  }

  /** @param {Article} article */
  #label(article) {
    const unsure = article.confidence < 0.5;
    return html`<p class="label" part="label">
      ${this.number ? html`<b>${say`第 ${this.number} 篇`}</b>` : nothing}
      <span>${say`${grouped(lengthOf(article))} 字`}</span>
      ${article.category ? html`<span>${article.category.name}</span>` : nothing}
      ${article.continued ? html`<span>${continuation(article.continued)}</span>` : nothing}
      <span class=${unsure ? "check" : ""}>${say`分篇${sureness(article.confidence)}`}</span>
    </p>`;
  }

  /**
   * What the report knows of source and authors beyond the words that the paragraphs show.
   * @param {Article} article
   */
  #source(article) {
    const { dateline, byline } = article;
    const unseen = (/** @type {Span} */ range) => placesOf(article, this.input, range).length === 0;
    const from = dateline?.spans.every(unseen) ? [dateline.agency, dateline.place, dateline.date].filter(Boolean) : [];
    const people = byRole(byline.filter(unseen));
    if (from.length + people.length === 0) return nothing;
    return html`<p class="source" part="source">
      ${from.length > 0 ? html`<span>${from.join("　")}</span>` : nothing}
      ${people.map(([role, list]) => html`<span>${role} <b>${list.map(signed).join("　")}</b></span>`)}
    </p>`;
  }

  /** @param {Article} article */
  #paragraphs(article) {
    let left = this.shown;
    const rows = [];
    for (const paragraph of article.paragraphs) {
      if (left <= 0) break;
      rows.push(this.#paragraph(paragraph, left));
      left -= paragraph.text.length;
    }
    const rest = article.paragraphs.reduce((sum, { text }) => sum + text.length, 0) - this.shown;
    return [rows, more(rest, say`继续显示（还有 ${grouped(rest)} 字）`, () => (this.shown += FIRST))];
  }

  /**
   * @param {Paragraph} paragraph
   * @param {number} limit
   */
  #paragraph(paragraph, limit) {
    const words = this.#set(paragraph, limit);
    if (paragraph.role === "heading") return html`<h4 part="heading">${words}</h4>`;
    if (paragraph.role === "body") return html`<p part="paragraph">${words}</p>`;
    const label = paragraph.role === "caption" ? say`图片说明` : nothing;
    const opening = paragraph.role === "credit" && this.#layers.dateline.has(paragraph) ? "opening" : "";
    return html`<p class="${paragraph.role} ${opening}" part=${paragraph.role} data-label=${label}>${words}</p>`;
  }

  /**
   * @param {Text} text
   * @param {number} [limit]
   */
  #set(text, limit = HEADLINE) {
    const { hiddenKinds, lit } = this;
    return setText(text, limit, this.#layers, { hiddenKinds, lit, onChoose: (id) => this.#choose(id) });
  }

  /** @param {string} id */
  #choose(id) {
    if (getSelection()?.isCollapsed === false) return;
    this.dispatchEvent(new CustomEvent("banmian-choose-entity", { detail: { id }, bubbles: true }));
  }

  /** @param {Article} article */
  #foot(article) {
    const { keywords, repairs, summary } = article;
    if (keywords.length + repairs.length + summary.length === 0) return nothing;
    return html`<footer part="foot">
      ${keywords.length > 0
        ? html`<dl><div><dt>${say`关键词`}</dt>${keywords.slice(0, 8).map(({ term }) => html`<dd>${term}</dd>`)}</div></dl>`
        : nothing}
      ${summary.length > 0 ? this.#digest(summary) : nothing} ${repairs.length > 0 ? this.#repairList(repairs) : nothing}
    </footer>`;
  }

  /** @param {Span[]} summary */
  #digest(summary) {
    return html`<details>
      <summary>${say`本篇提要`}</summary>
      <ul>
        ${summary.map((range) => html`<li><button type="button" class="plain" @click=${() => this.reveal(range)}>${this.#words(range)}</button></li>`)}
      </ul>
    </details>`;
  }

  /** @param {Article["repairs"]} repairs */
  #repairList(repairs) {
    const unwraps = repairs.filter(({ kind }) => kind === "unwrap").length;
    const others = repairs.filter(({ kind }) => kind !== "unwrap");
    const names = repairKinds();
    const counts = Object.entries(names)
      .map(([kind, { name }]) => ({ name, count: repairs.filter((repair) => repair.kind === kind).length }))
      .filter(({ count }) => count > 0);
    const heading = say`修补：${counts.map(({ name, count }) => say`${name} ${grouped(count)} 处`).join("，")}`;
    if (others.length === 0) return html`<p class="repairs">${heading}</p>`;
    return html`<details class="repairs">
      <summary>${heading}</summary>
      <ul>
        ${others.slice(0, LISTED).map(({ kind, reason }) => html`<li>${names[kind].name}：${reason}</li>`)}
        ${others.length > LISTED ? html`<li>${say`其余 ${grouped(others.length - LISTED)} 处见文中的记号。`}</li>` : nothing}
        ${unwraps > 0 ? html`<li>${say`${names.unwrap.name}：${grouped(unwraps)} 处，把排版断开的行接回成段。`}</li>` : nothing}
      </ul>
    </details>`;
  }

  /** @param {Span} range */
  #words(range) {
    const [place] = this.article ? placesOf(this.article, this.input, range) : [];
    return clipped(place ? place.text.text.slice(place.start, place.end) : this.input.slice(range.start, range.end));
  }
}

/**
 * @param {Person[]} people
 * @returns {[string, Person[]][]}
 */
function byRole(people) {
  /** @type {Map<string, Person[]>} */
  const groups = new Map();
  for (const person of people) {
    const role = person.role ?? say`作者`;
    groups.set(role, [...(groups.get(role) ?? []), person]);
  }
  return [...groups];
}

/** @param {Person} person */
const signed = ({ name, organization }) => (organization ? `${name}（${organization}）` : name);

/** @param {NonNullable<Article["continued"]>} continued */
function continuation({ from, to }) {
  const page = (/** @type {string} */ name) => (name.endsWith("版") ? name : `${name}版`);
  return [from && say`上接 ${page(from)}`, to && say`下转 ${page(to)}`].filter(Boolean).join("　");
}

customElements.define("banmian-article", BanmianArticle);
