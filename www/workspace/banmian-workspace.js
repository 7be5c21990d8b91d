import { LitElement, html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { workspaceStyle } from "../styles/workspace.js";
import { Analyses } from "./analyses.js";
import "./banmian-compose.js";
import "./banmian-confirm.js";
import "./banmian-page-tabs.js";
import "./banmian-sheet.js";
import "./banmian-storage.js";
import { watchDrops } from "./drop.js";
import { deletePages, eraseEverything, eraseLibrary } from "./erasing.js";
import { download } from "./export.js";
import { Incoming } from "./incoming.js";
import { Library } from "./library/library.js";
import { oneWord } from "./lexicon/own-words.js";
import { watchLinks } from "./link.js";
import { OpenPages } from "./open-pages.js";
import { newPage } from "./pages.js";
import { pickedFiles } from "./picked.js";

/** @import { BanmianCompose } from "./banmian-compose.js" */
/** @import { BanmianConfirm } from "./banmian-confirm.js" */
/** @import { BanmianPageTabs, Tab } from "./banmian-page-tabs.js" */
/** @import { BanmianSheet } from "./banmian-sheet.js" */
/** @import { BanmianStorage } from "./banmian-storage.js" */
/** @import { BanmianLibrary } from "./library/banmian-library.js" */
/** @import { Place } from "../pictures/picture.js" */
/** @import { Page } from "./pages.js" */
/** @import { Sample } from "./samples.js" */

/**
 * What the desk has in it; the tabs and the library only while they are to be seen.
 * @typedef {{
 *   "banmian-compose": BanmianCompose, "banmian-confirm": BanmianConfirm, "banmian-storage": BanmianStorage,
 *   "banmian-page-tabs": BanmianPageTabs | null, "banmian-library": BanmianLibrary | null,
 * }} Parts
 */

/**
 * The desk: what is in sight, what comes in and what is put away. Which pages are open, what is kept of all of them and which are
 * analysed when are each another's to know (open-pages.js, library/, analyses.js).
 */
export class BanmianWorkspace extends LitElement {
  static properties = {
    over: { state: true },
    notice: { state: true },
  };

  static styles = [tokens, controls, workspaceStyle];

  constructor() {
    super();
    new Speaker(this);
    this.over = false;
    this.notice = "";
  }

  #library = new Library(this, (notice) => this.#say(notice));
  #desk = new OpenPages(this, this.#library);
  #analyses = new Analyses(this, { library: this.#library, desk: this.#desk, tell: (notice) => this.#say(notice) });
  #incoming = new Incoming({
    library: this.#library,
    desk: this.#desk,
    analyses: this.#analyses,
    tell: (notice) => this.#say(notice),
    focus: () => this.#focusTab(),
    drawn: () => this.#part("banmian-library")?.drawn,
  });
  #stopWatching = () => {};
  #notices = 0;

  connectedCallback() {
    super.connectedCallback();
    const watching = [
      watchDrops({ onOver: (over) => (this.over = over), onFiles: (files) => void this.#incoming.files(files) }),
      watchLinks({
        onText: (text) => void this.#incoming.pages([newPage({ name: say`链接里的文字`, text })]),
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
    this.#desk.settle();
    this.#analyses.attend();
  }

  render() {
    const { ids: open, active, seen } = this.#desk;
    const { entries, keeping } = this.#library;
    return html`
      <input id="files" type="file" multiple hidden accept=".txt,.md,.markdown,.text,.html,.htm,.docx,.pdf,.zip,.banmian,text/plain,text/markdown,text/html,application/pdf,application/zip" @change=${this.#onPicked} />
      ${entries.size + open.length > 0 || active !== "new"
        ? html`<banmian-page-tabs .tabs=${open.flatMap((id) => this.#tab(id))} .count=${entries.size} .active=${active} @banmian-page=${this.#onPage}></banmian-page-tabs>`
        : nothing}
      ${entries.size > 0 && (keeping === "refused" || keeping === "full") ? this.#trouble(keeping) : nothing}
      <banmian-compose
        ?hidden=${active !== "new"}
        @banmian-text=${(/** @type {CustomEvent<{ text: string }>} */ { detail }) => this.#incoming.text(detail.text)}
        @banmian-pick=${this.#pick}
        @banmian-sample=${(/** @type {CustomEvent<Sample>} */ { detail }) => this.#incoming.sample(detail)}
        @banmian-lexicon=${() => this.#desk.show("lexicon")}
      ></banmian-compose>
      ${active === "library" ? this.#shelves() : nothing}
      <banmian-storage ?hidden=${active !== "library" && active !== "new"} .pages=${entries.size} @banmian-erase-all=${this.#eraseEverything}></banmian-storage>
      ${active === "lexicon" ? this.#lexicon() : nothing}
      ${repeat(open.filter((id) => seen.includes(id)), (id) => id, (id) => this.#sheet(id))}
      <div role="status">${this.notice ? keyed(this.#notices, html`<p class="notice">${this.notice}</p>`) : nothing}</div>
      <banmian-confirm></banmian-confirm>
      ${this.over ? html`<div class="over" aria-hidden="true"><p>${say`松开鼠标，读入文件`}</p></div>` : nothing}
    `;
  }

  /** @param {"refused" | "full"} keeping */
  #trouble(keeping) {
    return html`<p class="trouble" role="alert">
      ${keeping === "full" ? say`存储空间满了，新的改动没有存上。` : say`浏览器不让保存，版面只在这个窗口里，关掉就没有了。`}
      <button class="button" type="button" @click=${this.#saveProject}>${say`存为项目文件`}</button>
    </p>`;
  }

  #shelves() {
    return html`<banmian-library
      .entries=${this.#library.entries}
      .keeping=${this.#library.keeping}
      .waiting=${this.#analyses.waiting}
      @banmian-open-page=${(/** @type {CustomEvent<{ id: string }>} */ { detail }) => this.#openPage(detail.id)}
      @banmian-delete-pages=${(/** @type {CustomEvent<{ ids: string[] }>} */ { detail }) => deletePages(detail.ids, this.#erasing)}
      @banmian-save-project=${this.#saveProject}
      @banmian-pick=${this.#pick}
      @banmian-erase=${() => eraseLibrary(this.#erasing)}
    ></banmian-library>`;
  }

  #lexicon() {
    const page = this.#library.get(this.#desk.seen[0]);
    const { words } = this.#analyses;
    return html`<banmian-lexicon
      .words=${words.text}
      .page=${page?.name ?? ""}
      .effect=${words.effect}
      ?running=${page !== undefined && this.#analyses.stateOf(page) === "running"}
      @banmian-words=${(/** @type {CustomEvent<{ words: string }>} */ { detail }) => this.#analyses.changeWords(detail.words)}
      @banmian-notice=${(/** @type {CustomEvent<{ notice: string }>} */ { detail }) => this.#say(detail.notice)}
    ></banmian-lexicon>`;
  }

  /** @param {string} id */
  #sheet(id) {
    const page = this.#library.get(id);
    if (!page) return nothing;
    return html`<banmian-sheet
      ?hidden=${id !== this.#desk.active}
      ?active=${id === this.#desk.active}
      .page=${page}
      .report=${this.#analyses.reportOf(page)}
      .run=${this.#analyses.runOf(id)}
      .pages=${this.#analyses.known}
      @banmian-jump=${(/** @type {CustomEvent<Place>} */ { detail }) => this.#onJump(detail)}
      @banmian-change=${(/** @type {CustomEvent<{ fields: Partial<Page> }>} */ { detail }) => this.#library.change(id, detail.fields)}
      @banmian-notice=${(/** @type {CustomEvent<{ notice: string }>} */ { detail }) => this.#say(detail.notice)}
      @banmian-cancel=${() => this.#analyses.cancel(id)}
      @banmian-retry=${() => this.#analyses.retry(id)}
      @banmian-word=${this.#onWord}
      @banmian-close=${() => this.#close([id])}
      @banmian-delete=${() => deletePages([id], this.#erasing)}
    ></banmian-sheet>`;
  }

  /** A place on another page than the one in sight. @param {Place} place */
  async #onJump(place) {
    const page = this.#analyses.known[place.page ?? -1];
    if (!page || page.id === this.#desk.active) return;
    this.#desk.see(page.id);
    await this.updateComplete;
    const sheets = /** @type {BanmianSheet[]} */ ([...this.renderRoot.querySelectorAll("banmian-sheet")]);
    await sheets.find((sheet) => sheet.page?.id === page.id)?.reveal(place);
  }

  /** @param {string} id @returns {Tab[]} */
  #tab(id) {
    const page = this.#library.get(id);
    return page ? [{ id, name: page.name, state: this.#analyses.stateOf(page) }] : [];
  }

  #pick() {
    /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("#files")).click();
  }

  /** @param {Event} event */
  #onPicked(event) {
    void this.#incoming.files(pickedFiles(event));
  }

  /** @param {CustomEvent<{ words: string, type: string, name: string }>} event words that were selected on a page */
  #onWord({ detail }) {
    this.#analyses.addWords(oneWord(detail));
    this.#say(detail.type === "theme" ? say`“${detail.words}”已作为主题加入词表；版面上有这几个字，就会列出。` : say`“${detail.words}”已加入词表，正在重新分析。`);
  }

  /** @param {CustomEvent<{ id: string }>} event */
  #onPage({ detail: { id } }) {
    void this.#desk.show(id);
  }

  /** @param {string} id */
  async #openPage(id) {
    if (!(await this.#library.load(id))) return this.#say(say`这一版读不出来，可能已在另一个窗口里删除。`);
    this.#desk.add([id]);
    this.#desk.see(id);
    await this.#focusTab();
  }

  /** @param {string[]} ids */
  #close(ids) {
    this.#desk.close(ids);
    this.#analyses.drop(ids);
    void this.#focusTab();
  }

  /** What erases pages needs of the desk. */
  get #erasing() {
    return {
      library: this.#library,
      ask: (/** @type {string} */ question, /** @type {string} */ action) => this.#part("banmian-confirm").ask(question, action),
      close: (/** @type {string[]} */ ids) => this.#close(ids),
      begin: () => this.#desk.see("new"),
      tell: (/** @type {string} */ notice) => this.#say(notice),
    };
  }

  async #eraseEverything() {
    await eraseEverything(this.#desk.ids, { ...this.#erasing, forget: () => this.#forget() });
    await this.#part("banmian-storage").look();
  }

  /** What was typed and the reader's words. */
  async #forget() {
    this.#analyses.forgetWords();
    this.#part("banmian-compose").clear();
    await this.updateComplete;
  }

  async #saveProject() {
    const { packed } = await import("./library/project.js");
    const bytes = await packed(await this.#library.all(), this.#analyses.words.text);
    download(`${say`版面库`}-${new Date().toISOString().slice(0, 10)}.banmian`, new Blob([bytes], { type: "application/zip" }));
  }

  /** Puts the focus where the page in sight begins: what had it is gone. */
  async #focusTab() {
    await this.updateComplete;
    await this.#part("banmian-page-tabs")?.focusTab();
  }

  /**
   * @template {keyof Parts} Name
   * @param {Name} name
   */
  #part(name) {
    return /** @type {Parts[Name]} */ (this.renderRoot.querySelector(name));
  }

  /** @param {string} notice */
  #say(notice) {
    this.notice = notice;
    this.#notices += 1;
    this.requestUpdate();
  }
}

customElements.define("banmian-workspace", BanmianWorkspace);
