import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Speaker, say } from "../language/say.js";
import { reviewStyle } from "../styles/review.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { grouped } from "./kinds.js";
import { more } from "./more.js";
import { kinds } from "./review.js";
import { rowKeys } from "./rows.js";
import { tell } from "./tell.js";

/** @import { Article } from "../../src/report.js" */
/** @import { Item, Kind } from "./review.js" */

/** Items that are listed at first, and again with each press of the button. */
const BATCH = 100;

/**
 * 待核对: one list to work through, by kind or all together, from one item to the next.
 *
 * @fires {CustomEvent<{ article: string | null, start: number, end: number }>} banmian-jump - an item was chosen
 * @fires {CustomEvent<{ key: string, kind: string, article: string | null, start: number, end: number, verdict: "accept" | "change" | "reopen" }>} banmian-review - what the reader says of an item
 * @csspart item - one item
 */
export class BanmianReview extends LitElement {
  static properties = {
    /** What is to be checked; see review.js. */
    items: { attribute: false },
    /** Articles of the report, for their numbers. */
    articles: { attribute: false },
    /** Keys of items that are accepted. */
    accepted: { attribute: false },
    /** Whether someone hears what is accepted or changed; else an item only leads to its place. */
    desk: { type: Boolean },
    kind: { state: true },
    done: { state: true },
    current: { state: true },
    shown: { state: true },
  };

  static styles = [tokens, controls, reviewStyle];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Item[]} */
    this.items = [];
    /** @type {Article[]} */
    this.articles = [];
    /** @type {ReadonlySet<string>} */
    this.accepted = new Set();
    this.desk = false;
    /** The kind that is listed; null for all. @type {Kind | null} */
    this.kind = null;
    /** Whether accepted items are listed as well. */
    this.done = false;
    /** Key of the item that was visited last. @type {string | null} */
    this.current = null;
    this.shown = BATCH;
  }

  /** Whether the focus goes to the current item when the accepted one has left. */
  #handOver = false;

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has("accepted") || !this.#handOver) return;
    this.#handOver = false;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[tabindex="0"][data-row]'))?.focus();
  }

  /** Items to list: of the chosen kind, without the accepted ones unless they are asked for. */
  get #listed() {
    return this.items.filter(({ key, kind }) => (!this.kind || kind === this.kind) && (this.done || !this.accepted.has(key)));
  }

  render() {
    if (this.items.length === 0) return html`<p class="none">${say`没有要核对的地方。`}</p>`;
    const accepted = this.items.filter(({ key }) => this.accepted.has(key)).length;
    const listed = this.#listed;
    const rest = listed.length - this.shown;
    return html`
      ${this.#filter()}
      <div class="walk">
        <p role="status">${say`待核对 ${grouped(this.items.length - accepted)} 处`}${accepted > 0 ? say`，已认可 ${grouped(accepted)} 处` : ""}</p>
        ${accepted > 0 ? html`<label><input type="checkbox" .checked=${this.done} @change=${() => (this.done = !this.done)} />${say`显示已认可的`}</label>` : nothing}
        <button class="button" type="button" ?disabled=${listed.length === 0} @click=${() => this.#step(-1)}>${say`上一处`}</button>
        <button class="button" type="button" ?disabled=${listed.length === 0} @click=${() => this.#step(1)}>${say`下一处`}</button>
      </div>
      ${listed.length === 0 ? html`<p class="none">${say`这一类都看过了。`}</p>` : nothing}
      <ol @keydown=${rowKeys}>${repeat(listed.slice(0, this.shown), ({ key }) => key, (item, index) => this.#item(item, index, listed))}</ol>
      ${more(rest, say`继续显示（还有 ${grouped(rest)} 处）`, () => (this.shown += BATCH))}
    `;
  }

  #filter() {
    const open = this.items.filter(({ key }) => !this.accepted.has(key));
    const all = { kind: null, name: say`全部`, count: open.length };
    const each = kinds().map(({ kind, name }) => ({ kind, name, count: open.filter((item) => item.kind === kind).length }));
    const present = each.filter(({ kind }) => this.items.some((item) => item.kind === kind));
    return html`<div class="filter" role="group" aria-label=${say`按类别筛选`}>
      ${[all, ...present].map(
        ({ kind, name, count }) => html`<button class="plain" type="button" aria-pressed=${this.kind === kind} @click=${() => (this.kind = kind)}
          >${name} <small>${grouped(count)}</small></button>`,
      )}
    </div>`;
  }

  /**
   * @param {Item} item
   * @param {number} index
   * @param {Item[]} listed
   */
  #item(item, index, listed) {
    const { key, kind, article, words, why } = item;
    const number = this.articles.findIndex(({ id }) => id === article) + 1;
    const done = this.accepted.has(key);
    const first = listed.some((one) => one.key === this.current) ? key === this.current : index === 0;
    return html`<li part="item" class=${done ? "done" : ""}>
      <button
        class="plain place"
        type="button"
        data-row
        data-key=${key}
        tabindex=${first ? 0 : -1}
        aria-current=${key === this.current}
        title=${say`到原处`}
        @click=${() => this.#go(item)}
      >
        <span class="kind ${kind}">${kinds().find((one) => one.kind === kind)?.name}</span>
        <span class="number">${number > 0 ? say`第 ${number} 篇` : nothing}</span>
        <span class="words" lang="zh">${words.left}${words.hit ? html`<b>${words.hit}</b>` : html`<i></i>`}${words.right}</span>
        <span class="why">${why()}</span>
      </button>
      ${this.desk ? this.#verdicts(item, done) : nothing}
    </li>`;
  }

  /**
   * @param {Item} item
   * @param {boolean} done
   */
  #verdicts(item, done) {
    const judge = (/** @type {string} */ verdict) => () => this.#judge(item, verdict);
    if (done) return html`<p class="verdicts"><span>${say`已认可`}</span><button class="button" type="button" @click=${judge("reopen")}>${say`再看`}</button></p>`;
    return html`<p class="verdicts">
      <button class="button" type="button" @click=${judge("accept")}>${say`认可`}</button>
      <button class="button" type="button" @click=${judge("change")}>${say`更改`}</button>
    </p>`;
  }

  /** @param {Item} item */
  #go(item) {
    this.current = item.key;
    const { article, start, end } = item;
    tell(this, "banmian-jump", { article, start, end });
  }

  /** @param {1 | -1} way */
  #step(way) {
    const listed = this.#listed;
    const at = listed.findIndex(({ key }) => key === this.current);
    const next = at < 0 ? (way > 0 ? 0 : listed.length - 1) : (at + way + listed.length) % listed.length;
    this.shown = Math.max(this.shown, next + 1);
    this.#go(listed[next]);
  }

  /**
   * Tells the verdict; an accepted item makes way, and the one after it takes its place and the focus.
   * @param {Item} item
   * @param {string} verdict
   */
  #judge(item, verdict) {
    const listed = this.#listed;
    const next = listed[listed.indexOf(item) + 1] ?? listed[listed.indexOf(item) - 1];
    const { key, kind, article, start, end } = item;
    tell(this, "banmian-review", { key, kind, article, start, end, verdict });
    if (verdict !== "accept" || this.done) return;
    this.current = next?.key ?? null;
    this.#handOver = true;
  }
}

define("banmian-review", BanmianReview);
