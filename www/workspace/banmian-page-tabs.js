import { LitElement, css, html } from "lit";
import { grouped } from "../elements/kinds.js";
import { tabKeys } from "../elements/tabs.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";

/**
 * - waiting: its turn to be analysed has not come
 * - running, done: as it says
 * - failed: the analysis did not end; the text is there
 * - unread: the file is no text
 * @typedef {"waiting" | "running" | "done" | "failed" | "unread"} PageState
 */

/** @typedef {{ id: string, name: string, state: PageState }} Tab */

/** @param {PageState} state */
function stateName(state) {
  return { waiting: say`等待`, running: say`分析中`, done: "", failed: say`没有完成`, unread: say`读不了` }[state];
}

/** @type {Record<PageState, string>} */
const SIGNS = { waiting: "○", running: "◐", done: "", failed: "！", unread: "！" };

/**
 * The pages that are open as tabs, each with its state; first those for a new page, the library and the lexicon.
 *
 * @fires {CustomEvent<{ id: string }>} banmian-page - a tab was chosen: a page's id, `new`, `library` or `lexicon`
 */
export class BanmianPageTabs extends LitElement {
  static properties = {
    tabs: { attribute: false },
    /** How many pages the library has. */
    count: { type: Number },
    active: {},
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; }
      div { display: flex; gap: 0.25rem; overflow-x: auto; scrollbar-width: thin; padding: 0.2rem 0.2rem 0; scroll-padding-inline-start: 8rem; }
      button { flex: 0 0 auto; max-width: 15rem; min-height: 2.5rem; padding: 0 0.9rem; font-size: 0.875rem; color: var(--_soft); border: 1px solid transparent; border-bottom: 0; display: flex; align-items: center; gap: 0.45rem; }
      /* A new page is begun from anywhere in a long row of tabs. */
      button:first-child { position: sticky; inset-inline-start: 0; z-index: 1; background: var(--_paper); }
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
    new Speaker(this);
    /** @type {Tab[]} */
    this.tabs = [];
    this.count = 0;
    this.active = "new";
  }

  render() {
    return html`<div role="tablist" aria-label=${say`版面`} @keydown=${tabKeys}>
      ${this.#tab("new", say`＋ 新版面`, "", say`新版面`)}
      ${this.#tab("library", say`版面库`, grouped(this.count), say`版面库 ${grouped(this.count)} 版`)}
      ${this.#tab("lexicon", say`词表`, "", say`词表`)}
      ${this.tabs.map(({ id, name, state }) => {
        const says = stateName(state);
        return this.#tab(id, name, SIGNS[state], says ? say`${name}，${says}` : name);
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
   * @param {string} id
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
    ><span class="name">${name}</span> ${sign ? html`<span class="sign">${sign}</span>` : ""}</button>`;
  }

  /** @param {string} id */
  #choose(id) {
    this.dispatchEvent(new CustomEvent("banmian-page", { detail: { id }, bubbles: true }));
  }
}

customElements.define("banmian-page-tabs", BanmianPageTabs);
