import { LitElement, html, nothing } from "lit";
import { grouped } from "../../elements/kinds.js";
import { more } from "../../elements/more.js";
import { decode } from "../../formats/text.js";
import { Speaker, say } from "../../language/say.js";
import { lexiconStyle } from "../../styles/lexicon.js";
import { controls, tokens } from "../../styles/tokens.js";
import { download } from "../export.js";
import { pickedFiles } from "../picked.js";
import { packs } from "./packs.js";
import { effectWords, faultName, imported, kindName } from "./said.js";
import { WORD_KINDS, csvOf, formatLexicon, isBad, parseLexicon, parseRow, united } from "./table.js";

/** @import { Effect } from "./effect.js" */
/** @import { BadRow, Row, Section, WordKind } from "./table.js" */

/** Rows that are set at first, and again with each press of the button below them. */
const BATCH = 150;

/** Bytes of a file of words; more is no lexicon of a reader. */
const LIMIT = 8_000_000;

/**
 * 词表: the reader's own words and theme packs in a table, and what the last change did to the page seen last.
 *
 * @fires {CustomEvent<{ words: string }>} banmian-words - the lexicon was changed
 * @fires {CustomEvent<{ notice: string }>} banmian-notice - something to tell the reader
 */
export class BanmianLexicon extends LitElement {
  static properties = {
    /** The lexicon as its text. */
    words: { attribute: false },
    /** Name of the page that a change is tried on; empty where there is none. */
    page: {},
    /** What the last change did to it; null while that is not known. */
    effect: { attribute: false },
    /** Whether it is being found out. */
    running: { type: Boolean },
    chosen: { state: true },
    wanted: { state: true },
    shown: { state: true },
  };

  static styles = [tokens, controls, lexiconStyle];

  constructor() {
    super();
    new Speaker(this);
    this.words = "";
    this.page = "";
    /** @type {Effect | null} */
    this.effect = null;
    this.running = false;
    /** Which section is shown. */
    this.chosen = 0;
    this.wanted = "";
    this.shown = BATCH;
  }

