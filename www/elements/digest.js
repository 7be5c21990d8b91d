/**
 * What a page is about, in a few sentences of the reader's language.
 *
 * Takes a report, corrected or not; says only what stands in it. The analysis has such a summary too, in Chinese and of
 * the page as it was read; what a reader corrects or reads in another language is said anew. Words of the paper stand
 * between two private characters, so that whoever sets the sentences can mark them as Chinese.
 */
import { sayReported } from "../language/report.js";
import { say } from "../language/say.js";
import { groupedBy } from "./grouped.js";
import { grouped } from "./kinds.js";
import { wordsAt } from "./place.js";

/** @import { Article, Entity, Evidence, Report, Theme } from "../../src/report.js" */

const OPEN = "\uE000";
const CLOSE = "\uE001";
const MARKED = /(\uE000[^\uE001]*\uE001)/;

/** Themes, fields and names that are told of at most. */
const THEMES = 3;
const FIELDS = 4;
const NAMES = 3;

/** The sentences as they are written where nothing can be marked. @param {string} text */
export const unmarked = (text) => text.replace(/[\uE000\uE001]/g, "");

/** @param {string} words of the paper */
const quoted = (words) => `${OPEN}${unmarked(words)}${CLOSE}`;

/** The sentences in parts that are the paper's or ours. @param {string} text @returns {{ words: string, own: boolean }[]} */
export const partsOf = (text) => text.split(MARKED).filter(Boolean).map((part) => ({ words: unmarked(part), own: !part.startsWith(OPEN) }));

/**
 * @param {Report} report
 * @param {string} input
 * @returns {{ text: string, evidence: Evidence[] }}
 */
export function digestOf(report, input) {
  const several = report.articles.length > 1;
  const through = report.themes.filter(({ articles }) => articles.length > 1).slice(0, THEMES);
  const told = several ? through : report.themes.slice(0, THEMES);
  const quotation = quotationOf(report, input, [...through, ...report.themes.slice(0, 2)]);
  const text = [size(report), several ? running(report, through) : inOne(told), quotation?.text ?? "", named(report)].join("").trim();
  const evidence = new Map([...told.flatMap((theme) => theme.evidence), ...(quotation ? [quotation.place] : [])].map((place) => [place.start, place]));
  return { text, evidence: [...evidence.values()].sort((a, b) => a.start - b.start) };
}

/** How many articles, and of which fields. @param {Report} report */
function size({ articles }) {
  if (articles.length === 0) return say`没有读出稿件。`;
  if (articles.length === 1) return articles[0].title.text ? say`全文是一篇稿件，题为${quoted(titled(articles[0]))}。` : say`全文是一篇没有标题的稿件。`;
  const fields = [...groupedBy(articles.filter(({ category }) => category), ({ category }) => category?.name ?? "")].sort(([, a], [, b]) => b.length - a.length);
  const list = fields.slice(0, FIELDS).map(([name, { length }]) => say`${sayReported(name)} ${grouped(length)} 篇`);
  const count = grouped(articles.length);
  return list.length > 0 ? say`全版共 ${count} 篇稿件，其中${list.join(say`、`)}。` : say`全版共 ${count} 篇稿件。`;
}

/**
 * @param {Report} report
 * @param {Theme[]} through the themes that run through several articles
 */
function running({ articles, themes }, through) {
  if (themes.length === 0) return "";
  if (through.length === 0) return say`没有一个主题贯穿多篇稿件，较突出的是${quoted(`“${bare(themes[0].name)}”`)}。`;
  const clauses = through.map((theme) => {
    const titles = theme.articles.flatMap(({ article: id }) => articles.find((article) => article.id === id && article.title.text) ?? []).slice(0, THEMES);
    const name = quoted(`“${bare(theme.name)}”`);
    const count = grouped(theme.articles.length);
    return titles.length > 0 ? say`${name}贯穿 ${count} 篇：${quoted(titles.map(titled).join(""))}` : say`${name}贯穿 ${count} 篇`;
  });
  return say`${clauses.join(say`；`)}。`;
}

/** @param {Theme[]} themes */
const inOne = (themes) => (themes.length > 0 ? say`文中的主题有${quoted(themes.map(({ name }) => `“${bare(name)}”`).join(""))}。` : "");

/**
 * A sentence that says most of the themes, word for word.
 * @param {Report} report
 * @param {string} input
 * @param {Theme[]} themes
 */
function quotationOf(report, input, themes) {
  for (const place of themes.flatMap(({ evidence }) => evidence)) {
    const words = wordsAt(report, input, place).trim();
    const article = report.articles.find(({ id }) => id === place.article);
    if (!article || !isQuotable(words)) continue;
    const sentence = quoted(`“${words.replace(/[“「]/g, "‘").replace(/[”」]/g, "’")}”`);
    return { place, text: article.title.text ? say`${quoted(titled(article))}写道：${sentence}` : say`文中写道：${sentence}` };
  }
  return null;
}

/** Whether a sentence can stand for itself: whole, of one piece, neither too short nor too long. @param {string} words */
function isQuotable(words) {
  const count = (/** @type {string} */ sign) => words.split(sign).length - 1;
  return words.length >= 16 && words.length <= 90 && words.endsWith("。") && count("。") === 1 && count("“") === count("”") && count("「") === count("」") && !/[‘『\n]/.test(words);
}

/** Who and where: the most mentioned of each. @param {Report} report */
function named({ articles, entities }) {
  // Who signs a report, and for whom, is not in it.
  const signed = articles.flatMap(({ byline, dateline }) => [...byline, ...(dateline?.spans ?? [])]);
  const inText = (/** @type {Entity} */ { mentions }) => mentions.filter((mention) => !signed.some(({ start, end }) => start <= mention.start && mention.end <= end)).length;
  const most = (/** @type {Entity["kind"]} */ kind) =>
    entities
      .filter((entity) => entity.kind === kind)
      .map((entity) => ({ entity, count: inText(entity) }))
      .filter(({ count }) => count > 1)
      .sort((a, b) => b.count - a.count)
      .slice(0, NAMES)
      .map(({ entity }) => quoted(withOffice(entity)))
      .join(say`、`);
  const [people, bodies, places] = [most("person"), most("organization"), most("place")];
  const parts = [people && say`人物${people}`, bodies && say`机构${bodies}`, places && say`地点${places}`].filter(Boolean);
  return parts.length > 0 ? say`提到较多的有${parts.join(say`；`)}。` : "";
}

/** A person with the office that is named most. @param {Entity} entity */
function withOffice({ kind, name, roles }) {
  const [office] = kind === "person" ? [...roles].sort((a, b) => b.count - a.count) : [];
  return office ? `${name}（${office.title}）` : name;
}

/** The headline in its marks; of a long one of two the first. @param {Article} article */
function titled({ title: { text } }) {
  const [first] = text.split(/[ \u3000]/);
  const short = text.length > 16 && first.length >= 4 && first.length < text.length ? `${first}……` : text;
  return `《${short.replace(/《/g, "〈").replace(/》/g, "〉")}》`;
}

/** A theme's name without quotation marks of its own. @param {string} name */
const bare = (name) => name.replace(/^[“”‘’「」『』]+|[“”‘’「」『』]+$/g, "");
