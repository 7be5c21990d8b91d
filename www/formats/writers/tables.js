/**
 * A report as tables: the articles, the names, the themes and every piece of evidence. XLSX, CSV and DOCX are made of them.
 */
import { sayReported } from "../../language/report.js";
import { say } from "../../language/say.js";
import { lengthOf } from "../../elements/facts.js";
import { wordsAt } from "../../elements/place.js";
import { issueOf, partOf, sentenceAround, titleOf } from "../source.js";
import { kindName, originName } from "./words.js";

/** @import { Article, Entity, Report, Theme } from "../../../src/report.js" */

/** @typedef {{ name: string, columns: { name: string, width: number }[], rows: (string | number)[][] }} Table */

/** What stands between several things in one cell. */
const AND = "；";

/**
 * @param {Report} report
 * @returns {Table}
 */
export function articleTable(report) {
  const rows = report.articles.map((article, index) => {
    const { paper, date, page } = issueOf(report, article);
    const { kicker, title, subtitles, keywords, category, paragraphs, confidence } = article;
    return [
      index + 1, paper ?? "", date ?? "", page ?? "", kicker?.text ?? "", title.text, subtitles.map(({ text }) => text).join(AND),
      datelineOf(article), bylineOf(article), lengthOf(article), category ? sayReported(category.name) : "", themesOf(report, article).join(AND),
      keywords.map(({ term }) => term).join(AND), continuedOf(article), Math.round(confidence * 100), paragraphs.map(({ text }) => text).join("\n"),
    ];
  });
  return table(say`稿件`, [
    [say`序号`, 6], [say`报纸`, 14], [say`日期`, 12], [say`版次`, 8], [say`引题`, 20], [say`标题`, 32], [say`副题`, 24], [say`讯头`, 18],
    [say`作者`, 20], [say`字数`, 8], [say`类别`, 10], [say`主题`, 24], [say`关键词`, 28], [say`转接`, 14], [say`把握（%）`, 10], [say`正文`, 80],
  ], rows);
}

/**
 * People, organizations or places.
 * @param {Report} report
 * @param {"person" | "organization" | "place"} kind
 * @returns {Table}
 */
export function entityTable(report, kind) {
  const entities = report.entities.filter((entity) => entity.kind === kind);
  const shared = (/** @type {Entity} */ entity) => {
    const articles = [...new Set(entity.mentions.map(({ article }) => article))];
    return [entity.mentions.length, articles.length, articles.map((id) => numbered(report, id)).join(AND)];
  };
  const counts = /** @type {[string, number][]} */ ([[say`次数`, 8], [say`篇数`, 8], [say`所在稿件`, 60]]);
  if (kind !== "person") {
    const rows = entities.map((entity) => [entity.name, entity.aliases.join(AND), ...shared(entity)]);
    return table(kindName(kind), [[say`名称`, 28], [say`又作`, 24], ...counts], rows);
  }
  const rows = entities.map((entity) => [
    entity.name, entity.aliases.join(AND), unique(entity.roles.map(({ title }) => title)).join(AND),
    unique(entity.roles.flatMap(({ organization }) => organization ?? [])).join(AND), ...shared(entity),
  ]);
  return table(kindName(kind), [[say`姓名`, 12], [say`又作`, 18], [say`职务`, 28], [say`机构`, 28], ...counts], rows);
}

/**
 * @param {Report} report
 * @returns {Table}
 */
export function themeTable(report) {
  const names = new Map([...report.themes, ...report.entities].map(({ id, name }) => [id, name]));
  const rows = report.themes.map((theme) => [
    theme.name, variantsOf(theme).join(AND), originName(theme.origin), Math.round(theme.score * 100), theme.articles.length,
    sum(theme.articles.map(({ headline }) => headline)), sum(theme.articles.map(({ body }) => body)),
    theme.related.map(({ theme }) => names.get(theme) ?? "").filter(Boolean).join(AND),
    theme.entities.map((id) => names.get(id) ?? "").filter(Boolean).join(AND),
  ]);
  return table(say`主题`, [
    [say`主题`, 20], [say`又作`, 24], [say`来源`, 12], [say`重要度（%）`, 12], [say`篇数`, 8], [say`标题处数`, 10], [say`正文处数`, 10], [say`相关主题`, 36], [say`相关人物和机构`, 48],
  ], rows);
}