  /** @type {Section[]} */
  #sections = [];

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("words")) this.#sections = parseLexicon(this.words);
  }

  /** The index of the section in sight; one that is chosen may still be on its way. */
  get #at() {
    return Math.min(this.chosen, this.#sections.length - 1);
  }

  get #section() {
    return this.#sections[this.#at];
  }

  render() {
    const { name, on, rows } = this.#section;
    return html`<section class="sheet" aria-labelledby="heading">
      <header>
        <h2 id="heading">${say`词表`}</h2>
        <p>${say`词表里的词优先于一切模型和规则；改动立即生效。`}</p>
      </header>
      ${this.#effectLine()}
      <div class="shelf" role="group" aria-label=${say`词表和主题包`}>
        ${this.#sections.map((section, index) => this.#chip(section, index))}
        ${this.#packMenu()}
      </div>
      <div class="tools">
        ${name
          ? html`<label class="switch"><input type="checkbox" .checked=${on} @change=${() => this.#put({ on: !on })} />${say`启用`}</label>
              <button class="button" type="button" @click=${this.#dropSection}>${say`移除这个主题包`}</button>`
          : nothing}
        ${rows.length > 12 ? html`<input class="find" type="search" aria-label=${say`在词表里查找`} placeholder=${say`查找`} .value=${this.wanted} @input=${(/** @type {InputEvent} */ event) => (this.wanted = valueOf(event))} />` : nothing}
        <button class="button" type="button" @click=${this.#pick}>${say`导入 CSV`}</button>
        <button class="button" type="button" ?disabled=${rows.length === 0} @click=${this.#export}>${say`导出 CSV`}</button>
        <input id="file" type="file" hidden accept=".csv,.tsv,.txt,text/csv,text/plain" aria-label=${say`词表文件`} @change=${this.#onPicked} />
      </div>
      ${this.#bad(rows)} ${this.#table(rows)}
    </section>`;
  }

  #effectLine() {
    if (!this.page) return nothing;
    const { effect, running, page } = this;
    return html`<p class="effect" role="status">${running ? say`正在看对“${page}”的影响……` : effect ? effectWords(effect, page) : say`改动对“${page}”的影响会显示在这里。`}</p>`;
  }

  /**
   * @param {Section} section
   * @param {number} index
   */
  #chip({ name, on, rows }, index) {
    return html`<button class="button" type="button" aria-pressed=${index === this.#at} @click=${() => this.#choose(index)}>
      ${name || say`我的词`}<small>${on ? grouped(rows.length) : say`停用`}</small>
    </button>`;
  }

  #packMenu() {
    const left = packs().filter(({ name }) => !this.#sections.some((section) => section.name === name));
    return html`<select aria-label=${say`添加主题包`} @change=${this.#onPack}>
      <option value="">${say`＋ 添加主题包`}</option>
      ${left.map(({ name }) => html`<option>${name}</option>`)}
      <option value="*">${say`空白主题包`}</option>
    </select>`;
  }

  /** @param {(Row | BadRow)[]} rows */
  #bad(rows) {
    const bad = rows.flatMap((row, index) => (isBad(row) ? [{ row, index }] : []));
    if (bad.length === 0) return nothing;
    return html`<section class="bad" aria-label=${say`读不懂的行`}>
      <h3>${say`${grouped(bad.length)} 行读不懂，没有生效`}</h3>
      <ul>
        ${bad.slice(0, BATCH).map(
          ({ row, index }) => html`<li>
            <label>${say`第 ${index + 1} 行：${faultName(row.fault)}`}<input .value=${row.raw} @change=${(/** @type {InputEvent} */ event) => this.#setRow(index, parseRow(valueOf(event)))} /></label>
            <button class="plain delete" type="button" aria-label=${say`删除第 ${index + 1} 行`} @click=${() => this.#setRow(index, null)}>×</button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  /** @param {(Row | BadRow)[]} rows */
  #table(rows) {
    const wanted = this.wanted.trim();
    const listed = rows.flatMap((row, index) => (!isBad(row) && (row.word + row.name).includes(wanted) ? [{ row, index }] : []));
    return html`<form @submit=${this.#onAdd}>
        <table>
          <caption class="hushed">${this.#section.name || say`我的词`}</caption>
          <thead><tr><th scope="col">${say`词语`}</th><th scope="col">${say`类别`}</th><th scope="col">${say`规范名`}</th><td></td></tr></thead>
          <tbody>
            <tr class="new">
              <td><input name="word" required maxlength="100" aria-label=${say`新词语`} placeholder=${say`添加词语`} /></td>
              <td>${kindSelect("kind", this.#section.name ? "theme" : "person", say`新词语的类别`)}</td>
              <td><input name="name" maxlength="100" aria-label=${say`新词语的规范名`} placeholder=${say`可不填`} /></td>
              <td><button class="button" type="submit">${say`添加`}</button></td>
            </tr>
            ${listed.slice(0, this.shown).map(({ row, index }) => this.#row(row, index))}
          </tbody>
        </table>
      </form>
      ${listed.length === 0 ? html`<p class="none">${wanted ? say`没有这样的词。` : say`还没有词。在上面添加，或导入 CSV；在校样里选中文字也能加入。`}</p>` : nothing}
      ${more(listed.length - this.shown, say`继续显示（还有 ${grouped(listed.length - this.shown)} 行）`, () => (this.shown += BATCH))}`;
  }

  /**
   * @param {Row} row
   * @param {number} index
   */
  #row(row, index) {
    const set = (/** @type {Partial<Row>} */ fields) => this.#setRow(index, { ...row, ...fields });
    const onWord = (/** @type {InputEvent} */ event) => (valueOf(event) ? set({ word: valueOf(event) }) : this.requestUpdate());
    return html`<tr>
      <td><input maxlength="100" lang="zh" aria-label=${say`词语`} .value=${row.word} @change=${onWord} @keydown=${onEnter} /></td>
      <td>${kindSelect("", row.kind, say`“${row.word}”的类别`, (kind) => set({ kind }))}</td>
      <td><input maxlength="100" lang="zh" aria-label=${say`“${row.word}”的规范名`} ?disabled=${row.kind === "exclude"} .value=${row.name} @change=${(/** @type {InputEvent} */ event) => set({ name: valueOf(event) })} @keydown=${onEnter} /></td>
      <td><button class="plain delete" type="button" aria-label=${say`删除 ${row.word}`} @click=${() => this.#setRow(index, null)}>×</button></td>
    </tr>`;
  }

  /** @param {number} index */
  #choose(index) {
    this.chosen = index;
    this.wanted = "";
    this.shown = BATCH;
  }

  /** @param {SubmitEvent} event */
  #onAdd(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const data = new FormData(form);
    const [word, kind, name] = ["word", "kind", "name"].map((field) => String(data.get(field)).trim());
    if (word === "") return;
    const others = this.#section.rows.filter((row) => isBad(row) || row.word !== word);
    this.#put({ rows: [{ word, kind: /** @type {WordKind} */ (kind), name: name === word ? "" : name }, ...others] });
    form.reset();
    /** @type {HTMLElement} */ (form.querySelector('[name="word"]')).focus();
  }

  /**
   * @param {number} index
   * @param {Row | BadRow | null} row null takes it away
   */
  #setRow(index, row) {
    this.#put({ rows: this.#section.rows.flatMap((old, at) => (at !== index ? [old] : row ? [row] : [])) });
  }

  /** @param {Partial<Section>} fields of the section in sight */
  #put(fields) {
    this.#set(this.#sections.map((section, index) => (index === this.#at ? { ...section, ...fields } : section)));
  }

  #dropSection() {
    const left = this.#sections.filter((_, index) => index !== this.#at);
    this.chosen = 0;
    this.#set(left);
  }

  /** @param {Event} event */
  #onPack({ target }) {
    const select = /** @type {HTMLSelectElement} */ (target);
    const pack = packs().find(({ name }) => name === select.value);
    const name = pack?.name ?? say`主题包 ${this.#sections.length}`;
    const rows = (pack?.themes ?? []).map((word) => ({ word, kind: /** @type {const} */ ("theme"), name: "" }));
    if (select.value === "") return;
    select.value = "";
    this.#choose(this.#sections.length);
    this.#set([...this.#sections, { name, on: true, rows }]);
  }

  #pick() {
    /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("#file")).click();
  }

  /** @param {Event} event */
  async #onPicked(event) {
    const [file] = pickedFiles(event);
    if (!file) return;
    const decoded = file.size > LIMIT ? null : decode(new Uint8Array(await file.arrayBuffer()));
    if (!decoded) return this.#send("banmian-notice", { notice: say`“${file.name}”读不懂：词表应是 CSV 或文本文件。` });
    const read = parseLexicon(decoded.text).flatMap((section) => section.rows);
    const { rows, fresh } = united(this.#section.rows, read);
    this.#put({ rows });
    this.#send("banmian-notice", { notice: imported(fresh, read.filter(isBad)) });
  }

  #export() {
    download(`${this.#section.name || say`词表`}.csv`, new Blob([csvOf(this.#section)], { type: "text/csv" }));
  }

  /** @param {Section[]} sections */
  #set(sections) {
    this.#send("banmian-words", { words: formatLexicon(sections) });
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

/**
 * @param {string} name
 * @param {WordKind} kind
 * @param {string} label
 * @param {(kind: WordKind) => void} [onChange]
 */
function kindSelect(name, kind, label, onChange) {
  return html`<select name=${name} aria-label=${label} @change=${(/** @type {Event} */ { target }) => onChange?.(/** @type {WordKind} */ (/** @type {HTMLSelectElement} */ (target).value))}>
    ${WORD_KINDS.map((one) => html`<option value=${one} ?selected=${one === kind}>${kindName(one)}</option>`)}
  </select>`;
}

/** @param {InputEvent | Event} event */
const valueOf = ({ target }) => /** @type {HTMLInputElement} */ (target).value.trim();

/** In a row that is there, the key ends the change and does not add the new word. @param {KeyboardEvent} event */
function onEnter(event) {
  if (event.key !== "Enter") return;
  event.preventDefault();
  /** @type {HTMLElement} */ (event.target).blur();
}

customElements.define("banmian-lexicon", BanmianLexicon);
