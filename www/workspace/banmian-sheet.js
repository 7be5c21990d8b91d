import { LitElement, html, nothing } from "lit";
import { cache } from "lit/directives/cache.js";
import "../elements/banmian-progress.js";
import "../elements/banmian-report.js";
import { tell } from "../elements/tell.js";
import { reread } from "../formats/file.js";
import { safeName } from "../formats/names.js";
import { ENCODINGS } from "../formats/text.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { sheetStyle } from "../styles/sheet.js";
import "./banmian-original.js";
import "./banmian-quote.js";
import "./banmian-take.js";
import { carried, judged } from "./accepted.js";
import { corrected } from "./corrections/correct.js";
import { added, mapped, standing } from "./corrections/log.js";
import { rebased } from "./corrections/places.js";
import { print, setAll } from "./on-paper.js";
import { isSlash } from "./slash.js";

/** @import { Report } from "../../src/report.js" */
/** @import { Corrected } from "./corrections/correct.js" */
/** @import { Log } from "./corrections/log.js" */
/** @import { Change } from "./corrections/operations.js" */
/** @import { Page } from "./pages.js" */
/** @import { Run } from "./work.js" */

/**
 * One page on the desk: what can be done with it, its report to read, the same as a galley to correct, its original.
 *
 * @fires {CustomEvent<{ fields: Partial<Page> }>} banmian-change - the reader changed the page
 * @fires {CustomEvent<{ notice: string }>} banmian-notice - something to tell the reader
 * @fires banmian-cancel - the analysis is to be stopped
 * @fires banmian-retry - it is to be done again
 * @fires banmian-close - the page is to be put away
 * @fires banmian-delete - it is to be deleted
 */
export class BanmianSheet extends LitElement {
  static properties = {
    /** The page. */
    page: { attribute: false },
    /** What the analysis gave. */
    report: { attribute: false },
    /** The analysis that runs or failed. */
    run: { attribute: false },
    /** The pages of the desk that are seen together. */
    pages: { attribute: false },
    /** Whether the page is in sight. */
    active: { type: Boolean },
    correcting: { state: true },
    editing: { state: true },
  };

