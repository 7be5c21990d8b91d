import { LitElement, css, html } from "lit";
import { sayReported } from "../language/report.js";
import { Speaker, language, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { repairs } from "./kinds.js";

/**
 * The mark of one repair, set small in the running text; its reason shows on hover, focus or tap.
 *
 * Its words lie in the shadow tree, so they are no part of the paragraph's text and are not copied with it.
 *
 * @csspart mark - the sign in the text
 * @csspart reason - the box with the reason
 */
export class BanmianRepair extends LitElement {
  static properties = {
    /** The repair as the report has it. */
    repair: { attribute: false },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: inline; user-select: none; }
      button {
        font-family: var(--_ui);
        font-size: 0.6875rem;
        font-weight: 500;
        line-height: 1rem;
        width: 1rem;
        margin-inline: 0.2em;
        text-align: center;
        text-indent: 0;
        text-spacing-trim: space-all;
        vertical-align: 0.35em;
        border-radius: 2px;
        background: var(--_wash);
        color: var(--_accent);
        position: relative;
      }
      /* A finger needs more than the sign takes up in the line. */
      button::after { content: ""; position: absolute; inset: -0.35rem; }
      button:hover, button:focus-visible { background: var(--_accent); color: var(--_on-accent); }
      [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        max-width: min(22rem, 100vw - 1.5rem);
        padding: 0.6rem 0.8rem;
        border: 1px solid var(--_edge);
        border-radius: 4px;
        background: var(--_sheet);
        color: var(--_ink);
        font: 400 0.8125rem/1.6 var(--_ui);
        text-indent: 0;
        text-align: start;
        box-shadow: 0 6px 20px rgb(0 0 0 / 0.18);
      }
      strong { color: var(--_accent); margin-inline-end: 0.6em; }
      small { display: block; color: var(--_soft); }
      @media print { :host { display: none; } }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {import("../../src/report.js").Repair | null} */
    this.repair = null;
  }

  render() {
    const { repair } = this;
    if (!repair) return null;
    const { sign, name } = repairs()[repair.kind];
    return html`<button
        class="plain"
        part="mark"
        lang=${language()}
        type="button"
        aria-label=${say`修补：${name}。${sayReported(repair.reason)}`}
        @pointerenter=${this.#show}
        @pointerleave=${this.#hide}
        @focus=${this.#show}
        @blur=${this.#hide}
        @click=${this.#show}
        @keydown=${this.#onKey}
      >${sign}</button><span popover="manual" part="reason" lang=${language()} aria-hidden="true"
        ><strong>${name}</strong>${sayReported(repair.reason)}<small>${say`把握 ${Math.round(repair.confidence * 100)}%`}</small></span>`;
  }

  #show() {
    const root = this.renderRoot;
    const box = /** @type {HTMLElement} */ (root.querySelector("[popover]"));
    const mark = /** @type {HTMLElement} */ (root.querySelector("button")).getBoundingClientRect();
    if (!box.matches(":popover-open")) box.showPopover();
    const { width, height } = box.getBoundingClientRect();
    const left = Math.min(Math.max(12, mark.left + mark.width / 2 - width / 2), window.innerWidth - width - 12);
    const below = mark.bottom + 8;
    box.style.left = `${left}px`;
    box.style.top = `${below + height < window.innerHeight ? below : mark.top - height - 8}px`;
  }

  #hide() {
    const box = /** @type {HTMLElement} */ (this.renderRoot.querySelector("[popover]"));
    if (box.matches(":popover-open")) box.hidePopover();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === "Escape") this.#hide();
  }
}

define("banmian-repair", BanmianRepair);
