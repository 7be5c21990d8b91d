import { LitElement, html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import { turn } from "../elements/turn.js";
import { Speaker, say } from "../language/say.js";
import { together } from "../pictures/together.js";
import { controls, tokens } from "../styles/tokens.js";
import { workspaceStyle } from "../styles/workspace.js";
import "./banmian-compose.js";
import "./banmian-confirm.js";
import "./banmian-page-tabs.js";
import "./banmian-sheet.js";
import "./banmian-storage.js";
import { corrected } from "./corrections/correct.js";
import { standing } from "./corrections/log.js";
import { watchDrops } from "./drop.js";
import { download } from "./export.js";
import { watchLinks } from "./link.js";
import { Library } from "./library/library.js";
import { OwnWords, oneWord } from "./lexicon/own-words.js";
import { factsOf, newPage } from "./pages.js";
import { pickedFiles } from "./picked.js";
import { outOfSight } from "./sight.js";
import { rememberDesk, rememberedDesk } from "./remember.js";
import { eraseStored } from "./stored.js";
import { Work } from "./work.js";

/** @import { Report } from "../../src/report.js" */
/** @import { PageState, Tab } from "./banmian-page-tabs.js" */
/** @import { Project } from "./library/project.js" */
/** @import { Place } from "../pictures/picture.js" */
/** @import { Page } from "./pages.js" */
/** @import { Sample } from "./samples.js" */

/** Pages that are open at once, and of these the ones whose views are kept. */
const OPEN = 12;
const LIVE = 4;

/** What can be in sight besides a page. */
const VIEWS = ["new", "library", "lexicon"];

/** Files that are opened at once when they come; of more the library shows the list. */
const FEW = 8;

/** The desk: the pages that are open, the library behind them, and the analyses that run for both. */
export class BanmianWorkspace extends LitElement {
  static properties = {
    open: { state: true },
    active: { state: true },
    over: { state: true },
    notice: { state: true },
  };

  static styles = [tokens, controls, workspaceStyle];

  constructor() {
    super();
    new Speaker(this);
    /** Ids of the pages that have a tab. @type {string[]} */
    this.open = [];
    /** What is in sight: a page's id, `new`, `library` or `lexicon`. */
    this.active = "new";
    this.over = false;
    this.notice = "";
    void this.#begin();
  }

  #library = new Library(this, (notice) => this.#say(notice));
  #work = new Work(this, (page, report) => this.#onReport(page, report));
  /** New pages whose turn has not come. @type {string[]} */
  #queue = [];
  /** Pages in sight last, the latest first. @type {string[]} */
  #seen = [];
  #words = new OwnWords(this);
  /** Whether what was open before has been looked up. */
  #begun = false;
  /** The view that was asked for last. */
  #asked = "";
  #stopWatching = () => {};
  #together = /** @type {typeof together<string>} */ (together)();
  #notices = 0;
  /** Whether the list of new pages is being drawn: no worker takes the processor meanwhile. */
  #drawing = false;

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

  /** Opens again what was open when the window was left. */
  async #begin() {
    const { open, active } = rememberedDesk();
    await this.#library.ready();
    const pages = await Promise.all(open.map((id) => this.#library.load(id)));
    this.#begun = true;
    const there = pages.flatMap((page) => (page ? [page.id] : []));
    if (there.length === 0 || this.open.length > 0) return;
    this.open = there;
    if (this.active === "new" && this.#asked === "" && (there.includes(active) || VIEWS.includes(active))) this.#show(active);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!this.open.every((id) => this.#library.get(id))) this.open = this.open.filter((id) => this.#library.get(id));
    if (!VIEWS.includes(this.active) && !this.open.includes(this.active)) this.active = this.open.at(-1) ?? "new";
    const now = this.open.includes(this.active) ? [this.active] : [];
    this.#seen = [...now, ...this.#seen.filter((id) => id !== this.active && this.open.includes(id))].slice(0, LIVE);
    this.#attend();
    if (this.#begun && (changed.has("open") || changed.has("active"))) rememberDesk({ open: this.open.filter((id) => this.#library.entries.has(id)), active: this.active });
  }

  /** The page in sight is analysed first; then the new ones in their order, few at a time. */
  #attend() {
    const page = this.#library.get(this.active === "lexicon" ? this.#seen[0] : this.active);
    if (page && page.message === "") this.#work.attend(page, this.#words.forEngine, { urgent: true });
    while (!this.#drawing && !this.#work.full && this.#queue.length > 0) {
      const next = this.#library.get(/** @type {string} */ (this.#queue.shift()));
      if (next && next.facts === null) this.#work.attend(next, this.#words.forEngine, { urgent: false });
    }
  }

  render() {
    const { open, active } = this;
    const { entries, keeping } = this.#library;
    return html`
      <input id="files" type="file" multiple hidden accept=".txt,.md,.markdown,.text,.html,.htm,.docx,.pdf,.zip,.banmian,text/plain,text/markdown,text/html,application/pdf,application/zip" @change=${this.#onPicked} />
      ${entries.size + open.length > 0 || active !== "new"
        ? html`<banmian-page-tabs .tabs=${open.flatMap((id) => this.#tab(id))} .count=${entries.size} .active=${active} @banmian-page=${this.#onPage}></banmian-page-tabs>`
        : nothing}
      ${entries.size > 0 && (keeping === "refused" || keeping === "full") ? this.#trouble(keeping) : nothing}
      <banmian-compose
        ?hidden=${active !== "new"}
        @banmian-text=${this.#onText}
        @banmian-pick=${this.#pick}
        @banmian-sample=${this.#onSample}
        @banmian-lexicon=${() => this.#show("lexicon")}
      ></banmian-compose>
      ${active === "library" ? this.#shelves() : nothing}
      <banmian-storage ?hidden=${active !== "library" && active !== "new"} .pages=${entries.size} @banmian-erase-all=${this.#eraseAll}></banmian-storage>
      ${active === "lexicon" ? this.#lexicon() : nothing}
      ${repeat(open.filter((id) => this.#seen.includes(id)), (id) => id, (id) => this.#sheet(id))}
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
      .waiting=${this.#queue.length}
      @banmian-open-page=${(/** @type {CustomEvent<{ id: string }>} */ { detail }) => this.#openPage(detail.id)}
      @banmian-delete-pages=${(/** @type {CustomEvent<{ ids: string[] }>} */ { detail }) => this.#delete(detail.ids)}
      @banmian-save-project=${this.#saveProject}
      @banmian-pick=${this.#pick}
      @banmian-erase=${this.#erase}
    ></banmian-library>`;
  }

  #lexicon() {
    const page = this.#library.get(this.#seen[0]);
    return html`<banmian-lexicon
      .words=${this.#words.text}
      .page=${page?.name ?? ""}
      .effect=${this.#words.effect}
      ?running=${page !== undefined && this.#work.runOf(page.id)?.state === "running"}
      @banmian-words=${(/** @type {CustomEvent<{ words: string }>} */ { detail }) => this.#words.change(detail.words, this.#lastReport())}
      @banmian-notice=${(/** @type {CustomEvent<{ notice: string }>} */ { detail }) => this.#say(detail.notice)}
    ></banmian-lexicon>`;
  }

  /** @param {string} id */
  #sheet(id) {
    const page = this.#library.get(id);
    if (!page) return nothing;
    return html`<banmian-sheet
      ?hidden=${id !== this.active}
      ?active=${id === this.active}
      .page=${page}
      .report=${this.#reportOf(page)}
      .run=${this.#work.runOf(id)}
      .pages=${this.#together(this.#known())}
      @banmian-jump=${(/** @type {CustomEvent<Place>} */ { detail }) => this.#onJump(detail)}
      @banmian-change=${(/** @type {CustomEvent<{ fields: Partial<Page> }>} */ { detail }) => this.#library.change(id, detail.fields)}
      @banmian-notice=${(/** @type {CustomEvent<{ notice: string }>} */ { detail }) => this.#say(detail.notice)}
      @banmian-cancel=${() => this.#work.cancel(id)}
      @banmian-retry=${() => this.#work.retry(id)}
      @banmian-word=${this.#onWord}
      @banmian-close=${() => this.#close([id])}
      @banmian-delete=${() => this.#delete([id])}
    ></banmian-sheet>`;
  }

  /** The open pages with what was read of them, as corrected. */
  #known() {
    return this.open.flatMap((id) => {
      const page = this.#library.get(id);
      const report = page ? this.#reportOf(page) : null;
      return page && report ? [{ id, name: page.name, report: corrected(report, page.text, standing(page.log)).report }] : [];
    });
  }

  /** A place on another page than the one in sight. @param {Place} place */
  async #onJump(place) {
    const page = this.#together(this.#known())[place.page ?? -1];
    if (!page || page.id === this.active) return;
    this.active = page.id;
    await this.updateComplete;
    const sheets = /** @type {import("./banmian-sheet.js").BanmianSheet[]} */ ([...this.renderRoot.querySelectorAll("banmian-sheet")]);
    await sheets.find((sheet) => sheet.page?.id === page.id)?.reveal(place);
  }

  /** @param {string} id @returns {Tab[]} */
  #tab(id) {
    const page = this.#library.get(id);
    return page ? [{ id, name: page.name, state: this.#state(page) }] : [];
  }

  /** @param {Page} page @returns {PageState} */
  #state(page) {
    if (page.message) return "unread";
    return this.#work.runOf(page.id)?.state ?? (this.#queue.includes(page.id) ? "waiting" : "done");
  }

  #pick() {
    /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("#files")).click();
  }

  /** @param {Event} event */
  #onPicked(event) {
    void this.#readFiles(pickedFiles(event));
  }

  /** @param {File[]} files */
  async #readFiles(files) {
    const { takeIn } = await import("./library/take-in.js");
    const { pages, projects, bad } = await takeIn(files);
    await this.#add(pages);
    if (pages.length > 0) this.#say(bad > 0 ? say`读入 ${pages.length - bad} 个文件，${bad} 个读不了。` : say`读入 ${pages.length} 个文件。`);
    for (const project of projects) await this.#takeProject(project);
  }

  /** @param {Project} project */
  async #takeProject({ pages, lexicon }) {
    const { merged } = await import("./library/project.js");
    const { fresh, newer, same } = merged(await this.#library.all(), pages);
    this.#library.add(fresh);
    for (const page of newer) if (await this.#library.load(page.id)) this.#library.change(page.id, { ...page, version: this.#library.get(page.id)?.version });
    this.#queue.push(...fresh.filter(({ facts }) => facts === null).map(({ id }) => id));
    this.#words.add(lexicon, this.#lastReport());
    await this.#show("library");
    this.#say(say`项目文件：新增 ${fresh.length} 版，更新 ${newer.length} 版，${same} 版没有变化。`);
  }

  /** @param {CustomEvent<{ text: string }>} event */
  #onText({ detail: { text } }) {
    const names = new Set([...this.#library.entries.values()].map(({ name }) => name));
    let number = 1;
    while (names.has(say`粘贴 ${number}`)) number += 1;
    this.#add([newPage({ name: say`粘贴 ${number}`, text })]);
  }

  /** @param {CustomEvent<Sample>} event */
  async #onSample({ detail: { name, url } }) {
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(answer.statusText);
      this.#add([newPage({ name: say`示例：${name}`, text: await answer.text() })]);
    } catch {
      this.#say(say`示例没有读到，请刷新页面再试。`);
    }
  }

  /**
   * @param {Page} page
   * @param {Report} report
   */
  #onReport({ id, text }, report) {
    const page = this.#library.get(id);
    if (!page || page.text !== text) return;
    const facts = factsOf(corrected(report, text, standing(page.log)).report);
    if (JSON.stringify(facts) !== JSON.stringify(page.facts)) this.#library.change(id, { facts, at: page.at });
    this.#words.compare(report, id === this.#seen[0]);
    if (id === this.active) this.#say(say`分析完成，分出 ${report.articles.length} 篇稿件。`);
  }

  /** The report on the page seen last. */
  #lastReport() {
    const page = this.#library.get(this.#seen[0]);
    return page ? this.#reportOf(page) : null;
  }

  /** @param {Page} page */
  #reportOf(page) {
    return this.#work.reportOf(page, this.#words.forEngine);
  }

  /** @param {CustomEvent<{ words: string, type: string, name: string }>} event words that were selected on a page */
  #onWord({ detail }) {
    this.#words.add(oneWord(detail), this.#lastReport());
    this.#say(say`“${detail.words}”已加入词表，正在重新分析。`);
  }

  /** @param {CustomEvent<{ id: string }>} event */
  #onPage({ detail: { id } }) {
    void this.#show(id);
  }

  /** Of two views that are on their way the one that was asked for last is shown. @param {string} view */
  async #show(view) {
    this.#asked = view;
    if (view === "library") await import("./library/banmian-library.js");
    if (view === "lexicon") await import("./lexicon/banmian-lexicon.js");
    // What has just been loaded is shown in a task of its own.
    await turn();
    if (this.#asked === view) this.active = view;
  }

  /** @param {string} id */
  async #openPage(id) {
    if (!(await this.#library.load(id))) return this.#say(say`这一版读不出来，可能已在另一个窗口里删除。`);
    this.#openAll([id]);
    this.active = id;
    await this.#focusTab();
  }

  /** Gives tabs to pages; the first opened make room. @param {string[]} ids */
  #openAll(ids) {
    const open = [...this.open, ...ids.filter((id) => !this.open.includes(id))];
    this.open = open.slice(Math.max(0, open.length - OPEN));
  }

  /**
   * Adds pages and shows the first that can be read, or all of many in the library.
   * @param {Page[]} pages
   */
  async #add(pages) {
    if (pages.length === 0) return;
    this.#library.add(pages);
    // They are safe; to show them is a task of its own.
    await turn();
    const sound = pages.filter(({ message }) => message === "");
    this.#queue.push(...sound.map(({ id }) => id));
    if (sound.length > FEW) {
      this.#openAll(pages.filter(({ message }) => message !== "").slice(0, 3).map(({ id }) => id));
      void this.#list();
      return;
    }
    this.#openAll(pages.map(({ id }) => id));
    this.active = (sound[0] ?? pages[0]).id;
    void this.#focusTab();
  }

  /** Shows the library, and has new pages analysed when its list stands. A window out of sight draws none. */
  async #list() {
    this.#drawing = true;
    try {
      await this.#show("library");
      await this.#focusTab();
      const library = /** @type {import("./library/banmian-library.js").BanmianLibrary | null} */ (this.renderRoot.querySelector("banmian-library"));
      await Promise.race([library?.drawn, outOfSight()]);
    } finally {
      this.#drawing = false;
      this.requestUpdate();
    }
  }

  /** @param {string[]} ids */
  #close(ids) {
    const index = this.open.indexOf(this.active);
    this.open = this.open.filter((id) => !ids.includes(id));
    if (ids.includes(this.active)) this.active = this.open[index] ?? this.open[index - 1] ?? "new";
    for (const id of ids) this.#work.drop(id);
    void this.#focusTab();
  }

  /** @param {string[]} ids */
  async #delete(ids) {
    const [first] = ids;
    const name = this.#library.entries.get(first)?.name ?? this.#library.get(first)?.name ?? "";
    const question = ids.length === 1 ? say`删除“${name}”？它的校改也一起删除，不能恢复。` : say`删除选中的 ${ids.length} 版？它们的校改也一起删除，不能恢复。`;
    if (!(await this.#ask(question, say`删除`))) return;
    this.#close(ids);
    await this.#library.remove(ids);
    this.#say(say`已删除 ${ids.length} 版。`);
  }

  async #erase() {
    const count = this.#library.entries.size;
    if (!(await this.#ask(say`清空版面库？${count} 版和全部校改都会删除，不能恢复。需要的话请先存为项目文件。`, say`全部删除`))) return;
    this.#close([...this.#library.entries.keys()]);
    // An empty library has nothing to show; the next thing is a new page.
    this.active = "new";
    await this.#library.clear();
    this.#say(say`版面库已清空。`);
  }

  async #eraseAll() {
    const question = say`抹去这个浏览器里存的一切：版面、校改、词表、没分析的文字、外观，还有断网用的程序文件。不能恢复；需要的话请先存为项目文件。`;
    if (!(await this.#ask(question, say`全部抹去`))) return;
    this.#close([...this.open]);
    this.active = "new";
    await this.#library.clear();
    this.#words.change("", null);
    this.#compose.clear();
    await this.updateComplete;
    await eraseStored();
    await /** @type {import("./banmian-storage.js").BanmianStorage} */ (this.renderRoot.querySelector("banmian-storage")).look();
    this.#say(say`已全部抹去。关掉窗口就什么也不剩；继续用则重新开始存。`);
  }

  get #compose() {
    return /** @type {import("./banmian-compose.js").BanmianCompose} */ (this.renderRoot.querySelector("banmian-compose"));
  }

  async #saveProject() {
    const { packed } = await import("./library/project.js");
    const bytes = await packed(await this.#library.all(), this.#words.text);
    download(`${say`版面库`}-${new Date().toISOString().slice(0, 10)}.banmian`, new Blob([bytes], { type: "application/zip" }));
  }

  /**
   * @param {string} question
   * @param {string} action
   */
  #ask(question, action) {
    return /** @type {import("./banmian-confirm.js").BanmianConfirm} */ (this.renderRoot.querySelector("banmian-confirm")).ask(question, action);
  }

  /** Puts the focus where the page in sight begins: what had it is gone. */
  async #focusTab() {
    await this.updateComplete;
    const tabs = /** @type {import("./banmian-page-tabs.js").BanmianPageTabs | null} */ (this.renderRoot.querySelector("banmian-page-tabs"));
    await tabs?.focusTab();
  }

  /** @param {string} notice */
  #say(notice) {
    this.notice = notice;
    this.#notices += 1;
    this.requestUpdate();
  }
}

customElements.define("banmian-workspace", BanmianWorkspace);
