/**
 * Where something in a report stands, as a newspaper reader would say it: 《报名》日期 版次《标题》第n段.
 *
 * Takes a report and a place in its input; gives names and words. All writers and the copied quotation speak through it.
 */
import { placesOf } from "../elements/place.js";
import { say } from "../language/say.js";

/** @import { Article, Paragraph, Report, Span, Text } from "../../src/report.js" */

/** @typedef {{ paper: string | null, date: string | null, page: string | null }} Issue */

/**
 * The paper, date and page number an article stands under: those of its own page where the text holds several.
 * @param {Report} report
 * @param {Article} [article] the first page, if not given
 * @returns {Issue}
 */
export function issueOf({ source }, article) {
  const own = article && source.pages.find(({ articles }) => articles.includes(article.id))?.masthead;
  const first = source.masthead;
  return { paper: own?.paper ?? first?.paper ?? null, date: own?.date ?? first?.date ?? null, page: own?.page ?? (own ? null : (first?.page ?? null)) };
}

/**
 * An issue in words, or nothing where the text has no masthead.
 * @param {Issue} issue
 */
export function issueName({ paper, date, page }) {
  return [paper && `《${paper}》`, [date && dateInWords(date), page].filter(Boolean).join(" ")].filter(Boolean).join("");
}

/**
 * 2025-11-07 as 2025年11月7日, 2025-11 as 2025年11月; other text as it is.
 * @param {string} iso
 */
export function dateInWords(iso) {
  if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(iso) || Number.isNaN(Date.parse(iso))) return iso;
  const [year, month, day] = iso.split("-").map(Number);
  return day ? say`${year}年${month}月${day}日` : say`${year}年${month}月`;
}

/** Characters of an article without a headline that name it. */
const FIRST = 18;

/**
 * @param {Article} article
 * @returns {string} its headline, or its first words
 */
export function titleOf({ title, paragraphs }) {
  if (title.text) return title.text;
  const first = paragraphs.find(({ text }) => text)?.text ?? "";
  return say`（无标题）` + (first.length > FIRST ? `${first.slice(0, FIRST)}……` : first);
}

/**
 * Which part of an article a range of the input stands in: 标题, 第3段, 图片说明 …
 * @param {Article} article
 * @param {string} input
 * @param {Span} range
 */
export function partOf(article, input, range) {
  const [place] = placesOf(article, input, range);
  return place ? partName(article, place.text) : "";
}

/**
 * @param {Article} article
 * @param {Text} text one of the article's own
 */
export function partName(article, text) {
  if (text === article.title) return say`标题`;
  if (text === article.kicker) return say`引题`;
  if (article.subtitles.includes(text)) return say`副题`;
  const paragraph = /** @type {Paragraph} */ (text);
  if (paragraph.role === "heading") return say`小标题`;
  if (paragraph.role === "caption") return say`图片说明`;
  if (paragraph.role !== "body") return say`附注`;
  const number = article.paragraphs.filter(({ role }) => role === "body").indexOf(paragraph) + 1;
  return say`第${number}段`;
}

/**
 * The sentence of an article around a range of the input, as the reader sees it; the headline for one in a headline.
 * @param {Article} article
 * @param {string} input
 * @param {Span} range
 */
export function sentenceAround(article, input, range) {
  const [place] = placesOf(article, input, range);
  if (!place) return "";
  const { sentences = [] } = /** @type {Partial<Paragraph>} */ (place.text);
  const sentence = sentences.find(({ start, end }) => start <= range.start && range.start < end);
  const seen = sentence && placesOf(article, input, sentence).find(({ text }) => text === place.text);
  return seen ? seen.text.text.slice(seen.start, seen.end) : place.text.text;
}

/**
 * A name for a file of this report, without an ending.
 * @param {Report} report
 * @param {string} name of the page on the desk
 */
export function fileStem(report, name) {
  const { paper, date, page } = issueOf(report);
  return paper ? [paper, date, page].filter(Boolean).join("_") : name.replace(/\.(?:txt|md|markdown|html?|docx|pdf)$/i, "");
}
