import { LitElement, html, nothing } from "lit";
import { sayReported } from "../language/report.js";
import { Speaker, say } from "../language/say.js";
import { articleStyle } from "../styles/article.js";
import { tagLines } from "../styles/tags.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { lengthOf, untitled } from "./facts.js";
import { foot } from "./foot.js";
import { NOTHING_LIT } from "./hits.js";
import { grouped, sureness } from "./kinds.js";
import { Light, paints, rangesIn } from "./lights.js";
import { NO_TAGS, repairPoints, seated } from "./marks.js";
import { more } from "./more.js";
import { placesOf, textsOf } from "./place.js";
import { setText } from "./setting.js";
import { tell } from "./tell.js";

/** @import { Article, Paragraph, Person, Span, Text } from "../../src/report.js" */
/** @import { Lit } from "./hits.js" */
/** @import { Tag } from "./marks.js" */

/** Characters that are set at first: a page without line ends must not stop the browser. */
const FIRST = 30_000;

/** Characters of an article that is long enough for two columns. */
const WIDE = 240;

/** Characters of a headline that are set; no headline has as many. */
const HEADLINE = 2_000;

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
    /** Its tags; see marks.js. */
    tags: { attribute: false },
    /** Kinds of tags that are switched off. */
    hiddenKinds: { attribute: false },
    /** Places that are lit; see hits.js. */
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
    /** @type {Tag[]} */
    this.tags = NO_TAGS;
    /** @type {ReadonlySet<string>} */
    this.hiddenKinds = new Set();
    /** @type {Lit} */
    this.lit = NOTHING_LIT;
    this.number = 0;
    /** @type {Span | null} */
    this.target = null;
    this.shown = FIRST;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const { article, input, tags, target } = this;
    if (!article) return;
    if (changed.has("article") || changed.has("input") || changed.has("tags")) {
      this.#layers = {
        tags: seated(article, input, tags),
        dateline: seated(article, input, article.dateline?.spans ?? []),
        names: seated(article, input, article.byline),
        repairs: repairPoints(article, input),
        target: new Map(),
      };
      // Where a sign cannot be loaded, the list at the foot still says what was repaired.
      if (article.repairs.length > 0) import("./banmian-repair.js").catch(() => {});
    }
    this.#layers.target = target ? seated(article, input, [target]) : new Map();
  }

  /** @type {import("./setting.js").Layers} */
  #layers = { tags: new Map(), dateline: new Map(), names: new Map(), repairs: new Map(), target: new Map() };

  #light = new Light(this);

  /** Where what is lit is painted over the text, it changes nothing in it. @param {Map<string, unknown>} changed */
  shouldUpdate(changed) {
    const set = !paints || changed.size > 1 || !changed.has("lit");
    if (!set) this.updated();
    return set;
  }

  updated() {
    this.#light.show(this.#litRanges());
  }

  /** What is lit of the texts that are set. */
  #litRanges() {
    const texts = this.article ? textsOf(this.article) : [];
    return texts.flatMap((text, index) => {
      const places = this.lit.get(text);
      const element = places && this.renderRoot.querySelector(`[data-text="${index}"]`);
      return element ? rangesIn(element, places) : [];
    });
  }

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
    const texts = textsOf(article);
    const at = (/** @type {Text} */ text) => texts.indexOf(text);
    return html`<article class=${lengthOf(article) < WIDE ? "" : "wide"} aria-labelledby="title">
      ${this.#label(article)}
      <header part="headline">
        ${article.kicker ? html`<p class="kicker ${long(article.kicker)}" lang="zh" part="kicker" data-text=${at(article.kicker)}>${this.#set(article.kicker)}</p>` : nothing}
        <h3 class="title ${article.title.text ? long(article.title) : "untitled"}" part="title" id="title" lang=${article.title.text ? "zh" : nothing} tabindex="-1" data-text=${at(article.title)}
          >${article.title.text ? this.#set(article.title) : untitled()}</h3>
        ${article.subtitles.map((text) => html`<p class="subtitle ${long(text)}" lang="zh" part="subtitle" data-text=${at(text)}>${this.#set(text)}</p>`)}
        ${this.#source(article)}
      </header>
      <div class="body" part="body">${this.#paragraphs(article)}</div>
      ${foot(article, this.input, (range) => this.reveal(range))}
    </article>`;
  }

  /** @param {Article} article */
  #label(article) {
    const unsure = article.confidence < 0.5;
    return html`<p class="label" part="label">
      ${this.number ? html`<b>${say`第 ${this.number} 篇`}</b>` : nothing}
      <span>${say`${grouped(lengthOf(article))} 字`}</span>
      ${article.category ? html`<span>${sayReported(article.category.name)}</span>` : nothing}
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
      ${from.length > 0 ? html`<span lang="zh">${from.join("　")}</span>` : nothing}
      ${people.map(([role, list]) => html`<span>${role} <b lang="zh">${list.map(signed).join("　")}</b></span>`)}
    </p>`;
  }

  /** @param {Article} article */
  #paragraphs(article) {
    let left = this.shown;
    const rows = [];
    let index = textsOf(article).length - article.paragraphs.length;
    for (const paragraph of article.paragraphs) {
      if (left <= 0) break;
      rows.push(this.#paragraph(paragraph, { index, limit: left }));
      index += 1;
      left -= paragraph.text.length;
    }
    const rest = article.paragraphs.reduce((sum, { text }) => sum + text.length, 0) - this.shown;
    return [rows, more(rest, say`继续显示（还有 ${grouped(rest)} 字）`, () => (this.shown += FIRST))];
  }

  /**
   * @param {Paragraph} paragraph
   * @param {{ index: number, limit: number }} place its number among the texts of the article, and the characters to set
   */
  #paragraph(paragraph, { index, limit }) {
    const words = this.#set(paragraph, limit);
    if (paragraph.role === "heading") return html`<h4 part="heading" lang="zh" data-text=${index}>${words}</h4>`;
    if (paragraph.role === "body") return html`<p class=${/[!-~]{20}/.test(paragraph.text) ? "ragged" : nothing} part="paragraph" lang="zh" data-text=${index}>${words}</p>`;
    const label = paragraph.role === "caption" ? say`图片说明` : nothing;
    const opening = paragraph.role === "credit" && this.#layers.dateline.has(paragraph) ? "opening" : "";
    return html`<p class="${paragraph.role} ${opening}" part=${paragraph.role} lang="zh" data-text=${index} data-label=${label}>${words}</p>`;
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
    tell(this, "banmian-choose-entity", { id });
  }
}

/** A headline with a phrase that no line has room for turns anywhere. @param {Text} text */
const long = ({ text }) => (/[^\s\p{P}]{18}/u.test(text) ? "long" : "");

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

define("banmian-article", BanmianArticle);
