import { LitElement, css, html, nothing } from "lit";
import { grouped } from "../elements/kinds.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { samples } from "./samples.js";

/** Characters from which a text is read at once and not put into the box: no box is pleasant with a book in it. */
export const LONG = 200_000;

const DRAFT = "banmian.draft";

/**
 * The box to paste a page into, with the other ways in: files and samples.
 *
 * @fires {CustomEvent<{ text: string }>} banmian-text - a text is to be analysed
 * @fires banmian-pick - the reader wants to choose files
 * @fires banmian-lexicon - the reader wants to see the lexicon
 * @fires {CustomEvent<Sample>} banmian-sample - a sample was chosen
 */
export class BanmianCompose extends LitElement {
  static properties = {
    draft: { state: true },
    hint: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; }
      .lead { text-align: center; padding: 1.6rem 0 1.4rem; }
      .lead h2 { font-family: var(--_serif); font-weight: 700; font-size: clamp(1.4rem, 1rem + 2vw, 2.1rem); line-height: 1.5; text-wrap: balance; }
      .lead p { color: var(--_soft); line-height: 1.8; font-size: 0.9375rem; text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere; }
      .sheet { background: var(--_sheet); border: 1px solid var(--_edge); border-top: 3px double var(--_ink); }
      /* The box is the sheet: the ring goes around all of it, not through its label. */
      .sheet:has(textarea:focus-visible) { border-color: var(--_accent); outline: 2px solid var(--_accent); }
      label { display: block; padding: 0.7rem 1.2rem 0; font-size: 0.8125rem; color: var(--_soft); }
      textarea {
        display: block;
        width: 100%;
        min-height: min(24rem, 46vh);
        padding: 0.4rem 1.2rem 1rem;
        border: 0;
        resize: vertical;
        background: none;
        font-family: var(--_serif);
        font-size: 1.0625rem;
        line-height: 1.85;
      }
      textarea:focus-visible { outline: 0; }
      textarea::placeholder { color: var(--_soft); opacity: 1; }
      .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; padding: 0.8rem 1.2rem; border-top: 1px solid var(--_rule); }
      .actions p { margin-inline-start: auto; font-size: 0.8125rem; color: var(--_soft); }
      .hint { color: var(--_accent); padding: 0 1.2rem 0.8rem; font-size: 0.875rem; }
      .samples { margin-top: 1.8rem; }
      .samples h3 { font-size: 0.875rem; font-weight: 600; color: var(--_soft); margin-bottom: 0.5rem; }
      .samples ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 0.8rem; }
      .samples button { display: flex; flex-direction: column; justify-content: flex-start; width: 100%; height: 100%; padding: 0.8rem 1rem; border: 1px solid var(--_rule); background: var(--_sheet); }
      .samples button:hover { border-color: var(--_accent); }
      .samples b { display: block; font-family: var(--_serif); font-size: 1.0625rem; line-height: 1.6; }
      .samples span { text-wrap: pretty; font-size: 0.8125rem; line-height: 1.6; color: var(--_soft); }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    this.draft = savedDraft();
    this.hint = "";
  }

  /** Takes away what was written. */
  clear() {
    this.draft = "";
    saveDraft("");
  }

  render() {
    return html`
      <div class="lead">
        <h2>${say`把一版报纸的文字，还原成一篇篇稿件`}</h2>
        <p>${say`分出标题、讯头、记者和正文，标出人物、机构、地点，找到贯穿全版的主题。`}</p>
      </div>
      <div class="sheet">
        <label for="text">${say`版面文字`}</label>
        <textarea
          id="text"
          spellcheck="false"
          placeholder=${say`把整版文字粘贴到这里，断行、乱序都不要紧。也可以把 txt、md、docx、pdf、网页文件，文件夹或 zip 拖到页面任何地方。`}
          .value=${this.draft}
          @input=${this.#onInput}
          @paste=${this.#onPaste}
          @keydown=${this.#onKey}
        ></textarea>
        ${this.hint ? html`<p class="hint" role="alert">${this.hint}</p>` : nothing}
        <div class="actions">
          <button class="button main" type="button" @click=${this.#submit}>${say`分析版面`}</button>
          <button class="button" type="button" @click=${() => this.#send("banmian-pick", null)}>${say`打开文件……`}</button>
          <button class="button" type="button" @click=${() => this.#send("banmian-lexicon", null)}>${say`词表`}</button>
          <p>${this.draft ? say`${grouped(this.draft.length)} 个字符` : say`文字只在这台电脑的浏览器里处理，不会上传`}</p>
        </div>
      </div>
      <section class="samples" aria-labelledby="samples">
        <h3 id="samples">${say`没有现成的版面？看一个示例`}</h3>
        <ul>
          ${samples().map(
            (sample) => html`<li>
              <button class="plain" type="button" @click=${() => this.#send("banmian-sample", sample)}><b>${sample.name}</b><span>${sample.note}</span></button>
            </li>`,
          )}
        </ul>
      </section>
    `;
  }

  /** @param {Event} event */
  #onInput(event) {
    this.draft = /** @type {HTMLTextAreaElement} */ (event.target).value;
    this.hint = "";
    saveDraft(this.draft);
  }

  /** @param {ClipboardEvent} event */
  #onPaste(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.length < LONG) return;
    event.preventDefault();
    this.#send("banmian-text", { text });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#submit();
  }

  #submit() {
    if (this.draft.trim() === "") {
      this.hint = say`还没有文字：请先粘贴一版，或打开文件。`;
      this.renderRoot.querySelector("textarea")?.focus();
      return;
    }
    this.#send("banmian-text", { text: this.draft });
    this.draft = "";
    saveDraft("");
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

/** What was written and not sent when the window was closed. */
function savedDraft() {
  try {
    return localStorage.getItem(DRAFT) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} draft */
function saveDraft(draft) {
  try {
    if (draft === "") localStorage.removeItem(DRAFT);
    else localStorage.setItem(DRAFT, draft);
  } catch {
    // A browser that keeps nothing, or a draft too long for it.
  }
}

customElements.define("banmian-compose", BanmianCompose);
