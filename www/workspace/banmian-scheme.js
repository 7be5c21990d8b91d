import { LitElement, css, html } from "lit";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";

/** @type {() => [string, string][]} */
const schemes = () => [
  ["auto", say`随系统`],
  ["light", say`浅色`],
  ["dark", say`深色`],
];

const KEY = "banmian.scheme";

/** The switch between light and dark; the choice is kept in this browser. */
export class BanmianScheme extends LitElement {
  static properties = {
    scheme: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      label { display: inline-flex; align-items: center; gap: 0.5rem; font-size: 0.875rem; color: var(--_soft); }
      select { min-height: 2.25rem; padding: 0 0.4rem; background: var(--_sheet); color: var(--_ink); border: 1px solid var(--_edge); border-radius: 3px; }
      @media (max-width: 32rem) { label span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    this.scheme = remembered() ?? "auto";
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("scheme")) document.documentElement.dataset.scheme = this.scheme;
  }

  render() {
    return html`<label><span>${say`外观`}</span>
      <select @change=${this.#onChange}>
        ${schemes().map(([scheme, name]) => html`<option value=${scheme} ?selected=${scheme === this.scheme}>${name}</option>`)}
      </select>
    </label>`;
  }

  /** @param {Event} event */
  #onChange(event) {
    this.scheme = /** @type {HTMLSelectElement} */ (event.target).value;
    try {
      localStorage.setItem(KEY, this.scheme);
    } catch {
      // A browser that keeps nothing still switches.
    }
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

customElements.define("banmian-scheme", BanmianScheme);