  static styles = [tokens, controls, sheetStyle];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Page | null} */
    this.page = null;
    /** @type {Report | null} */
    this.report = null;
    /** @type {Run | null} */
    this.run = null;
    /** @type {import("../pictures/together.js").Known<string>[]} */
    this.pages = [];
    this.active = false;
    this.correcting = false;
    this.editing = false;
  }

  /** @type {Corrected | null} */
  #corrected = null;
  /** The last report, with the text it is of. @type {{ text: string, report: Report } | null} */
  #last = null;
  /** @type {ReadonlySet<string>} */
  #accepted = new Set();
  #stop = new AbortController();

  connectedCallback() {
    super.connectedCallback();
    this.#stop = new AbortController();
    addEventListener("keydown", (event) => this.#onKey(event), { signal: this.#stop.signal });
    addEventListener("beforeprint", () => this.active && this.#report && setAll(this.#report), { signal: this.#stop.signal });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    const { page, report } = this;
    if (changed.has("page") && page?.accepted !== changed.get("page")?.accepted) this.#accepted = new Set(page?.accepted);
    if (!this.hasUpdated && page) this.editing = page.draft !== null;
    if (page && report) this.#last = { text: page.text, report };
    // While the same text is analysed again, with other words, its report stays in sight.
    const shown = page && this.#last?.text === page.text ? this.#last.report : null;
    this.#corrected = page && shown && corrected(shown, page.text, standing(page.log));
  }

  render() {
    const { page } = this;
    if (!page) return nothing;
    if (page.message) return html`${this.#head(page)}<div class="unread" role="alert"><b>${page.name}</b><p>${page.message}</p></div>`;
    return html`${this.#head(page)} ${this.editing ? this.#original(page) : nothing} ${this.#progress()} ${cache(this.#body(page))}`;
  }

  /** @param {Page} page */
  #head(page) {
    const { name, bytes, message } = page;
    const lost = this.#corrected?.lost.length ?? 0;
    return html`<section class="head" aria-label=${say`版面操作`}>
      <p class="name">${name}</p>
      ${bytes && !message ? this.#encodings(page) : nothing}
      ${page.notes.map((note) => html`<p class="note">${note}</p>`)}
      <div class="tools">
        ${message
          ? nothing
          : html`<button class="button" type="button" aria-pressed=${this.correcting} @click=${this.#onCorrect}>${say`校改`}${lost > 0 ? say`（${lost} 条待看）` : nothing}</button>
              <button class="button" type="button" aria-pressed=${this.editing} @click=${() => (this.editing = !this.editing)}>${this.editing ? say`收起原文` : say`改原文`}</button>`}
        ${this.#corrected ? this.#take(page, this.#corrected.report) : nothing}
        <button class="button" type="button" @click=${() => tell(this, "banmian-close")}>${say`合上`}</button>
        ${message ? nothing : html`<button class="button" type="button" @click=${() => tell(this, "banmian-delete")}>${say`删除……`}</button>`}
      </div>
    </section>`;
  }

  /**
   * @param {Page} page
   * @param {Report} report as corrected
   */
  #take({ name, text, log }, report) {
    return html`<banmian-take .report=${report} .input=${text} .name=${name} .corrections=${standing(log)} @banmian-notice=${this.#onNotice} @banmian-print=${() => print(this.#report)}></banmian-take>
      <banmian-quote .report=${report} .input=${text} @banmian-notice=${this.#onNotice}></banmian-quote>`;
  }

  /** @param {Page} page */
  #encodings({ encoding, bytes }) {
    return html`<label>${say`编码`}
      <select @change=${(/** @type {Event} */ event) => bytes && void this.#recode(bytes, /** @type {HTMLSelectElement} */ (event.target).value)}>
        ${ENCODINGS.map((one) => html`<option value=${one.encoding} ?selected=${one.encoding === encoding}>${one.name()}</option>`)}
      </select>
    </label>`;
  }

  /** @param {Page} page */
  #original({ text, draft }) {
    return html`<banmian-original
      .text=${text}
      .draft=${draft}
      @banmian-draft=${(/** @type {CustomEvent<{ draft: string | null }>} */ { detail }) => this.#change(detail)}
      @banmian-rewrite=${this.#onRewrite}
    ></banmian-original>`;
  }

  /** In a corner of the window while there is something to read. */
  #progress() {
    if (this.run?.state !== "running") return nothing;
    return html`<banmian-progress class=${this.#corrected ? "again" : ""} .stage=${this.run.stage} @banmian-cancel=${() => tell(this, "banmian-cancel")}></banmian-progress>`;
  }

  /** The report stays as the reader left it while the page is corrected or analysed again. @param {Page} page */
  #body(page) {
    const { run } = this;
    if (run?.state === "failed") {
      return html`<div class="unread" role="alert">
        <p>${run.message}</p>
        <button class="button" type="button" @click=${() => tell(this, "banmian-retry")}>${say`再试一次`}</button>
      </div>`;
    }
    if (!this.#corrected && run) return nothing;
    if (!this.#corrected) return html`<p class="waiting">${say`前面的版面分析完，就轮到这一版。`}</p>`;
    const { report } = this.#corrected;
    if (!this.correcting) return html`<banmian-report desk .report=${report} .input=${page.text} .pages=${this.pages} .accepted=${this.#accepted} @banmian-review=${this.#onReview} @banmian-correct=${this.#onChanges}></banmian-report>`;
    return html`<banmian-bench
      ?active=${this.active}
      .corrected=${this.#corrected}
      .input=${page.text}
      .log=${page.log}
      .name=${safeName(page.name.replace(/\.[^.]*$/, ""))}
      @banmian-correct=${this.#onChanges}
      @banmian-log=${this.#onLog}
    ></banmian-bench>`;
  }

  /** @param {CustomEvent<{ key: string, verdict: string, article: string | null, start: number, end: number }>} event */
  #onReview({ detail }) {
    if (detail.verdict === "change") void this.#correctAt(detail);
    else this.#change({ accepted: judged(this.page?.accepted ?? [], detail) });
  }

  /** Opens the galley at a place. @param {{ article: string | null, start: number, end: number }} place */
  async #correctAt(place) {
    if (!(await this.#loadBench())) return;
    this.correcting = true;
    await this.updateComplete;
    await /** @type {import("./galley/banmian-bench.js").BanmianBench | null} */ (this.renderRoot.querySelector("banmian-bench"))?.reveal(place);
  }

  async #onCorrect() {
    if (this.correcting || (await this.#loadBench())) this.correcting = !this.correcting;
  }

  async #loadBench() {
    const bench = await import("./galley/banmian-bench.js").catch(() => null);
    if (!bench) this.#notice(say`这一部分没有载入，请检查网络。`);
    return bench !== null;
  }

  /** @param {CustomEvent<{ changes: Change[] }>} event */
  async #onChanges({ detail: { changes } }) {
    if (!this.page) return;
    const log = added(this.page.log, changes);
    this.#change({ log });
    const { describe } = await import("./galley/describe.js");
    this.#notice(changes.map((change) => describe({ ...change, id: 0 })).join(say`；`));
  }

  /** @param {CustomEvent<{ log: Log }>} event */
  #onLog({ detail: { log } }) {
    this.#change({ log });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (!this.active || !this.#report || !isSlash(event)) return;
    event.preventDefault();
    this.#report.search();
  }

  /** The report in sight. */
  get #report() {
    return /** @type {import("../elements/banmian-report.js").BanmianReport | null} */ (this.renderRoot.querySelector("banmian-report"));
  }

  /** @param {CustomEvent<{ text: string }>} event */
  #onRewrite({ detail: { text } }) {
    if (text.trim() === "") return this.#notice(say`原文是空的，没有分析；原来的文字还在。`);
    this.editing = false;
    this.#rewrite({ text });
  }

  /**
   * @param {Uint8Array} bytes
   * @param {string} encoding
   */
  async #recode(bytes, encoding) {
    if (this.page) this.#rewrite(await reread(this.page, bytes, encoding));
  }

  /**
   * Another text for the page; the corrections go with the words they stand on.
   * @param {Partial<Page> & { text: string }} fields
   */
  #rewrite(fields) {
    const { text: before, log, accepted = [] } = /** @type {Page} */ (this.page);
    this.#change({ ...fields, draft: null, accepted: carried(accepted, before, fields.text), log: mapped(log, (operations) => rebased(operations, before, fields.text)) });
  }

  /** What the menu and the quotation have to tell, in their own form. @param {CustomEvent<{ text: string }>} event */
  #onNotice(event) {
    event.stopPropagation();
    this.#notice(event.detail.text);
  }

  /**
   * Brings a place of the report into sight.
   * @param {{ article: string, start?: number, end?: number }} place
   */
  async reveal(place) {
    await this.updateComplete;
    await this.#report?.reveal(place);
  }

  /** @param {Partial<Page>} fields */
  #change(fields) {
    tell(this, "banmian-change", { fields });
  }

  /** @param {string} notice */
  #notice(notice) {
    tell(this, "banmian-notice", { notice });
  }
}

customElements.define("banmian-sheet", BanmianSheet);
