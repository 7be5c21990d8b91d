/** How the built scripts are cut and packed, so that a page that embeds an element loads few and small ones. */

/** @import { Plugin } from "vite" */

/** @returns {Plugin} */
export function light() {
  return {
    name: "banmian-light",
    enforce: "pre",
    /** What is loaded later needs little that is not there by then: to name it beforehand, each host's page would pay for Vite's helper. */
    load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null),
    transform(code, id) {
      if (!/\/www\/[^?]*\.js$/.test(id) || !code.includes('from "lit"')) return null;
      const pieces = [];
      let done = 0;
      for (const { tag, start, end } of literals(this.parse(code))) {
        const pack = PACKED[tag];
        if (pack) pieces.push(code.slice(done, start), pack(code.slice(start, (done = end))));
      }
      return { code: [...pieces, code.slice(done)].join(""), map: null };
    },
  };
}

/** What only the writer of a template or a style sheet needs is left out, by the tag it has. @type {Record<string, (text: string) => string>} */
const PACKED = {
  html: (text) => text.replace(/\s*\n\s*/g, " "),
  css: (text) =>
    text
      .replace(/\/\*.*?\*\//gs, "")
      .replace(/\s+/g, " ")
      .replace(/(?<=[{};,:>]|^) | (?=[{}>]|$)/g, "")
      .replace(/;(?=\})|(?<![\d.])0(?=\.\d)/g, ""),
};

/**
 * The texts of tagged templates, in their order.
 * @param {any} node of a syntax tree
 * @returns {{ tag: string, start: number, end: number }[]}
 */
function literals(node) {
  if (typeof node !== "object" || node === null) return [];
  if (node.type === "TaggedTemplateExpression") {
    const { quasis, expressions } = node.quasi;
    const own = quasis.map((/** @type {any} */ { start, end }) => ({ tag: node.tag.name, start, end }));
    return [...own, ...expressions.flatMap(literals)].sort((a, b) => a.start - b.start);
  }
  return Object.values(node).flatMap(literals);
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
