import { LitElement, css, html, nothing } from "lit";
import { controls, tokens } from "../../styles/tokens.js";

/**
 * @typedef {object} Item
 * @property {string} label
 * @property {() => void} [act] a heading of the menu has none
 * @property {boolean} [checked] given for one of several to choose from
 * @property {string} [keys] the keys that do the same
 */

/**
 * A menu beside what it belongs to. The focus is in it while it is open, and goes back where it was.
 *
 * @csspart item - one thing to do
 */
export class BanmianMenu extends LitElement {
  static properties = {
    items: { state: true },
    label: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        min-width: 11rem;
        max-width: min(22rem, 100vw - 1rem);
        max-height: min(30rem, 100vh - 1rem);
        overflow-y: auto;
        padding: 0.3rem;
        border: 1px solid var(--_edge);
        border-radius: 4px;
        background: var(--_sheet);
        color: var(--_ink);
        font-size: 0.875rem;
        box-shadow: 0 8px 28px rgb(0 0 0 / 0.22);
      }
      button { display: flex; justify-content: space-between; gap: 1.5rem; width: 100%; min-height: 2.1rem; align-items: center; padding: 0.2rem 0.7rem; border-radius: 3px; }
      button:hover, button:focus-visible { background: var(--_wash); outline-offset: -2px; }
      button[aria-checked]::before { content: ""; width: 1em; flex: none; margin-inline-end: -0.8rem; }
      button[aria-checked="true"]::before { content: "✓"; color: var(--_accent); }
      button[aria-checked] span { flex: 1; }
      kbd { font: inherit; font-size: 0.75rem; color: var(--_soft); white-space: nowrap; }
      p { padding: 0.5rem 0.7rem 0.2rem; font-size: 0.75rem; color: var(--_soft); }
      p:not(:first-child) { border-top: 1px solid var(--_rule); margin-top: 0.3rem; }
    `,
  ];

  constructor() {
    super();
    /** @type {Item[]} */
    this.items = [];
    this.label = "";
  }

  /** @type {HTMLElement | null} */
  #opener = null;

  /**
   * Opens below an element, or above where there is more room.
   * @param {HTMLElement} opener gets the focus back
   * @param {string} label
   * @param {Item[]} items
   */
  async open(opener, label, items) {
    this.#opener = opener;
    this.items = items;
    this.label = label;
    await this.updateComplete;
    const box = this.#box;
    box.showPopover();
    const at = opener.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const fits = at.bottom + height + 8 < innerHeight;
    box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    box.style.top = `${fits ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`;
    this.#buttons[0]?.focus();
  }

  get #box() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector("[popover]"));
  }

  get #buttons() {
    return /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll("button")]);
  }

  render() {
    return html`<div popover="auto" role="menu" aria-label=${this.label} @keydown=${this.#onKey} @toggle=${this.#onToggle}>
      ${this.items.map((item) => this.#item(item))}
    </div>`;
  }

  /** @param {Item} item */
  #item({ label, act, checked, keys }) {
    if (!act) return html`<p role="presentation">${label}</p>`;
    return html`<button
      class="plain"
      part="item"
      type="button"
      role=${checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked=${checked ?? nothing}
      @click=${() => this.#choose(act)}
    ><span>${label}</span>${keys ? html`<kbd aria-hidden="true">${keys}</kbd>` : nothing}</button>`;
  }

  /** @param {() => void} act */
  #choose(act) {
    this.#box.hidePopover();
    act();
  }

  /** @param {ToggleEvent} event */
  #onToggle({ newState }) {
    if (newState === "closed") this.#opener?.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const buttons = this.#buttons;
    const index = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
    const step = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Tab") this.#box.hidePopover();
    if (step === undefined) return;
    event.preventDefault();
    buttons.at(step % buttons.length)?.focus();
  }
}

customElements.define("banmian-menu", BanmianMenu);
