/**
 * A report as TEI P5 for researchers: articles as `div`, names in the text with references to a `standOff` list of them.
 *
 * Bylines and datelines are elements of their own and stay where they stand in the text as well; the header says so.
 */
import { bylineOf, datelineOf } from "./tables.js";
import { issueOf } from "../source.js";
import { sayReported } from "../../language/report.js";
import { say } from "../../language/say.js";
import { element as el, lines } from "./markup.js";
import { tagger } from "./tagged.js";

/** @import { Article, Entity, Report, Text } from "../../../src/report.js" */
/** @import { Content } from "./markup.js" */

/** @type {Record<Entity["kind"], string>} */
const ELEMENTS = { person: "persName", organization: "orgName", place: "placeName", date: "date", work: "title", term: "term" };

/**
 * @param {Report} report
 * @param {{ input: string, name: string }} of
 * @returns {string}
 */
export function toTei(report, { input, name }) {
  const tagged = tagger(report, input);
  const ids = new Map([...report.entities, ...report.themes, ...report.articles].map(({ id }, index) => [id, `n${index + 1}-${id.replace(/[^\w.-]/g, "_")}`]));
  const id = (/** @type {string} */ key) => ids.get(key) ?? null;
  const root = el("TEI", { xmlns: "http://www.tei-c.org/ns/1.0", "xml:lang": report.source.script === "hant" ? "zh-Hant" : "zh-Hans" }, lines([
    header(report, name),
    standOff(report, id),
    el("text", {}, lines([el("body", {}, lines([
      ...report.articles.map((article) => division(report, article, tagged(article), id)),
      report.unplaced.length > 0 && el("div", { type: "unplaced" }, lines(report.unplaced.map(({ text, role }) => el("p", { rend: role }, text)))),
    ]))])),
  ]));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;
}

/**
 * @param {Report} report
 * @param {string} name
 */
function header(report, name) {
  const { paper, date, page } = issueOf(report);
  const title = [paper ?? name, date, page].filter(Boolean).join(" ");
  return el("teiHeader", {}, lines([
    el("fileDesc", {}, lines([
      el("titleStmt", {}, el("title", {}, title)),
      el("publicationStmt", {}, el("p", {}, say`由版面（Banmian）从版面文字整理；未经出版。`)),
      el("sourceDesc", {}, el("bibl", {},
        el("title", { level: "j" }, paper ?? name),
        date && el("date", { when: date }, date),
        page && el("biblScope", { unit: "page" }, page),
        ...(report.source.masthead?.editors ?? []).map(({ name, role }) => el("editor", { role }, name)),
      )),
    ])),
    el("encodingDesc", {}, el("editorialDecl", {},
      el("p", {}, say`稿件、人名、机构名、地名、日期和主题由程序标出，修补见各稿 note。byline 与 dateline 单列，正文中的原文照留。`),
    )),
  ]));
}

/**
 * @param {Report} report
 * @param {(key: string) => string | null} id
 */
function standOff({ entities, themes }, id) {
  const of = (/** @type {Entity["kind"]} */ kind) => entities.filter((entity) => entity.kind === kind);
  const list = (/** @type {string} */ name, /** @type {Content[]} */ items) => items.length > 0 && el(name, {}, lines(items));
  const named = (/** @type {string} */ item, /** @type {Entity} */ entity, /** @type {Content[]} */ ...more) =>
    el(item, { "xml:id": id(entity.id) }, [entity.name, ...entity.aliases].map((name, index) => el(ELEMENTS[entity.kind], { type: index > 0 && "alias" }, name)), more);
  return el("standOff", {}, lines([
    list("listPerson", of("person").map((person) => named("person", person, ...person.roles.map(({ title, organization }) => el("occupation", {}, [organization, title].filter(Boolean).join(" ")))))),
    list("listOrg", of("organization").map((organization) => named("org", organization))),
    list("listPlace", of("place").map((place) => named("place", place))),
    list("listBibl", of("work").map((work) => el("bibl", { "xml:id": id(work.id) }, el("title", {}, work.name)))),
    list("list", [...of("date"), ...of("term")].map((one) => el("item", { "xml:id": id(one.id) }, one.kind === "date" ? el("date", when(one), one.name) : el("term", {}, one.name)))),
    list("interpGrp", themes.map((theme) => el("interp", { "xml:id": id(theme.id) }, theme.name))),
  ]));
}

/**
 * @param {Report} report
 * @param {Article} article
 * @param {ReturnType<ReturnType<typeof tagger>>} tagged
 * @param {(key: string) => string | null} id
 */
function division(report, article, tagged, id) {
  const inside = (/** @type {Text} */ text) => tagged(text).map(({ text, entity }) => (entity ? el(ELEMENTS[entity.kind], { ref: id(entity.id) && `#${id(entity.id)}`, ...when(entity) }, text) : text));
  const themes = report.themes.filter(({ articles }) => articles.some((one) => one.article === article.id));
  const head = (/** @type {Text} */ text, /** @type {string} */ type) => text.text && el("head", { type }, inside(text));
  return el("div", { type: "article", "xml:id": id(article.id), ana: themes.map(({ id: key }) => `#${id(key)}`).join(" ") || null }, lines([
    article.kicker && head(article.kicker, "kicker"),
    head(article.title, "main"),
    ...article.subtitles.map((text) => head(text, "sub")),
    article.byline.length > 0 && el("byline", {}, bylineOf(article)),
    article.dateline && el("dateline", {}, datelineOf(article)),
    ...article.paragraphs.map((paragraph) => el("p", { rend: paragraph.role !== "body" && paragraph.role }, inside(paragraph))),
    ...article.repairs.filter(({ kind }) => kind !== "unwrap").map(({ kind, reason }) => el("note", { type: "repair", subtype: kind }, sayReported(reason))),
  ]));
}

/**
 * The value of a date in ISO 8601; a range has its two ends.
 * @param {Entity} entity
 * @returns {Record<string, string>}
 */
function when({ kind, value }) {
  if (kind !== "date" || !value) return {};
  const [from, to] = value.split("/");
  return to ? { from, to } : { when: from };
}
