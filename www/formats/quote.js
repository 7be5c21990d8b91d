/**
 * A quotation with its source: “……”（《报名》2025年11月7日 第1版《标题》第3段）.
 */
import { placesOf } from "../elements/place.js";
import { say } from "../language/say.js";
import { issueName, issueOf, partName, titleOf } from "./source.js";

/** @import { Article, Report, Span } from "../../src/report.js" */

/**
 * @param {Report} report
 * @param {string} input the analysed text
 * @param {Span & { article: string }} range of the input, in one article
 * @returns {string | null} null where the article shows nothing of it
 */
export function quote(report, input, range) {
  const article = report.articles.find(({ id }) => id === range.article);
  const places = article ? placesOf(article, input, range) : [];
  if (!article || places.length === 0) return null;
  const words = places.map(({ text, start, end }) => text.text.slice(start, end).trim()).filter(Boolean).join("\n");
  const parts = places.map(({ text }) => partName(article, text));
  return `“${nested(words)}”（${cited(report, article, parts)}）`;
}

/**
 * The source of parts of an article.
 * @param {Report} report
 * @param {Article} article
 * @param {string[]} parts
 */
export function cited(report, article, parts) {
  const [first] = parts;
  const last = parts.at(-1);
  const where = first === undefined || last === undefined || first === last ? (first ?? "") : say`${first}至${last}`;
  return `${issueName(issueOf(report, article))}${article.title.text ? `《${article.title.text}》` : titleOf(article)}${where}`;
}

/**
 * Quotation marks inside quotation marks are single ones.
 * @param {string} words
 */
const nested = (words) => words.replace(/[“”「」『』]/g, (mark) => ({ "“": "‘", "”": "’", "「": "‘", "」": "’", "『": "‘", "』": "’" })[mark] ?? mark);
