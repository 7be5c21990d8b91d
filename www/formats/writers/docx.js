/**
 * A report as a Word document to be handed in, in one of two kinds: 版面摘要 goes through the page article by article,
 * 舆情摘报 theme by theme with quotations and their sources.
 *
 * Set as official papers are: A4, 宋体 title, 黑体 and 楷体 headings, 仿宋 text, real heading styles, page numbers.
 */
import { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from "docx";
import { digestOf, unmarked } from "../../elements/digest.js";
import { lengthOf } from "../../elements/facts.js";
import { wordsAt } from "../../elements/place.js";
import { say } from "../../language/say.js";
import { cited } from "../quote.js";
import { dateInWords, issueOf, partOf, titleOf } from "../source.js";
import { PAGE, STYLES, TEXT_WIDTH } from "./docx-style.js";
import { grid } from "./docx-table.js";
import { bylineOf, datelineOf, entityTable, themesOf, variantsOf } from "./tables.js";
import { originName } from "./words.js";
import { xmlText } from "./xml.js";

/** @import { Article, Report, Theme } from "../../../src/report.js" */

/** @typedef {{ input: string, name: string, corrections?: string[] }} Of */

/** Themes and pieces of evidence that are set: an abstract is to be read. */
const THEMES = 12;
const QUOTES = 6;

/** Rows of a table of names; the workbook has all. */
const NAMES = 60;

/**
 * 版面摘要
 * @param {Report} report
 * @param {Of} of
 * @returns {Promise<Blob>}
 */
export function toPageSummary(report, of) {
  return file(report, of, say`版面摘要`, [
    heading(say`版面概况`), ...overview(report, of.input), heading(say`稿件目录`), contents(report),
    heading(say`各稿提要`), ...report.articles.flatMap((article, index) => digest(report, of.input, article, index)),
    heading(say`主题`), ...themes(report, of.input, 2), ...names(report), ...changes(of),
  ]);
}

/**
 * 舆情摘报
 * @param {Report} report
 * @param {Of} of
 * @returns {Promise<Blob>}
 */
export function toMediaDigest(report, of) {
  return file(report, of, say`舆情摘报`, [
    heading(say`要点`), ...overview(report, of.input), heading(say`主题与证据`), ...themes(report, of.input, QUOTES),
    ...names(report), heading(say`稿件一览`), contents(report), ...changes(of),
  ]);
}

/**
 * @param {Report} report
 * @param {Of} of
 * @param {string} kind
 * @param {import("docx").FileChild[]} content
 */
function file(report, { name }, kind, content) {
  const { paper, date, page } = issueOf(report);
  const issue = [date && dateInWords(date), page].filter(Boolean).join("　");
  const top = [
    new Paragraph({ style: "Title", children: run(kind) }),
    new Paragraph({
      style: "Issue",
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: "A51C1C", space: 6 } },
      children: [...run(paper ? `《${paper}》` : name), new TextRun({ children: [new Tab(), xmlText(issue)] })],
    }),
  ];
  const footer = new Footer({
    children: [new Paragraph({ style: "Footer", alignment: AlignmentType.CENTER, children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES, " —"] })] })],
  });
  const document = new Document({
    title: xmlText([paper ?? name, date, page, kind].filter(Boolean).join(" ")),
    creator: "Banmian",
    styles: STYLES,
    numbering: { config: [] },
    sections: [{ properties: { page: PAGE }, footers: { default: footer }, children: [...top, ...content] }],
  });
  return Packer.toBlob(document);
}

/**
 * @param {Report} report
 * @param {string} input
 */
function overview(report, input) {
  const { articles, themes, entities } = report;
  const characters = articles.reduce((total, article) => total + lengthOf(article), 0);
  const count = (/** @type {string} */ kind) => entities.filter((entity) => entity.kind === kind).length;
  const facts = say`全版共 ${articles.length} 篇稿件、${characters} 字，${themes.length} 个主题；涉及人物 ${count("person")} 位、机构 ${count("organization")} 个、地点 ${count("place")} 处。`;
  return [body(facts), body(unmarked(digestOf(report, input).text))];
}

