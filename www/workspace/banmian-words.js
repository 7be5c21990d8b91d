import { LitElement, css, html } from "lit";
import { controls, tokens } from "../styles/tokens.js";

const KEY = "banmian.words";

/**
 * The reader's own words, which win over every model; they are kept in this browser.
 *
 * @fires {CustomEvent<{ words: string }>} banmian-words - the words were changed
 */
export class BanmianWords extends LitElement {
  static properties = {
    words: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; max-width: 60rem; margin: 1.6rem auto 0; font-size: 0.875rem; }
      summary { width: fit-content; padding-block: 0.3rem; color: var(--_soft); font-weight: 600; }
      form { display: grid; gap: 0.6rem; justify-items: start; padding: 0.8rem 1rem; background: var(--_sheet); border: 1px solid var(--_rule); line-height: 1.7; }
      textarea { width: 100%; min-height: 8rem; padding: 0.6rem; background: var(--_paper); border: 1px solid var(--_edge); border-radius: 3px; line-height: 1.8; resize: vertical; }
      label, p { color: var(--_soft); }
      @media print { :host { display: none; } }
    `,
  ];

  constructor() {
    super();
    this.words = savedWords();
  }

  render() {
    const lines = this.words.split("\n").filter((line) => line.trim()).length;
    return html`<details>
      <summary>自订词表${lines > 0 ? `（${lines} 行）` : ""}</summary>
      <form @submit=${this.#onSubmit}>
        <label for="words">每行一个词：词语,类别　或　词语,类别,规范名。类别有人物、机构、地点、时间、作品、术语、主题。</label>
        <textarea id="words" spellcheck="false" placeholder="港产联动,主题&#10;市发改委,机构,市发展和改革委员会" .value=${this.words}></textarea>
        <button class="button" type="submit">保存，并重新分析</button>
      </form>
    </details>`;
  }

  /** @param {SubmitEvent} event */
  #onSubmit(event) {
    event.preventDefault();
    this.words = /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector("textarea")).value;
    try {
      localStorage.setItem(KEY, this.words);
    } catch {
      // A browser that keeps nothing still uses the words until the page is left.
    }
    this.dispatchEvent(new CustomEvent("banmian-words", { detail: { words: this.words }, bubbles: true }));
  }
}

/** The words of the last visit. */
export function savedWords() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

customElements.define("banmian-words", BanmianWords);