/**
 * Every mention of every theme with the sentence it stands in.
 * @param {Report} report
 * @param {string} input
 * @returns {Table}
 */
export function evidenceTable(report, input) {
  const articles = new Map(report.articles.map((article, index) => [article.id, { article, number: index + 1 }]));
  const matches = { exact: say`原词`, variant: say`变体`, part: say`部分` };
  const rows = report.themes.flatMap((theme) =>
    theme.mentions.flatMap((mention) => {
      const found = articles.get(mention.article);
      if (!found) return [];
      const { article, number } = found;
      return [[
        theme.name, number, titleOf(article), partOf(article, input, mention), wordsAt(report, input, mention), matches[mention.match],
        sentenceAround(article, input, mention), mention.start, mention.end,
      ]];
    }),
  );
  return table(say`证据`, [
    [say`主题`, 20], [say`稿件`, 6], [say`标题`, 32], [say`位置`, 10], [say`文中词语`, 20], [say`匹配`, 8], [say`所在句`, 80], [say`原文起`, 8], [say`原文止`, 8],
  ], rows);
}

/**
 * Names of all kinds in one list, for one file.
 * @param {Report} report
 * @returns {Table}
 */
export function nameTable(report) {
  const kinds = /** @type {const} */ (["person", "organization", "place"]);
  const rows = kinds.flatMap((kind) => {
    const { name, rows, columns } = entityTable(report, kind);
    const at = columns.length === 7 ? [0, 1, 2, 3, 4, 5, 6] : [0, 1, -1, -1, 2, 3, 4];
    return rows.map((row) => [name, ...at.map((index) => row[index] ?? "")]);
  });
  const columns = entityTable(report, "person").columns.map(({ name, width }) => /** @type {[string, number]} */ ([name, width]));
  return table(say`名录`, [[say`种类`, 8], ...columns], rows);
}

/**
 * @param {string} name
 * @param {[string, number][]} columns
 * @param {(string | number)[][]} rows
 * @returns {Table}
 */
const table = (name, columns, rows) => ({ name, columns: columns.map(([name, width]) => ({ name, width })), rows });

/** @param {Article} article */
export function datelineOf({ dateline }) {
  return [dateline?.agency, dateline?.place, dateline?.date].filter(Boolean).join(" ");
}

/** @param {Article} article */
export function bylineOf({ byline }) {
  return unique(byline.map(({ role, name, organization }) => [role, name, organization && `（${organization}）`].filter(Boolean).join(" "))).join(AND);
}

/** @param {Article} article */
function continuedOf({ continued }) {
  return [continued?.from && say`上接${continued.from}`, continued?.to && say`下转${continued.to}`].filter(Boolean).join(AND);
}

/**
 * Other ways a theme is written.
 * @param {Theme} theme
 */
export const variantsOf = ({ name, variants }) => variants.filter((variant) => variant !== name);

/**
 * @param {Report} report
 * @param {Article} article
 */
export function themesOf({ themes }, { id }) {
  return themes.filter(({ articles }) => articles.some(({ article }) => article === id)).map(({ name }) => name);
}

/**
 * @param {Report} report
 * @param {string} id
 */
function numbered({ articles }, id) {
  const index = articles.findIndex((article) => article.id === id);
  return index < 0 ? "" : `${index + 1} ${titleOf(articles[index])}`;
}

/** @param {string[]} list */
const unique = (list) => [...new Set(list)];

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