/** @param {Report} report */
function contents(report) {
  const rows = report.articles.map((article, index) => [
    String(index + 1), titleOf(article), [datelineOf(article), bylineOf(article)].filter(Boolean).join(" "), String(lengthOf(article)), themesOf(report, article).slice(0, 4).join("；"),
  ]);
  return grid([[say`序号`, 7], [say`标题`, 36], [say`来源与作者`, 25], [say`字数`, 9], [say`主题`, 23]], rows);
}

/**
 * @param {Report} report
 * @param {string} input
 * @param {Article} article
 * @param {number} index
 */
function digest(report, input, article, index) {
  const sentences = article.summary.map((range) => wordsAt(report, input, { ...range, article: article.id }));
  const first = article.paragraphs.find(({ role }) => role === "body")?.text ?? "";
  const signed = [datelineOf(article), bylineOf(article)].filter(Boolean).join("　");
  return [
    heading(`${index + 1}. ${titleOf(article)}`, 2),
    ...(signed ? [new Paragraph({ style: "Source", children: run(signed) })] : []),
    body(sentences.length > 0 ? sentences.join("") : first.slice(0, 200)),
  ];
}

/**
 * @param {Report} report
 * @param {string} input
 * @param {number} most quotations of one theme
 */
function themes(report, input, most) {
  if (report.themes.length === 0) return [body(say`没有贯穿多篇的主题。`)];
  return report.themes.slice(0, THEMES).flatMap((theme, index) => [
    heading(`${index + 1}. ${theme.name}`, 2),
    body(themeFacts(theme)),
    ...theme.evidence.slice(0, most).flatMap((range) => quotation(report, input, range)),
  ]);
}

/** @param {Theme} theme */
function themeFacts(theme) {
  const { origin, articles, mentions } = theme;
  const variants = variantsOf(theme);
  const also = variants.length > 0 ? say`，又作${variants.join("；")}` : "";
  return say`${originName(origin)}，见于 ${articles.length} 篇、${mentions.length} 处${also}。`;
}

/**
 * @param {Report} report
 * @param {string} input
 * @param {Theme["evidence"][number]} range
 */
function quotation(report, input, range) {
  const article = report.articles.find(({ id }) => id === range.article);
  if (!article) return [];
  return [
    new Paragraph({ style: "Quotation", keepNext: true, children: run(wordsAt(report, input, range)) }),
    new Paragraph({ style: "Source", alignment: AlignmentType.RIGHT, children: run(`——${cited(report, article, [partOf(article, input, range)])}`) }),
  ];
}

/** Roles of those who made the page; the abstract names whom it is about. */
const STAFF = /记者|通讯员|编辑|责编|校对|摄影|美编/;

/** @param {Report} report */
function names(report) {
  const about = entityTable(report, "person").rows.filter(([, , titles]) => titles === "" || !String(titles).split("；").every((title) => STAFF.test(title)));
  const people = about.slice(0, NAMES).map(([name, , title, organization, count]) => [name, title, organization, count].map(String));
  const organizations = entityTable(report, "organization").rows.slice(0, NAMES).map(([name, also, count, articles]) => [name, also, count, articles].map(String));
  return [
    ...(people.length > 0 ? [heading(say`人物`), grid([[say`姓名`, 18], [say`职务`, 32], [say`机构`, 38], [say`次数`, 12]], people)] : []),
    ...(organizations.length > 0 ? [heading(say`机构`), grid([[say`名称`, 46], [say`又作`, 30], [say`次数`, 12], [say`篇数`, 12]], organizations)] : []),
  ];
}

/** @param {Of} of */
const changes = ({ corrections = [] }) => (corrections.length > 0 ? [heading(say`更正`), ...corrections.map((text, index) => body(`${index + 1}. ${text}`))] : []);

/**
 * @param {string} text
 * @param {1 | 2} [level]
 */
const heading = (text, level = 1) => new Paragraph({ heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, children: run(text) });

/** @param {string} text */
const body = (text) => new Paragraph({ style: "Body", children: run(text) });

/** @param {string} text */
const run = (text) => [new TextRun(xmlText(text))];
