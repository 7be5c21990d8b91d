/**
 * A report as one HTML file that needs nothing else: its style inside, no script, and a policy that lets none run.
 */
import { digestOf, unmarked } from "../../elements/digest.js";
import { lengthOf } from "../../elements/facts.js";
import { wordsAt } from "../../elements/place.js";
import { sayReported } from "../../language/report.js";
import { language, say } from "../../language/say.js";
import { cited } from "../quote.js";
import { dateInWords, issueOf, partOf, titleOf } from "../source.js";
import { STYLE } from "./html-style.js";
import { element as el, lines, verbatim } from "./markup.js";
import { bylineOf, datelineOf, variantsOf } from "./tables.js";
import { tagger } from "./tagged.js";
import { KINDS, kindName, originName } from "./words.js";

/** @import { Article, Report, Text, Theme } from "../../../src/report.js" */

/** Of the browser that opens the file: nothing is fetched and nothing runs but the style inside. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * @param {Report} report
 * @param {{ input: string, name: string, corrections?: string[] }} of
 * @returns {string}
 */
export function toHtml(report, { input, name, corrections = [] }) {
  const { paper, date, page } = issueOf(report);
  const facts = [date && dateInWords(date), page, say`${report.articles.length} 篇稿件`].filter(Boolean).join("　");
  const title = [paper ?? name, date, page].filter(Boolean).join(" ");
  const tagged = tagger(report, input);
  const anchors = new Map(report.articles.map(({ id }, index) => [id, `article-${index + 1}`]));
  const root = el("html", { lang: language() }, lines([
    el("head", {}, lines([
      el("meta", { charset: "utf-8" }),
      el("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
      el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      el("meta", { name: "color-scheme", content: "light dark" }),
      el("title", {}, title),
      el("style", {}, verbatim(STYLE)),
    ])),
    el("body", {}, lines([
      el("header", {}, el("h1", {}, paper ?? name), el("p", {}, facts)),
      el("section", { class: "summary" }, el("h2", {}, say`内容提要`), el("p", {}, unmarked(digestOf(report, input).text))),
      el("nav", { "aria-label": say`目录` }, el("h2", {}, say`目录`), el("ol", {}, report.articles.map((article) => el("li", {}, el("a", { href: `#${anchors.get(article.id)}` }, titleOf(article)), ` ${say`${lengthOf(article)} 字`}`)))),
      el("main", {}, lines(report.articles.map((article) => articleOf(article, tagged(article), anchors.get(article.id) ?? "")))),
      report.themes.length > 0 && el("section", {}, el("h2", {}, say`主题`), lines(report.themes.map((theme) => themeOf(report, input, theme, anchors)))),
      names(report),
      unplaced(report),
      corrections.length > 0 && el("section", {}, el("h2", {}, say`更正`), el("ol", {}, corrections.map((text) => el("li", {}, text)))),
    ])),
  ]));
  return `<!doctype html>\n${root.text}\n`;
}

/**
 * @param {Article} article
 * @param {ReturnType<ReturnType<typeof tagger>>} tagged
 * @param {string} anchor
 */
function articleOf(article, tagged, anchor) {
  const inside = (/** @type {Text} */ text) => tagged(text).map(({ text, entity }) => (entity ? el("span", { class: entity.kind }, text) : text));
  const signed = [datelineOf(article), bylineOf(article)].filter(Boolean).join("　");
  return el("article", { id: anchor }, lines([
    el("header", {},
      article.kicker && el("p", { class: "kicker" }, inside(article.kicker)),
      el("h2", {}, article.title.text ? inside(article.title) : titleOf(article)),
      article.subtitles.map((text) => el("p", { class: "subtitle" }, inside(text))),
      signed && el("p", { class: "source" }, signed),
    ),
    ...article.paragraphs.map((paragraph) => el(paragraph.role === "heading" ? "h3" : "p", { class: paragraph.role }, inside(paragraph))),
  ]));
}

/**
 * @param {Report} report
 * @param {string} input
 * @param {Theme} theme
 * @param {Map<string, string>} anchors
 */
function themeOf(report, input, theme, anchors) {
  const evidence = theme.evidence.flatMap((range) => {
    const article = report.articles.find(({ id }) => id === range.article);
    if (!article) return [];
    const source = cited(report, article, [partOf(article, input, range)]);
    return el("blockquote", {}, el("p", {}, wordsAt(report, input, range)), el("a", { href: `#${anchors.get(article.id)}` }, source));
  });
  return el("div", { class: "theme" }, el("h3", {}, theme.name), el("p", { class: "source" }, [originName(theme.origin), ...variantsOf(theme)].join("　")), evidence);
}

/** @param {Report} report */
function names({ entities }) {
  const kinds = KINDS.map((kind) => ({ kind, list: entities.filter((entity) => entity.kind === kind) })).filter(({ list }) => list.length > 0);
  if (kinds.length === 0) return null;
  return el("section", {}, el("h2", {}, say`名录`), el("dl", {}, kinds.map(({ kind, list }) => [
    el("dt", { class: kind }, kindName(kind)),
    el("dd", {}, list.map(({ name, roles, mentions }) => [name, roles[0] && `（${roles[0].title}）`, ` ${mentions.length}`].filter(Boolean).join("")).join("，")),
  ]).flat()));
}

/** @param {Report} report */
function unplaced({ unplaced }) {
  if (unplaced.length === 0) return null;
  return el("section", {}, el("h2", {}, say`未归入稿件的文字`), unplaced.map(({ text, reason }) => el("p", { class: "note" }, text, el("small", {}, ` ${sayReported(reason)}`))));
}
