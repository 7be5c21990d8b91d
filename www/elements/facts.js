/** What several elements say of an article: its length and what to call it. */
import { say } from "../language/say.js";
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

/** What stands for a headline where there is none. */
export const untitled = () => say`（无标题）`;

/**
 * The headline, or the first words of an article that has none.
 * @param {Article} article
 */
export function headlineOf({ title, paragraphs }) {
  if (title.text) return clipped(title.text, 120);
  const first = paragraphs.find(({ text }) => text)?.text ?? "";
  return `${untitled()}${clipped(first, 18)}`;
}
