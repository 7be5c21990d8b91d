import { LitElement, css, html, nothing } from "lit";
import { grouped } from "../../elements/kinds.js";
import { Speaker, say } from "../../language/say.js";
import { controls, tokens } from "../../styles/tokens.js";
import { BadCorrections, read, written } from "../corrections/file.js";
import { EMPTY, added, standing } from "../corrections/log.js";
import { download } from "../export.js";
import { pickedFiles } from "../picked.js";
import { describe, why } from "./describe.js";

/** @import { Lost } from "../corrections/correct.js" */
/** @import { Log } from "../corrections/log.js" */
/** @import { Operation } from "../corrections/operations.js" */

/** Corrections that are listed before the rest is left to a button. */
const LISTED = 60;

/**
 * 校改记录: what the reader has corrected, the newest first, and above it what no longer applies; each can be taken back.
 *
 * @fires {CustomEvent<{ log: Log }>} banmian-log - the log is to be this one
 * @fires {CustomEvent<{ notice: string }>} banmian-notice - something to tell the reader
 */
export class BanmianCorrections extends LitElement {
  static properties = {
    log: { attribute: false },
    lost: { attribute: false },
    /** Name of the page, for the file. */
    name: {},
    shown: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; font-size: 0.875rem; line-height: 1.6; }
      h3 { font-size: 0.875rem; font-weight: 600; }
      .tools { display: flex; flex-wrap: wrap; gap: 0.3rem; margin: 0.4rem 0 0.6rem; }
      .tools .button { padding-inline: 0.6rem; font-size: 0.8125rem; min-height: 2rem; }
      li { display: flex; gap: 0.6rem; align-items: flex-start; justify-content: space-between; padding: 0.35rem 0; border-top: 1px solid var(--_rule); }
      li span { overflow-wrap: anywhere; min-width: 0; }
      li small { display: block; color: var(--_soft); }
      li button { flex: none; min-height: 1.6rem; padding: 0 0.3rem; color: var(--_accent); white-space: nowrap; }
      li button:hover { text-decoration: underline; }
      .lost { border: 1px solid var(--_accent); border-radius: 3px; padding: 0.5rem 0.7rem 0.2rem; margin-bottom: 0.8rem; }
      .lost h3 { color: var(--_accent); }
      .none { color: var(--_soft); padding-block: 0.4rem; }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Log} */
    this.log = EMPTY;
    /** @type {Lost[]} */
    this.lost = [];
    this.name = "";
    this.shown = LISTED;
  }

  render() {
    const { log, lost } = this;
    const gone = new Set(lost.map(({ operation }) => operation.id));
    const list = standing(log).filter(({ id }) => !gone.has(id)).reverse();
    return html`
      <h3 id="heading">${say`校改记录`}${list.length > 0 ? say`（${grouped(list.length)}）` : nothing}</h3>
      <div class="tools">
        <button class="button" type="button" ?disabled=${list.length + lost.length === 0} @click=${this.#export}>${say`导出校改`}</button>
        <button class="button" type="button" @click=${this.#pick}>${say`导入校改`}</button>
        <input type="file" hidden accept=".json,application/json" aria-label=${say`校改文件`} @change=${this.#onPicked} />
      </div>
      ${lost.length > 0
        ? html`<section class="lost" aria-label=${say`不再适用的校改`}>
            <h3>${say`${grouped(lost.length)} 条校改不再适用`}</h3>
            <ul>${lost.map(({ operation, reason }) => this.#row(operation, why(reason)))}</ul>
          </section>`
        : nothing}
      ${list.length === 0 && lost.length === 0 ? html`<p class="none">${say`还没有校改。每一步都会记在这里，可以随时撤回。`}</p>` : nothing}
      <ol aria-labelledby="heading">${list.slice(0, this.shown).map((operation) => this.#row(operation, ""))}</ol>
      ${list.length > this.shown ? html`<button class="button more" type="button" @click=${() => (this.shown += LISTED)}>${say`更早的 ${grouped(list.length - this.shown)} 条`}</button>` : nothing}
    `;
  }

  /**
   * @param {Operation} operation
   * @param {string} note
   */
  #row(operation, note) {
    const says = describe(operation);
    return html`<li>
      <span>${says}${note ? html`<small>${note}</small>` : nothing}</span>
      <button class="plain" type="button" aria-label=${say`撤回：${says}`} @click=${() => this.#set(added(this.log, [{ kind: "withdraw", of: operation.id }]))}>${say`撤回`}</button>
    </li>`;
  }

  #export() {
    download(`${this.name || "banmian"}-${say`校改`}.json`, new Blob([written(standing(this.log), this.name)], { type: "application/json" }));
  }

  #pick() {
    /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("input")).click();
  }

  /** @param {Event} event */
  async #onPicked(event) {
    const [file] = pickedFiles(event);
    if (!file) return;
    try {
      const operations = read(await file.text());
      this.#set(added(this.log, operations));
      this.#send("banmian-notice", { notice: say`导入 ${operations.length} 条校改。` });
    } catch (error) {
      const place = error instanceof BadCorrections ? error.operation : 0;
      this.#send("banmian-notice", { notice: place > 0 ? say`校改文件的第 ${place} 条读不懂，没有导入。` : say`这不是校改文件，没有导入。` });
    }
  }

  /** @param {Log} log */
  #set(log) {
    this.#send("banmian-log", { log });
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("banmian-corrections", BanmianCorrections);
