/**
 * XML and HTML as text, safe by how it is made: every string is escaped, only elements are markup.
 */

import { xmlText } from "./xml.js";

/** A piece of finished markup. */
class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** @typedef {Markup | string | number | null | undefined | false} Content */

/** Elements of HTML that have no end tag. */
const VOID = new Set(["meta", "br", "hr"]);

/**
 * An element. Attributes that are null or false are left out.
 * @param {string} name
 * @param {Record<string, string | number | null | undefined | false>} attributes
 * @param {...(Content | Content[])} content
 */
export function element(name, attributes, ...content) {
  const inside = content.flat().map(shown).join("");
  const start = `<${name}${Object.entries(attributes).map(attribute).join("")}>`;
  return new Markup(VOID.has(name) ? start : `${start}${inside}</${name}>`);
}

/**
 * Text of this program's own that is markup already, such as a style.
 * @param {string} text
 */
export const verbatim = (text) => new Markup(text);

/**
 * Several pieces, each on a line of its own.
 * @param {Content[]} content
 */
export const lines = (content) => new Markup(content.map(shown).filter(Boolean).map((line) => `\n${line}`).join("") + "\n");

/** @param {Content} content */
function shown(content) {
  if (content instanceof Markup) return content.text;
  return content === null || content === undefined || content === false ? "" : escaped(String(content));
}

/** @param {[string, string | number | null | undefined | false]} pair */
function attribute([name, value]) {
  return value === null || value === undefined || value === false ? "" : ` ${name}="${escaped(String(value)).replaceAll('"', "&quot;")}"`;
}

/** @param {string} text */
const escaped = (text) => xmlText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
