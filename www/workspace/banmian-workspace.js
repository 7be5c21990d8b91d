import { LitElement, html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import "../elements/banmian-analyzer.js";
import { readFiles, reread } from "../formats/file.js";
import { ENCODINGS } from "../formats/text.js";
import { say } from "../language/say.js";
import { together } from "../pictures/together.js";
import { controls, tokens } from "../styles/tokens.js";
import { workspaceStyle } from "../styles/workspace.js";
import { LONG } from "./banmian-compose.js";
import "./banmian-page-tabs.js";
import "./banmian-quote.js";
import "./banmian-take.js";
import { savedWords } from "./banmian-words.js";
import { watchDrops } from "./drop.js";
import { watchLinks } from "./link.js";
import { changed, newPage, nextToRun } from "./pages.js";

/** @import { Report } from "../../src/report.js" */
/** @import { Place } from "../pictures/picture.js" */
/** @import { Page } from "./pages.js" */
/** @import { Sample } from "./samples.js" */

/** The desk: pages pasted, opened or dropped, each with its analyzer, and what can be done with their reports. */
export class BanmianWorkspace extends LitElement {
  static properties = {
    pages: { state: true },
    active: { state: true },
    over: { state: true },
    notice: { state: true },
    words: { state: true },
  };

  static styles = [tokens, controls, workspaceStyle];

  constructor() {
    super();
    /** @type {Page[]} */
    this.pages = [];
    /** @type {number | null} */
    this.active = null;
    this.over = false;
    this.notice = "";
    this.words = savedWords();
  }

  #stopWatching = () => {};
  #pasted = 0;
  /** @type {(pages: Page[]) => import("../pictures/together.js").Known<number>[]} */
  #together = together();
  #notices = 0;

  connectedCallback() {
    super.connectedCallback();
    const watching = [
      watchDrops({ onOver: (over) => (this.over = over), onFiles: (files) => void this.#readFiles(files) }),
      watchLinks({
        onText: (text) => this.#add([newPage({ name: say`链接里的文字`, text })]),
        onBroken: () => this.#say(say`链接不完整或已损坏，没有读出文字；请向发来链接的人再要一次。`),
      }),
    ];
    this.#stopWatching = () => watching.forEach((stop) => stop());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stopWatching();
  }

  willUpdate() {
    const next = nextToRun(this.pages, this.active);
    if (next) this.#change(next.id, { state: "running" });
  }

  render() {
    const page = this.pages.find(({ id }) => id === this.active);
    return html`
      <input id="files" type="file" multiple hidden accept=".txt,.md,.markdown,.text,.html,.htm,.docx,.pdf,.zip,text/plain,text/markdown,text/html,application/pdf,application/zip" @change=${this.#onPicked} />
      ${this.pages.length > 0
        ? html`<banmian-page-tabs .pages=${this.pages} .active=${this.active} @banmian-page=${this.#onPage}></banmian-page-tabs>`
        : nothing}
      <banmian-compose
        ?hidden=${page !== undefined}
        @banmian-text=${this.#onText}
        @banmian-pick=${this.#pick}
        @banmian-sample=${this.#onSample}
      ></banmian-compose>
      ${page ? this.#head(page) : nothing}
      <banmian-quote .report=${page?.report ?? null} .input=${page?.text ?? ""} @banmian-notice=${this.#onNotice}></banmian-quote>
      ${repeat(this.pages, ({ id }) => id, (one) => this.#page(one))}
      <div role="status">${this.notice ? keyed(this.#notices, html`<p class="notice">${this.notice}</p>`) : nothing}</div>
      <banmian-words @banmian-words=${this.#onWords}></banmian-words>
      ${this.over ? html`<div class="over" aria-hidden="true"><p>松开鼠标，读入文件</p></div>` : nothing}
    `;
  }

  /** @param {Page} page */
  #head(page) {
    const { report, isFile, name, text, bytes, state, notes } = page;
    return html`<section class="head" aria-label="版面操作">
      ${isFile ? html`<p class="name">${name}</p>` : nothing} ${bytes ? this.#encodings(page) : nothing}
      ${notes.map((note) => html`<p class="note">${note}</p>`)}
      <div class="tools">
        ${state === "unread"
          ? nothing
          : html`<button class="button" type="button" aria-pressed=${page.editing} @click=${() => this.#change(page.id, { editing: !page.editing })}>${page.editing ? "收起原文" : "改原文"}</button>`}
        ${report
          ? html`<banmian-take .report=${report} .input=${text} .name=${name} @banmian-notice=${this.#onNotice}></banmian-take>`
          : nothing}
        <button class="button" type="button" @click=${() => this.#remove(page.id)}>移除</button>
      </div>
    </section>`;
  }

  /** @param {Page} page */
  #encodings({ id, encoding, bytes }) {
    return html`<label>编码
      <select @change=${(/** @type {Event} */ event) => bytes && void this.#recode(id, bytes, /** @type {HTMLSelectElement} */ (event.target).value)}>
        ${ENCODINGS.map((one) => html`<option value=${one.encoding} ?selected=${one.encoding === encoding}>${one.name}</option>`)}
      </select>
    </label>`;
  }

  /** @param {Page} page */
  #page(page) {
    const { id, state, message, name, text, isFile, editing } = page;
    const away = id !== this.active;
    if (state === "unread") return html`<div class="unread" role="alert" ?hidden=${away}><b>${name}</b><p>${message}</p></div>`;
    return html`
      ${editing && !away ? this.#editor(page) : nothing}
      ${state === "waiting"
        ? html`<p class="waiting" ?hidden=${away}>前面的版面分析完，就轮到这一版。</p>`
        : html`<banmian-analyzer
            ?hidden=${away}
            .text=${text}
            .name=${isFile ? name : null}
            .lexicon=${this.words}
            desk
            .pages=${this.#together(this.pages)}
            @banmian-jump=${(/** @type {CustomEvent<Place>} */ { detail }) => this.#onJump(detail)}
            @banmian-report=${(/** @type {CustomEvent<Report>} */ { detail }) => this.#onReport(id, detail)}
            @banmian-error=${() => this.#change(id, { state: "failed", report: null })}
          ></banmian-analyzer>`}
    `;
  }

  /** @param {Page} page */
  #editor({ id, text }) {
    if (text.length >= LONG) return html`<p class="waiting">原文有 ${text.length.toLocaleString("zh-CN")} 个字符，太长，请在原文件里修改后重新读入。</p>`;
    return html`<form class="editor" @submit=${(/** @type {SubmitEvent} */ event) => this.#onEdited(event, id)}>
      <label for="original">原文</label>
      <textarea id="original" name="text" spellcheck="false" .value=${text}></textarea>
      <button class="button main" type="submit">重新分析</button>
    </form>`;
  }

  /**
   * @param {SubmitEvent} event
   * @param {number} id
   */
  #onEdited(event, id) {
    event.preventDefault();
    const box = /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector("#original"));
    const before = this.pages.find((page) => page.id === id)?.text;
    if (box.value.trim() === "") return this.#say("原文是空的，没有分析；原来的文字还在。");
    this.#change(id, box.value === before ? { editing: false } : { text: box.value, state: "running", report: null, editing: false });
  }

  /**
   * @param {number} id
   * @param {Uint8Array} bytes
   * @param {string} encoding
   */
  async #recode(id, bytes, encoding) {
    const kind = this.pages.find((page) => page.id === id)?.kind ?? "text";
    const read = await reread({ kind }, bytes, encoding);
    this.#change(id, { ...read, state: "running", report: null, editing: false });
  }

  /** @param {CustomEvent<{ words: string }>} event */
  #onWords({ detail: { words } }) {
    if (words === this.words) return;
    this.words = words;
    this.pages = this.pages.map((page) => (page.state === "done" || page.state === "failed" ? { ...page, state: "running", report: null } : page));
  }

  #pick() {
    /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("#files")).click();
  }

  /** @param {Event} event */
  #onPicked(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    void this.#readFiles([...(input.files ?? [])]);
    input.value = "";
  }

  /** @param {File[]} files */
  async #readFiles(files) {
    const read = await readFiles(files);
    const pages = read.map((file) => newPage({ ...file, isFile: true, state: "message" in file ? "unread" : "waiting" }));
    const bad = pages.filter(({ state }) => state === "unread").length;
    this.#add(pages);
    this.#say(`读入 ${pages.length - bad} 个文件${bad > 0 ? `，${bad} 个读不了` : ""}。`);
  }

  /** @param {CustomEvent<{ text: string }>} event */
  #onText({ detail: { text } }) {
    this.#pasted += 1;
    this.#add([newPage({ name: `粘贴 ${this.#pasted}`, text })]);
  }

  /** @param {CustomEvent<Sample>} event */
  async #onSample({ detail: { name, url } }) {
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(answer.statusText);
      this.#add([newPage({ name: `示例：${name}`, text: await answer.text() })]);
    } catch {
      this.#say("示例没有读到，请刷新页面再试。");
    }
  }

  /**
   * @param {number} id
   * @param {Report} report
   */
  #onReport(id, report) {
    this.#change(id, { state: "done", report });
    if (id === this.active) this.#say(`分析完成，分出 ${report.articles.length} 篇稿件。`);
  }

  /** @param {CustomEvent<{ id: number | null }>} event */
  #onPage({ detail: { id } }) {
    this.active = id;
  }

  /** A place on another page than the one in sight. @param {Place} place */
  async #onJump(place) {
    const page = this.#together(this.pages)[place.page ?? -1];
    if (!page) return;
    this.active = page.id;
    await this.updateComplete;
    const analyzers = /** @type {import("../elements/banmian-analyzer.js").BanmianAnalyzer[]} */ ([...this.renderRoot.querySelectorAll("banmian-analyzer")]);
    await analyzers.find(({ report }) => report === page.report)?.reveal(place);
  }

  /** @param {CustomEvent<{ text: string }>} event */
  #onNotice({ detail: { text } }) {
    this.#say(text);
  }

  /**
   * Adds pages and shows the first that can be read.
   * @param {Page[]} pages
   */
  #add(pages) {
    this.pages = [...this.pages, ...pages];
    this.active = (pages.find(({ state }) => state !== "unread") ?? pages[0])?.id ?? this.active;
    void this.#focusTab();
  }

  /** @param {number} id */
  #remove(id) {
    const index = this.pages.findIndex((page) => page.id === id);
    this.pages = this.pages.filter((page) => page.id !== id);
    this.active = (this.pages[index] ?? this.pages[index - 1])?.id ?? null;
    void this.#focusTab();
  }

  /** Puts the focus where the page in sight begins: what had it is gone. */
  async #focusTab() {
    await this.updateComplete;
    const tabs = /** @type {import("./banmian-page-tabs.js").BanmianPageTabs | null} */ (this.renderRoot.querySelector("banmian-page-tabs"));
    await tabs?.focusTab();
  }

  /**
   * @param {number} id
   * @param {Partial<Page>} fields
   */
  #change(id, fields) {
    this.pages = changed(this.pages, id, fields);
  }

  /** @param {string} notice */
  #say(notice) {
    this.notice = notice;
    this.#notices += 1;
    this.requestUpdate();
  }
}

customElements.define("banmian-workspace", BanmianWorkspace);
