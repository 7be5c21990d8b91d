import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { headlineOf } from "../../elements/facts.js";
import { grouped } from "../../elements/kinds.js";
import { NO_TAGS, repairPoints, seated, tagsOf } from "../../elements/marks.js";
import { clipped, more } from "../../elements/more.js";
import { turn } from "../../elements/turn.js";
import { Speaker, say } from "../../language/say.js";
import { tagLines } from "../../styles/tags.js";
import { controls, tokens } from "../../styles/tokens.js";
import { roleOf } from "../corrections/desk.js";
import { centre } from "../sight.js";
import "./banmian-menu.js";
import "./banmian-tag-form.js";
import { articleItems, blockItems, looseItems, seamItems } from "./items.js";
import { Moving } from "./moving.js";
import { Naming } from "./naming.js";
import { roleName } from "./roles.js";
import { Steps, blocksOf, keyOf } from "./steps.js";
import { galleyStyle } from "./style.js";
import { setWords } from "./words.js";

/** @import { TemplateResult } from "lit" */
/** @import { Article, Block, Report, Text } from "../../../src/report.js" */
/** @import { Tag } from "../../elements/marks.js" */
/** @import { Change } from "../corrections/operations.js" */
/** @import { BanmianMenu, Item } from "./banmian-menu.js" */
/** @import { Seam, Tagged } from "./words.js" */

