/** What several elements say of an article or a page: its length and what to call it. */
import { say } from "../language/say.js";
import { longDate } from "./kinds.js";
import { clipped } from "./more.js";
import { textsOf } from "./place.js";

/** @import { Article, Report } from "../../src/report.js" */

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

/**
 * The heads of the pages of a text that holds several, each by the id of the first article below it.
 * @param {Report} report
 * @returns {Map<string, string>}
 */
export function pageHeads({ source: { pages } }) {
  if (pages.length < 2) return new Map();
  return new Map(
    pages.flatMap(({ masthead, articles }, index) => {
      const { paper = null, date = null, page = null } = masthead ?? {};
      const facts = [paper, date && longDate(date), page].filter(Boolean);
      return articles.length > 0 ? [[articles[0], facts.join("　") || say`第 ${index + 1} 个版面`]] : [];
    }),
  );
}
