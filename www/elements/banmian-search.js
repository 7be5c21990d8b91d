import { LitElement, css, html, nothing } from "lit";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { tell } from "./tell.js";

/**
 * The field for words to look for. The browser's own search stays where it is; this one knows traditional characters,
 * and lists what it finds.
 *
 * @fires {CustomEvent<{ query: string }>} banmian-search - the words have changed; empty to let go
 * @fires {CustomEvent<{ way: 1 | -1 }>} banmian-step - to the next hit, or the one before
 * @csspart field - the field
 */
export class BanmianSearch extends LitElement {
  static properties = {
    query: {},
    /** Whether "/" leads here, to be shown. */
    slash: { type: Boolean },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; position: relative; }
      input {
        appearance: none;
        width: 100%;
        min-height: 2.25rem;
        padding: 0.2rem 2rem 0.2rem 0.7rem;
        border: 1px solid var(--_edge);
        border-radius: 3px;
        background: var(--_sheet);
        color: var(--_ink);
        font: 400 0.875rem/1.5 var(--_ui);
      }
      input::placeholder { color: var(--_soft); opacity: 1; }
      input::-webkit-search-cancel-button { appearance: none; }
      kbd { position: absolute; inset: 0 0.6rem 0 auto; height: fit-content; margin-block: auto; padding: 0 0.35rem; border: 1px solid var(--_rule); border-radius: 3px; font: 0.75rem/1.4 var(--_ui); color: var(--_soft); pointer-events: none; }
      button { position: absolute; inset: 0 0 0 auto; width: 2.25rem; text-align: center; color: var(--_soft); }
      button:hover { color: var(--_ink); }
      @media (hover: none) { kbd { display: none; } }
      @media print { :host { display: none; } }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    this.query = "";
    this.slash = false;
  }

  focus() {
    const field = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector("input"));
    field?.focus();
    field?.select();
  }

  render() {
    return html`<search>
      <input
        part="field"
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${say`搜索全版`}
        placeholder=${say`搜索文字、人名、主题`}
        .value=${this.query}
        @input=${(/** @type {Event} */ event) => this.#ask(/** @type {HTMLInputElement} */ (event.target).value)}
        @keydown=${this.#onKey}
      />
      ${this.query ? html`<button class="plain" type="button" aria-label=${say`清除搜索`} @click=${() => this.#ask("")}>×</button>` : nothing}
      ${!this.query && this.slash ? html`<kbd aria-hidden="true">/</kbd>` : nothing}
    </search>`;
  }

  /** @param {string} query */
  #ask(query) {
    this.query = query;
    tell(this, "banmian-search", { query });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.isComposing) return;
    if (event.key === "Enter") tell(this, "banmian-step", { way: event.shiftKey ? -1 : 1 });
    if (event.key === "Escape" && this.query) {
      event.stopPropagation();
      this.#ask("");
    }
  }
}

define("banmian-search", BanmianSearch);
