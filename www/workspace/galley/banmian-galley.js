import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { headlineOf } from "../../elements/facts.js";
import { grouped, repairs as repairKinds } from "../../elements/kinds.js";
import { NO_TAGS, repairPoints, seated, tagsOf } from "../../elements/marks.js";
import { clipped, more } from "../../elements/more.js";
import { textsOf } from "../../elements/place.js";
import { outermost, runs } from "../../elements/runs.js";
import { sayReported } from "../../language/report.js";
import { Speaker, say } from "../../language/say.js";
import { tagLines } from "../../styles/tags.js";
import { controls, tokens } from "../../styles/tokens.js";
import "./banmian-menu.js";
import "./banmian-tag-form.js";
import { drag } from "./drag.js";
import { articleItems, blockItems, looseItems, seamItems } from "./items.js";
import { Naming } from "./naming.js";
import { roleName } from "./roles.js";
import { Steps, blocksOf, keyOf } from "./steps.js";
import { galleyStyle } from "./style.js";

/** @import { Article, Block, Repair, Report, Text } from "../../../src/report.js" */
/** @import { Tag } from "../../elements/marks.js" */
/** @import { Change, Role } from "../corrections/operations.js" */
/** @import { BanmianMenu } from "./banmian-menu.js" */
/** @import { Spot } from "./drag.js" */

/** Articles that are set without being asked for, and again with each press of the button below them: each in a task of its own. */
const BATCH = 40;
/** Characters of one block that are set. */
const LONGEST = 20_000;

/**
 * 校样: a page to be corrected. Every headline and paragraph has a handle to drag it by, or to open its menu; words that
 * are selected can be marked as names.
 *
 * @fires {CustomEvent<{ changes: Change[] }>} banmian-correct - what the reader did
 */
export class BanmianGalley extends LitElement {
  static properties = {
    /** The report with the corrections so far. */
    report: { attribute: false },
    input: { attribute: false },
    over: { state: true },
    held: { state: true },
    wanted: { state: true },
    shown: { state: true },
  };

