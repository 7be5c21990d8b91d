/**
 * For those who only paste a snippet: the script's own `data-*` attributes say which element is wanted and where its text
 * stands. The element comes to stand after the script, or after the text where the script is in the head.
 */

/** Attributes of the element that the script may have with `data-` before them. */
const ATTRIBUTES = ["for", "themes", "all-themes", "name", "loading", "lang"];

/** @param {string} address of the script */
export function obeySnippets(address) {
  for (const script of /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll("script[type=module][data-for]"))) {
    if (script.src !== address || script.dataset.placed !== undefined) continue;
    script.dataset.placed = "";
    const element = document.createElement(script.dataset.element === "themes" ? "banmian-themes" : "banmian-analyzer");
    for (const name of ATTRIBUTES) {
      const value = script.getAttribute(`data-${name}`);
      if (value !== null) element.setAttribute(name, value);
    }
    const place = document.body.contains(script) ? script : document.getElementById(script.dataset.for ?? "");
    place?.after(element);
  }
}
