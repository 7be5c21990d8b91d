import "@lit-labs/virtualizer";
import { LitElement, html, nothing } from "lit";
import { grouped, longDate } from "../../elements/kinds.js";
import { languageOf } from "../../language/report.js";
import { Speaker, say } from "../../language/say.js";
import { libraryStyle } from "../../styles/library.js";
import { controls, tokens } from "../../styles/tokens.js";
import { rowsOf } from "./groups.js";

/** @import { Entry } from "../pages.js" */
/** @import { Row } from "./groups.js" */
/** @import { Keeping } from "./vault.js" */

/** Headlines of a page that are set: its line has no room for more, and the browser would measure them all. */
const TITLES = 3;

/**
 * 版面库: all pages by paper, date and 版次, with what can be done with them and how much room they take.
 *
 * @fires {CustomEvent<{ id: string }>} banmian-open-page - a page is to be opened
 * @fires {CustomEvent<{ ids: string[] }>} banmian-delete-pages - pages are to be deleted
 * @fires banmian-save-project - all is to go into one file
 * @fires banmian-pick - the reader wants to choose files
 * @fires banmian-erase - everything is to be deleted
 */
export class BanmianLibrary extends LitElement {
  static properties = {
    entries: { attribute: false },
    /** Whether the browser keeps the pages. */
    keeping: { attribute: false },
    /** How many pages wait to be analysed. */
    waiting: { type: Number },
    words: { state: true },
    marked: { state: true },
    room: { state: true },
  };

  static styles = [tokens, controls, libraryStyle];

  constructor() {
    super();
    new Speaker(this);
    /** @type {ReadonlyMap<string, Entry>} */
    this.entries = new Map();
    /** @type {Keeping} */
    this.keeping = "opening";
    this.waiting = 0;
    this.words = "";
    /** Ids of the pages that are marked. @type {ReadonlySet<string>} */
    this.marked = new Set();
    /** Bytes used and granted. @type {StorageEstimate | null} */
    this.room = null;
  }

