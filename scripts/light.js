/** How the built scripts are cut, so that a page that embeds an element loads few and small ones. */

/** @import { Plugin } from "vite" */

/** @returns {Plugin} */
export function light() {
  return {
    name: "banmian-light",
    enforce: "pre",
    /** What is loaded later needs little that is not there by then: to name it beforehand, each host's page would pay for Vite's helper. */
    load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null),
    transform: (code, id) => (/\/www\/[^?]*\.js$/.test(id) && code.includes("css`") ? { code: code.replace(/css`[^`]*`/g, packed), map: null } : null),
  };
}

/**
 * A style sheet in a script, without comments and needless space.
 * @param {string} css
 */
function packed(css) {
  return css
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .replace(/(?<=[{};`]) | (?=[}`])/g, "");
}

/**
 * All that `banmian.js` needs at once, and all that shows a report, are two scripts: many small ones pack badly.
 * @param {string} id of a module
 * @param {{ getModuleInfo(id: string): { importers: readonly string[] } | null }} graph
 */
export function together(id, graph) {
  const seen = new Set([id]);
  for (const one of seen) for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer);
  const has = (/** @type {string} */ name) => [...seen].some((one) => one.endsWith(name));
  if (has("/www/banmian.js")) return id.endsWith("/www/banmian.js") ? null : "embedded";
  return has("/www/elements/shown.js") && !id.endsWith("shown.js") ? "report" : null;
}