  static styles = [tokens, controls, tagLines, galleyStyle];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Report | null} */
    this.report = null;
    this.input = "";
    /** Where what is dragged would fall. @type {{ key: string, after: boolean } | null} */
    this.over = null;
    /** What is dragged. @type {string | null} */
    this.held = null;
    /** Articles to be set, and how many of them are. */
    this.wanted = BATCH;
    this.shown = 1;
  }

  /** @type {Steps | null} */
  #steps = null;
  /** @type {Map<string, Tag[]>} */
  #tags = new Map();
  /** The block that gets the focus once it is set again. @type {string | null} */
  #focus = null;
  #naming = new Naming(this, (change) => this.#tell(change));

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!this.report || !(changed.has("report") || changed.has("input"))) return;
    this.#steps = new Steps(this.report, this.input);
    this.#tags = tagsOf(this.report);
  }

  updated() {
    const { shown } = this;
    if (shown < this.wanted && this.report?.articles[shown]) setTimeout(() => (this.shown = Math.max(this.shown, shown + 1)));
    if (this.#focus === null) return;
    const grip = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[data-key="${this.#focus}"] .grip`));
    this.#focus = null;
    grip?.focus();
    grip?.scrollIntoView({ block: "nearest" });
  }

  render() {
    const { report } = this;
    if (!report) return nothing;
    const rest = report.articles.length - this.wanted;
    return html`
      <h2 class="hushed">${say`校样`}</h2>
      <p class="hint">${say`拖动每段前的手柄可以移动；点手柄，或用键盘选中手柄后按回车，打开菜单；选中文字可以标注。`}</p>
      ${repeat(report.articles.slice(0, this.shown), ({ id }) => id, (article, index) => this.#story(article, index))}
      ${more(rest, say`继续显示（还有 ${grouped(rest)} 篇）`, () => (this.wanted += BATCH))}
      ${report.unplaced.length > 0 ? this.#loose(report.unplaced) : nothing}
      <banmian-menu></banmian-menu>
      <banmian-tag-form @banmian-tag=${this.#naming.onTag} @banmian-untag=${this.#naming.onUntag}></banmian-tag-form>
    `;
  }

  /**
   * @param {Article} article
   * @param {number} index
   */
  #story(article, index) {
    const key = `story-${article.id}`;
    const steps = /** @type {Steps} */ (this.#steps);
    const act = (/** @type {Change | null} */ change) => this.#do(change, key);
    const layers = {
      tags: seated(article, this.input, this.#tags.get(article.id) ?? NO_TAGS),
      repairs: repairPoints(article, this.input),
    };
    return html`<section class="story ${this.#state(key)}" data-key=${key} data-article=${article.id} aria-label=${say`第 ${index + 1} 篇`}>
      <header>
        <button
          class="plain grip"
          type="button"
          aria-haspopup="menu"
          aria-label=${say`第 ${index + 1} 篇：${headlineOf(article)}`}
          title=${say`拖动整篇；点开菜单`}
          @pointerdown=${(/** @type {PointerEvent} */ event) => this.#dragStory(event, article, key)}
          @keydown=${(/** @type {KeyboardEvent} */ event) => this.#onKey(event, (way) => act(steps.shiftArticle(article, way)))}
          @click=${(/** @type {MouseEvent} */ event) => this.#open(event, say`第 ${index + 1} 篇`, articleItems(steps, article, act))}
        >⠿</button>
        <h3>${say`第 ${index + 1} 篇`}</h3>
        <div class="acts">
          ${steps.beside(article, -1) ? html`<button class="button" type="button" @click=${() => act(steps.mergeWith(article, -1))}>${say`并入上一篇`}</button>` : nothing}
        </div>
      </header>
      ${repeat(blocksOf(article), keyOf, (text) => this.#block(article, text, layers))}
    </section>`;
  }

  /**
   * @param {Article} article
   * @param {Text} text
   * @param {{ tags: Map<Text, { start: number, end: number, mark: Tag }[]>, repairs: Map<Text, { at: number, repair: Repair }[]> }} layers
   */
  #block(article, text, { tags, repairs }) {
    const role = roleIn(article, text);
    const key = String(keyOf(text));
    const steps = /** @type {Steps} */ (this.#steps);
    const act = (/** @type {Change | null} */ change) => this.#do(change, key);
    const items = () => blockItems(steps, article, text, role, { act, onTag: (opener) => this.#naming.tagWords(opener, text) });
    return html`<div class="block ${role} ${this.#state(key)}" data-key=${key} data-article=${article.id}>
      <button
        class="plain grip"
        type="button"
        aria-haspopup="menu"
        aria-label=${say`${roleName(role)}：${clipped(text.text, 24)}`}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        @pointerdown=${(/** @type {PointerEvent} */ event) => this.#dragBlock(event, text, key)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.#onKey(event, (way) => act(steps.shiftBlock(article, text, way)))}
        @click=${(/** @type {MouseEvent} */ event) => this.#open(event, roleName(role), items())}
      >⠿</button>
      <span class="role">${roleName(role)}</span>
      <div class="words" lang="zh">${this.#words(text, tags.get(text) ?? [], repairs.get(text) ?? [])}</div>
    </div>`;
  }

  /**
   * @param {Text} text
   * @param {{ start: number, end: number, mark: Tag }[]} tags
   * @param {{ at: number, repair: Repair }[]} repairs
   */
  #words(text, tags, repairs) {
    const length = Math.min(text.text.length, LONGEST);
    const signs = (/** @type {number} */ at) => repairs.filter((one) => one.at === at).map(({ repair }) => this.#seam(text, repair));
    const covers = outermost(tags).filter(({ start }) => start < length);
    const points = repairs.map(({ at }) => at);
    const list = runs(length, covers, points).map(({ start, end, marks: [tag] }) => {
      const words = text.text.slice(start, end);
      return [signs(start), tag ? html`<span class="tag ${tag.entity.kind}" title=${tag.entity.name} @click=${(/** @type {MouseEvent} */ event) => this.#naming.onTagged(event, tag)}>${words}</span>` : words];
    });
    return [list, signs(length)];
  }

  /**
   * @param {Text} text
   * @param {Repair} repair
   */
  #seam(text, repair) {
    const { sign, name } = repairKinds()[repair.kind];
    const label = say`修补：${name}。${sayReported(repair.reason)}`;
    const act = (/** @type {Change | null} */ change) => this.#do(change, String(keyOf(text)));
    return html`<button class="plain seam" type="button" data-sign=${sign} aria-haspopup="menu" aria-label=${label} title=${sayReported(repair.reason)} @click=${(/** @type {MouseEvent} */ event) => this.#open(event, label, seamItems(this.input, text, repair, act))}></button>`;
  }

  /** @param {Block[]} blocks */
  #loose(blocks) {
    const steps = /** @type {Steps} */ (this.#steps);
    return html`<section class="loose" aria-label=${say`未归入稿件的文字`}>
      <h3>${say`未归入稿件的文字`}</h3>
      <p>${say`报头、版次、责编和找不到归属的残段；可以拖进稿件。`}</p>
      ${repeat(blocks.slice(0, BATCH * 4), keyOf, (block) => {
        const key = String(keyOf(block));
        const items = () => looseItems(steps, block, (change) => this.#do(change, key));
        return html`<div class="block ${this.#state(key)}" data-key=${key}>
          <button
            class="plain grip"
            type="button"
            aria-haspopup="menu"
            aria-label=${say`${roleName(block.role)}：${clipped(block.text, 24)}`}
            @pointerdown=${(/** @type {PointerEvent} */ event) => this.#dragBlock(event, block, key)}
            @click=${(/** @type {MouseEvent} */ event) => this.#open(event, roleName(block.role), items())}
          >⠿</button>
          <span class="role">${roleName(block.role)}</span>
          <div class="loose-words" lang="zh">${clipped(block.text, 2_000)}</div>
        </div>`;
      })}
    </section>`;
  }

  /** @param {string} key */
  #state(key) {
    const over = this.over?.key === key ? (this.over.after ? "over-after" : "over-before") : "";
    return `${over} ${this.held === key ? "held" : ""}`;
  }

  /**
   * @param {Change | null} change
   * @param {string} key of what has the focus afterwards
   */
  #do(change, key) {
    if (!change) return;
    this.#focus = key;
    this.#tell(change);
  }

  /** @param {Change} change */
  #tell(change) {
    this.dispatchEvent(new CustomEvent("banmian-correct", { detail: { changes: [change] }, bubbles: true, composed: true }));
  }

  /**
   * @param {MouseEvent} event
   * @param {string} label
   * @param {import("./banmian-menu.js").Item[]} items
   */
  #open({ currentTarget }, label, items) {
    const menu = /** @type {BanmianMenu} */ (this.renderRoot.querySelector("banmian-menu"));
    void menu.open(/** @type {HTMLElement} */ (currentTarget), label, items);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {(way: 1 | -1) => void} shift
   */
  #onKey(event, shift) {
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
  #dragBlock(event, block, key) {
    this.#drag(event, key, ".block", ({ element, after }) => {
      const { article: id, key: other } = element.dataset;
      if (other === key) return null;
      const steps = /** @type {Steps} */ (this.#steps);
      const article = this.report?.articles.find((one) => one.id === id);
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
  #dragStory(event, article, key) {
    this.#drag(event, key, ".story", ({ element, after }) => {
      const steps = /** @type {Steps} */ (this.#steps);
      const other = this.report?.articles.find(({ id }) => id === element.dataset.article);
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
      root: /** @type {ShadowRoot} */ (this.renderRoot),
      selector,
      onOver: (spot) => {
        this.over = spot && { key: spot.element.dataset.key ?? "", after: spot.after };
        this.held = spot && key;
      },
      onDrop: (spot) => this.#do(change(spot), key),
    });
  }
}

/**
 * @param {Article} article
 * @param {Text} text
 * @returns {Role}
 */
function roleIn(article, text) {
  if (text === article.kicker) return "kicker";
  if (text === article.title) return "title";
  if (article.subtitles.includes(text)) return "subtitle";
  return /** @type {Article["paragraphs"][number]} */ (text).role;
}

customElements.define("banmian-galley", BanmianGalley);