  /** @type {Row[]} */
  #rows = [];
  #onDrawn = () => {};
  /** Resolves when the list stands, or is taken away before it does. @type {Promise<void>} */
  drawn = new Promise((resolve) => (this.#onDrawn = resolve));

  /** The head is set in one task and the list in the next, so that neither keeps a hand waiting. */
  firstUpdated() {
    setTimeout(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#onDrawn();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("entries") || changed.has("words")) this.#rows = rowsOf(this.entries.values(), this.words);
    if (changed.has("entries")) {
      const marked = [...this.marked].filter((id) => this.entries.has(id));
      if (marked.length < this.marked.size) this.marked = new Set(marked);
      void this.#measure();
    }
  }

  async #measure() {
    this.room = (await navigator.storage?.estimate?.().catch(() => null)) ?? null;
  }

  render() {
    const { entries, marked } = this;
    const pages = this.#rows.filter((row) => "entry" in row).length;
    return html`<section class="sheet" .style=${`--rows:${this.#rows.length}`} aria-labelledby="heading">
      <header>
        <h2 id="heading">${say`版面库`}</h2>
        <p class="count">${say`${grouped(entries.size)} 版`}${this.waiting > 0 ? say`，${grouped(this.waiting)} 版等待分析` : nothing}</p>
        <div class="tools">
          <button class="button" type="button" @click=${() => this.#send("banmian-pick")}>${say`打开文件……`}</button>
          <button class="button" type="button" ?disabled=${entries.size === 0} @click=${() => this.#send("banmian-save-project")}>${say`存为项目文件`}</button>
        </div>
      </header>
      ${entries.size === 0 ? html`<p class="none">${say`还没有版面。把文件、文件夹、zip 或项目文件拖到页面任何地方，就会收进这里。`}</p>` : this.hasUpdated ? this.#list(pages) : nothing}
      ${marked.size > 0
        ? html`<div class="marked" role="group" aria-label=${say`选中的版面`}>
            <span>${say`选中 ${grouped(marked.size)} 版`}</span>
            <button class="button" type="button" @click=${() => (this.marked = new Set())}>${say`取消选择`}</button>
            <button class="button" type="button" @click=${() => this.#send("banmian-delete-pages", { ids: [...marked] })}>${say`删除选中……`}</button>
          </div>`
        : nothing}
      <footer>
        <p>${this.#roomLine()}</p>
        <button class="button" type="button" ?disabled=${entries.size === 0} @click=${() => this.#send("banmian-erase")}>${say`清空版面库……`}</button>
      </footer>
    </section>`;
  }

  /**
   * Until the virtualizer has measured a list that grew shorter it asks for rows beyond its end.
   *
   * @param {number} pages that are listed
   */
  #list(pages) {
    return html`
      <div class="search">
        <label for="words">${say`查找`}</label>
        <input id="words" type="search" placeholder=${say`报名、日期、标题、主题`} .value=${this.words} @input=${(/** @type {InputEvent} */ event) => (this.words = /** @type {HTMLInputElement} */ (event.target).value)} />
        <p role="status">${this.words.trim() ? say`找到 ${grouped(pages)} 版` : nothing}</p>
      </div>
      ${pages === 0 ? html`<p class="none">${say`没有这样的版面。`}</p>` : nothing}
      <lit-virtualizer
        scroller
        class="list"
        role="list"
        aria-label=${say`版面`}
        @visibilityChanged=${this.#onDrawn}
        .items=${this.#rows}
        .keyFunction=${(/** @type {any} */ row, /** @type {number} */ index) => row?.key ?? `gone ${index}`}
        .renderItem=${(/** @type {any} */ row) => (row ? this.#row(row) : nothing)}
      ></lit-virtualizer>
    `;
  }

  /** @param {Row} row */
  #row(row) {
    if ("heading" in row) return html`<div class="group level${row.level}" role="listitem"><h3 lang=${languageOf(row.heading)}>${row.level === 2 ? longDate(row.heading) : row.heading}</h3><small>${say`${grouped(row.count)} 版`}</small></div>`;
    const { id, name, facts, corrections } = row.entry;
    const isMarked = this.marked.has(id);
    return html`<div class="row" role="listitem">
      <label class="mark"><input type="checkbox" aria-label=${say`选择 ${name}`} .checked=${isMarked} @change=${() => this.#mark(id)} /></label>
      <button class="plain open" type="button" @click=${() => this.#send("banmian-open-page", { id })}>
        <span class="name">${facts?.sheet ? html`<b>${facts.sheet}</b>` : nothing}${name}</span>
        <span class="facts">${facts ? this.#facts(facts, corrections) : say`等待分析`}</span>
        ${facts && facts.titles.length > 0 ? html`<span class="titles" lang="zh">${facts.titles.slice(0, TITLES).join("　")}</span>` : nothing}
      </button>
      <button class="plain delete" type="button" aria-label=${say`删除 ${name}`} title=${say`删除`} @click=${() => this.#send("banmian-delete-pages", { ids: [id] })}>×</button>
    </div>`;
  }

  /**
   * @param {import("../pages.js").Facts} facts
   * @param {number} corrections
   */
  #facts({ articles, characters, themes }, corrections) {
    const parts = [say`${grouped(articles)} 篇`, say`${grouped(characters)} 字`];
    if (corrections > 0) parts.push(say`校改 ${grouped(corrections)} 条`);
    return [...parts.map((part) => html`<span>${part}</span>`), ...themes.map((theme) => html`<span lang="zh">${theme}</span>`)];
  }

  #roomLine() {
    if (this.keeping === "refused") return say`浏览器不让保存：版面只在这个窗口里，关掉就没有了。`;
    if (this.keeping === "full") return say`存储空间满了，新的改动没有存上。`;
    const { usage, quota } = this.room ?? {};
    if (usage === undefined || !quota) return say`版面存在这个浏览器里，不会上传。`;
    return say`存在这个浏览器里，用去 ${size(usage)}，可用 ${size(quota)}。`;
  }

  /** @param {string} id */
  #mark(id) {
    const marked = new Set(this.marked);
    if (!marked.delete(id)) marked.add(id);
    this.marked = marked;
  }

  /**
   * @param {string} type
   * @param {unknown} [detail]
   */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

/** @param {number} bytes */
function size(bytes) {
  const units = ["KB", "MB", "GB", "TB"];
  let [value, unit] = [bytes / 1000, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

customElements.define("banmian-library", BanmianLibrary);
