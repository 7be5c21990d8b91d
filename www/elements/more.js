/** Long lists are set a part at a time, so that no page, however large, stops the browser. */
import { html, nothing } from "lit";

/**
 * The button below the part of a list that is set.
 * @param {number} rest how many are not set yet
 * @param {string} label what the button says of them
 * @param {() => void} onMore
 */
export function more(rest, label, onMore) {
  if (rest <= 0) return nothing;
  return html`<button type="button" class="button more" @click=${onMore}>${label}</button>`;
}

/**
 * A text for a narrow place: cut where it is longer than anyone would read there.
 * @param {string} text
 * @param {number} [limit] in UTF-16 units
 */
export function clipped(text, limit = 300) {
  return text.length > limit ? `${text.slice(0, limit)}……` : text;
}
