/** What several elements say of an article: its length and what to call it. */
import { clipped } from "./more.js";
import { textsOf } from "./place.js";

/** @import { Article } from "../../src/report.js" */

/** @type {WeakMap<Article, number>} */
const lengths = new WeakMap();

/**
 * Characters of an article without blanks: its 字数.
 * @param {Article} article
 */
export function lengthOf(article) {
  const known = lengths.get(article);
  if (known !== undefined) return known;
  const length = textsOf(article).reduce((sum, { text }) => sum + text.replace(/\s/g, "").length, 0);
  lengths.set(article, length);
  return length;
}

/**
 * The headline, or the first words of an article that has none.
 * @param {Article} article
 */
export function headlineOf({ title, paragraphs }) {
  if (title.text) return clipped(title.text, 120);
  const first = paragraphs.find(({ text }) => text)?.text ?? "";
  return `（无标题）${first.slice(0, 18)}${first.length > 18 ? "……" : ""}`;
}