/** Articles that are set without being asked for, and again with each press of the button below them: each in a task of its own. */
const BATCH = 40;

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
    /** Articles to be set, and how many of them are. */
    this.wanted = BATCH;
    this.shown = 1;
  }

  /** What can be done to the report. @type {Steps} */
  steps = /** @type {any} */ (null);
  /** @type {Map<string, Tag[]>} */
  #tags = new Map();
  /** The block that gets the focus once it is set. @type {string | null} */
  #focus = null;
  #moving = new Moving(this, (change, key) => this.#do(change, key));
  #naming = new Naming(this, (change) => this.#tell(change));

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!this.report || !(changed.has("report") || changed.has("input"))) return;
    this.steps = new Steps(this.report, this.input);
    this.#tags = tagsOf(this.report);
  }

  updated() {
    const { shown } = this;
    if (shown < this.wanted && this.report?.articles[shown]) void turn().then(() => (this.shown = Math.max(this.shown, shown + 1)));
    if (this.#focus === null) return;
    const grip = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[data-key="${this.#focus}"] .grip`));
    this.#focus = null;
    grip?.focus();
    grip?.scrollIntoView({ block: "nearest" });
  }

  /**
   * Brings the block that holds a place of the input into sight, with the focus on its handle; of a name, with the box in which it is marked.
   * @param {{ article: string | null, start: number, end: number }} place
   */
  async reveal(place) {
    await this.updateComplete;
    const { articles, unplaced } = /** @type {Report} */ (this.report);
    const index = articles.findIndex(({ id }) => id === place.article);
    const text = textAt(index < 0 ? [...unplaced, ...articles.flatMap(blocksOf)] : blocksOf(articles[index]), place.start);
    if (!text) return;
    this.wanted = Math.max(this.wanted, index + 1);
    this.shown = Math.max(this.shown, index + 1);
    await this.updateComplete;
    const block = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`.block[data-key="${keyOf(text)}"]`));
    const grip = /** @type {HTMLElement | null | undefined} */ (block?.querySelector(".grip"));
    if (!block || !grip) return;
    await centre(block);
    grip.focus({ preventScroll: true });
    this.#naming.correctName(grip, place);
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
    const { steps } = this;
    const key = `story-${article.id}`;
    const name = say`第 ${index + 1} 篇`;
    const act = (/** @type {Change | null} */ change) => this.#do(change, key);
    const layers = {
      tags: seated(article, this.input, this.#tags.get(article.id) ?? NO_TAGS),
      seams: repairPoints(article, this.input),
    };
    return html`<section class="story ${this.#moving.classes(key)}" data-key=${key} data-article=${article.id} aria-label=${name}>
      <header>
        ${this.#grip(say`第 ${index + 1} 篇：${headlineOf(article)}`, {
          hint: say`拖动整篇；点开菜单`,
          onDrag: (event) => this.#moving.dragArticle(event, article, key),
          onShift: (way) => act(steps.shiftArticle(article, way)),
          menu: { label: name, items: () => articleItems(steps, article, act) },
        })}
        <h3>${name}</h3>
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
   * @param {{ tags: Map<Text, Tagged[]>, seams: Map<Text, Seam[]> }} layers
   */
  #block(article, text, { tags, seams }) {
    const { steps } = this;
    const role = roleOf(article, text);
    const key = String(keyOf(text));
    const act = (/** @type {Change | null} */ change) => this.#do(change, key);
    const words = setWords(text, { tags: tags.get(text) ?? [], seams: seams.get(text) ?? [] }, {
      onTag: (event, tag) => this.#naming.onTagged(event, tag),
      onSeam: (event, label, repair) => this.#open(event, label, seamItems(this.input, text, repair, act)),
    });
    return html`<div class="block ${role} ${this.#moving.classes(key)}" data-key=${key} data-article=${article.id}>
      ${this.#grip(say`${roleName(role)}：${clipped(text.text, 24)}`, {
        onDrag: (event) => this.#moving.dragBlock(event, text, key),
        onShift: (way) => act(steps.shiftBlock(article, text, way)),
        menu: { label: roleName(role), items: () => blockItems(steps, article, text, role, { act, onTag: (opener) => this.#naming.tagWords(opener, text) }) },
      })}
      <span class="role">${roleName(role)}</span>
      <div class="words" lang="zh">${words}</div>
    </div>`;
  }

  /** @param {Block[]} blocks */
  #loose(blocks) {
    return html`<section class="loose" aria-label=${say`未归入稿件的文字`}>
      <h3>${say`未归入稿件的文字`}</h3>
      <p>${say`报头、版次、责编和找不到归属的残段；可以拖进稿件。`}</p>
      ${repeat(blocks.slice(0, BATCH * 4), keyOf, (block) => {
        const key = String(keyOf(block));
        return html`<div class="block ${this.#moving.classes(key)}" data-key=${key}>
          ${this.#grip(say`${roleName(block.role)}：${clipped(block.text, 24)}`, {
            onDrag: (event) => this.#moving.dragBlock(event, block, key),
            menu: { label: roleName(block.role), items: () => looseItems(this.steps, block, (change) => this.#do(change, key)) },
          })}
          <span class="role">${roleName(block.role)}</span>
          <div class="loose-words" lang="zh">${clipped(block.text, 2_000)}</div>
        </div>`;
      })}
    </section>`;
  }

  /**
   * The handle of an article or a block.
   * @param {string} label
   * @param {object} way
   * @param {string} [way.hint]
   * @param {(event: PointerEvent) => void} way.onDrag
   * @param {(way: 1 | -1) => void} [way.onShift] of what can be moved a step by keyboard
   * @param {{ label: string, items(): Item[] }} way.menu
   * @returns {TemplateResult}
   */
  #grip(label, { hint, onDrag, onShift, menu }) {
    return html`<button
      class="plain grip"
      type="button"
      aria-haspopup="menu"
      aria-label=${label}
      aria-keyshortcuts=${onShift ? "Alt+ArrowUp Alt+ArrowDown" : nothing}
      title=${hint ?? nothing}
      @pointerdown=${onDrag}
      @keydown=${(/** @type {KeyboardEvent} */ event) => onShift && this.#moving.onKey(event, onShift)}
      @click=${(/** @type {MouseEvent} */ event) => this.#open(event, menu.label, menu.items())}
    >⠿</button>`;
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
   * @param {Item[]} items
   */
  #open({ currentTarget }, label, items) {
    const menu = /** @type {BanmianMenu} */ (this.renderRoot.querySelector("banmian-menu"));
    void menu.open(/** @type {HTMLElement} */ (currentTarget), label, items);
  }
}

/**
 * The text that holds a place of the input; of a place between texts, the one that ends last before it.
 * @param {Text[]} texts
 * @param {number} offset
 */
function textAt(texts, offset) {
  const holding = texts.find(({ spans }) => spans.some(({ start, end }) => start <= offset && offset < end));
  if (holding) return holding;
  const endBefore = (/** @type {Text} */ { spans }) => Math.max(-1, ...spans.map(({ end }) => end).filter((end) => end <= offset));
  return texts.reduce((nearest, text) => (endBefore(text) > endBefore(nearest) ? text : nearest), texts[0]);
}

customElements.define("banmian-galley", BanmianGalley);
