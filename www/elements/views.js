/** The views of a report; those that are not the first to be seen are loaded when they are asked for. */
import { html, nothing } from "lit";
import { say } from "../language/say.js";
import { tabKeys } from "./tabs.js";

/** @typedef {"read" | "compare" | "pictures"} View */

/** @returns {Record<View, string>} */
const views = () => ({ read: say`读稿`, compare: say`原文对照`, pictures: say`图示` });

/** `places` is the list of what is lit, below every view. @type {Partial<Record<View | "places", () => Promise<unknown>>>} */
export const LOADED_LATER = {
  compare: () => import("./compare/banmian-compare.js"),
  pictures: () => import("../pictures/banmian-pictures.js"),
  places: () => import("./banmian-concordance.js"),
};

/**
 * The tabs that lead from view to view; what they show is the element `view`.
 * @param {View} current
 * @param {(view: View) => void} onShow
 */
export function viewTabs(current, onShow) {
  return html`<div role="tablist" aria-label=${say`视图`} @keydown=${tabKeys}>
    ${/** @type {[View, string][]} */ (Object.entries(views())).map(([view, name]) => {
      const selected = view === current;
      return html`<button
        class="plain"
        type="button"
        role="tab"
        id=${`view-${view}`}
        aria-selected=${selected}
        aria-controls=${selected ? "view" : nothing}
        tabindex=${selected ? 0 : -1}
        @click=${() => onShow(view)}
      >${name}</button>`;
    })}
  </div>`;
}
