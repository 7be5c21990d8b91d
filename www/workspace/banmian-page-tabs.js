import { LitElement, css, html } from "lit";
import { tabKeys } from "../elements/tabs.js";
import { controls, tokens } from "../styles/tokens.js";

/** @import { Page, PageState } from "./pages.js" */

/** @type {Record<PageState, { sign: string, name: string }>} */
const STATES = {
  waiting: { sign: "○", name: "等待" },
  running: { sign: "◐", name: "分析中" },
  done: { sign: "", name: "" },
  failed: { sign: "！", name: "没有完成" },
  unread: { sign: "！", name: "读不了" },
};

/**
 * The pages on the desk as tabs, each with its state, and first the tab for a new page.
 *
 * @fires {CustomEvent<{ id: number | null }>} banmian-page - a page was chosen; null is the new page
 */
export class BanmianPageTabs extends LitElement {
  static properties = {
    pages: { attribute: false },
    active: { attribute: false },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; }
      div { display: flex; gap: 0.25rem; overflow-x: auto; scrollbar-width: thin; padding: 0.2rem 0.2rem 0; }
      button { flex: 0 0 auto; max-width: 15rem; min-height: 2.5rem; padding: 0 0.9rem; font-size: 0.875rem; color: var(--_soft); border: 1px solid transparent; border-bottom: 0; display: flex; align-items: center; gap: 0.45rem; }
      button:hover { color: var(--_ink); }
      button[aria-selected="true"] { color: var(--_ink); font-weight: 600; background: var(--_sheet); border-color: var(--_rule); box-shadow: inset 0 3px 0 var(--_accent); }
      :focus-visible { outline-offset: -2px; }
      .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .sign { color: var(--_accent); }
      @media print { :host { display: none; } }
    `,
  ];

  constructor() {
    super();
    /** @type {Page[]} */
    this.pages = [];
    /** @type {number | null} */
    this.active = null;
  }

  render() {
    return html`<div role="tablist" aria-label="版面" @keydown=${tabKeys}>
      ${this.#tab(null, "＋ 新版面", "", "新版面")} ${this.pages.map(({ id, name, state }) => {
        const { sign, name: says } = STATES[state];
        return this.#tab(id, name, sign, says ? `${name}，${says}` : name);
      })}
    </div>`;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("active")) this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Gives the focus to the tab of the page in sight. */
  async focusTab() {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[aria-selected="true"]'))?.focus({ preventScroll: true });
  }

  /**
   * @param {number | null} id
   * @param {string} name
   * @param {string} sign
   * @param {string} label
   */
  #tab(id, name, sign, label) {
    const selected = id === this.active;
    return html`<button
      class="plain"
      role="tab"
      type="button"
      title=${name}
      aria-label=${label}
      aria-selected=${selected}
      tabindex=${selected ? 0 : -1}
      @click=${() => this.#choose(id)}
    ><span class="name">${name}</span>${sign ? html`<span class="sign">${sign}</span>` : ""}</button>`;
  }

  /** @param {number | null} id */
  #choose(id) {
    this.dispatchEvent(new CustomEvent("banmian-page", { detail: { id }, bubbles: true }));
  }
}

customElements.define("banmian-page-tabs", BanmianPageTabs);
