/**
 * A report as Markdown: the articles as they would be edited, then the themes and what found no place.
 */

import { digestOf, unmarked } from "../../elements/digest.js";
import { sayReported } from "../../language/report.js";
import { say } from "../../language/say.js";

/** @import { Article, Paragraph, Report, Span, Theme } from "../../../src/report.js" */

/**
 * @param {Report} report
 * @param {string} input the analysed text
 * @returns {string}
 */
export function toMarkdown(report, input) {
  const parts = [
    ...heading(report),
    ...report.articles.flatMap(articleParts),
    ...themeParts(report, input),
    ...unplacedParts(report),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** @param {Report} report */
function heading({ source: { masthead, name } }) {
  const facts = [masthead?.paper ?? name, masthead?.date, masthead?.page].filter(Boolean);
  return facts.length > 0 ? [`# ${escaped(facts.join("　"))}`] : [];
}

/** @param {Article} article */
function articleParts(article) {
  const { kicker, title, subtitles, paragraphs } = article;
  return [
    kicker && `*${escaped(kicker.text)}*`,
    `## ${escaped(title.text || say`（无标题）`)}`,
    ...subtitles.map(({ text }) => escaped(text)),
    signature(article),
    ...paragraphs.map(paragraphPart),
  ];
}

/**
 * The source and the authors that no paragraph shows.
 * @param {Article} article
 */
function signature({ dateline, byline, paragraphs }) {
  const spans = paragraphs.flatMap((paragraph) => paragraph.spans);
  const unseen = (/** @type {Span} */ { start, end }) => !spans.some((span) => span.start < end && start < span.end);
  const source = dateline?.spans.every(unseen) ? [dateline.agency, dateline.place, dateline.date].filter(Boolean).join(" ") : "";
  const people = byline.filter(unseen).map(({ role, name }) => [role, name].filter(Boolean).join(" "));
  const signed = [source, ...people].filter(Boolean).join("　");
  return signed && `*${escaped(signed)}*`;
}

/** @param {Paragraph} paragraph */
function paragraphPart({ role, text }) {
  if (role === "heading") return `### ${escaped(text)}`;
  if (role === "body") return escaped(text);
  return `> ${escaped(text)}`;
}

/**
 * @param {Report} report
 * @param {string} input
 */
function themeParts(report, input) {
  const { themes, articles } = report;
  if (themes.length === 0) return [];
  const titles = new Map(articles.map(({ id, title }) => [id, title.text || say`（无标题）`]));
  const line = (/** @type {Theme} */ theme) =>
    `- **${escaped(theme.name)}**：${theme.articles
      .map(({ article, headline, body }) => escaped(say`${titles.get(article) ?? ""}（标题 ${headline}，正文 ${body}）`))
      .join("；")}`;
  return [`## ${say`主题`}`, escaped(unmarked(digestOf(report, input).text)), themes.map(line).join("\n")];
}

/** @param {Report} report */
function unplacedParts({ unplaced }) {
  if (unplaced.length === 0) return [];
  return [`## ${say`未归入稿件的文字`}`, ...unplaced.map(({ text, reason }) => `> ${escaped(text)}\n>\n> （${escaped(sayReported(reason))}）`)];
}

/**
 * Text whose signs Markdown must not read as its own: marks, tags, links, entities, and what makes a line a heading, a list
 * or a rule.
 * @param {string} text
 */
function escaped(text) {
  return text
    .replace(/[\\`*_[\]<>~]|&(?=#?\w+;)/g, "\\$&")
    .replace(/^(\s*)([#+=-])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2");
}
