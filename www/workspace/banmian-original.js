import { LitElement, css, html, nothing } from "lit";
import { grouped } from "../elements/kinds.js";
import { tell } from "../elements/tell.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { LONG } from "./banmian-compose.js";

/**
 * 改原文: the text of a page to be changed and analysed again. What is typed is a draft until then.
 *
 * @fires {CustomEvent<{ draft: string | null }>} banmian-draft - the reader typed, or gives the draft up
 * @fires {CustomEvent<{ text: string }>} banmian-rewrite - this text is to be analysed instead
 */
export class BanmianOriginal extends LitElement {
  static properties = {
    text: {},
    /** What was typed and not analysed yet. */
    draft: {},
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; }
      form { background: var(--_sheet); border: 1px solid var(--_rule); padding: 0.8rem 1rem; display: grid; gap: 0.6rem; justify-items: start; }
      label { font-size: 0.8125rem; color: var(--_soft); }
      textarea { width: 100%; min-height: 45vh; padding: 0.8rem; background: var(--_paper); border: 1px solid var(--_edge); border-radius: 3px; color: var(--_ink); font-family: var(--_serif); line-height: 1.8; resize: vertical; }
      .row { display: flex; gap: 0.5rem; flex-wrap: wrap; }
      .long { background: var(--_sheet); border: 1px solid var(--_rule); padding: 3rem 1rem; text-align: center; line-height: 1.9; color: var(--_soft); }
      @media print { :host { display: none; } }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    this.text = "";
    /** @type {string | null} */
    this.draft = null;
  }

  render() {
    const { text, draft } = this;
    if (text.length >= LONG) return html`<p class="long">${say`原文有 ${grouped(text.length)} 个字符，太长，请在原文件里修改后重新读入。`}</p>`;
    return html`<form @submit=${this.#onSubmit}>
      <label for="original">${say`原文`}</label>
      <textarea id="original" lang="zh" spellcheck="false" .value=${draft ?? text} @input=${this.#onInput}></textarea>
      <div class="row">
        <button class="button main" type="submit">${say`重新分析`}</button>
        ${draft !== null && draft !== text ? html`<button class="button" type="button" @click=${() => tell(this, "banmian-draft", { draft: null })}>${say`放弃改动`}</button>` : nothing}
      </div>
    </form>`;
  }

  /** @param {InputEvent} event */
  #onInput({ target }) {
    tell(this, "banmian-draft", { draft: /** @type {HTMLTextAreaElement} */ (target).value });
  }

  /** @param {SubmitEvent} event */
  #onSubmit(event) {
    event.preventDefault();
    const { value } = /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector("textarea"));
    tell(this, "banmian-rewrite", { text: value });
  }
}

customElements.define("banmian-original", BanmianOriginal);
