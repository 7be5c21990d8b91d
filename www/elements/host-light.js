/**
 * Lights places in the text of a host page, under the name that lit places have everywhere, and leads there. Takes the
 * element and the text as it was analysed; where the page has another text by now, nothing is lit.
 */
import { css } from "lit";
import { hostRanges, piecesOf } from "./host-text.js";
import { Light, paints } from "./lights.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Span } from "../../src/report.js" */

const { styleSheet } = css`
  ::highlight(banmian-lit) { background-color: var(--banmian-lit, light-dark(#ffe7a0, #5b470c)); color: light-dark(#1e1b17, #ebe6db); }
`;

export class HostLight {
  #light;

  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.#light = new Light(host);
  }

  /**
   * @param {HTMLElement | null} element
   * @param {string} input
   * @param {Span[]} places
   */
  show(element, input, places) {
    if (!paints || !element) return;
    adopt(/** @type {Document | ShadowRoot} */ (element.getRootNode()));
    this.#light.show(rangesIn(element, input, places));
  }

  clear() {
    this.#light.show([]);
  }

  /**
   * Brings a place into sight and selects it, so that it is found by eye and by screen reader alike.
   * @param {HTMLElement | null} element
   * @param {string} input
   * @param {Span} place
   */
  reveal(element, input, place) {
    const [range] = element ? rangesIn(element, input, [place]) : [];
    if (!range) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
}

/**
 * @param {HTMLElement} element
 * @param {string} input
 * @param {Span[]} places
 */
function rangesIn(element, input, places) {
  const pieces = piecesOf(element);
  return pieces.map(({ text }) => text).join("") === input ? hostRanges(pieces, places) : [];
}

/** @param {Document | ShadowRoot} root */
function adopt(root) {
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}
