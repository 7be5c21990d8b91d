/** A report laid out to be changed: its articles and loose ends taken apart into blocks. */
import { textsOf } from "../../elements/place.js";
import { normal, seat, shareOut } from "./blocks.js";
import { HEAD_ROLES } from "./operations.js";

/** @import { Article, Block as Unplaced, Entity, Report, Span, Text, Theme } from "../../../src/report.js" */
/** @import { Block } from "./blocks.js" */

/**
 * @typedef {object} Story an article being changed
 * @property {string} id
 * @property {Article} article as it was
 * @property {number} page index among the pages of the source
 * @property {Block[]} blocks headlines and paragraphs in reading order
 * @property {Span[]} rest what it owns beside its blocks
 * @property {Article["continued"]} continued
 * @property {boolean} touched
 * @property {boolean} sure whether the reader said where it begins or ends
 */

/**
 * @typedef {object} Desk
 * @property {string} input
 * @property {Report} report as it was
 * @property {Story[]} stories
 * @property {Block[]} unplaced
 * @property {Map<Block, Unplaced>} untouched unplaced blocks as the report has them
 * @property {Entity[]} entities
 * @property {Theme[]} themes
 * @property {Set<string>} pinned names of themes
 * @property {boolean} moved whether any article has changed
 */

/**
 * @param {Report} report
 * @param {string} input
 * @returns {Desk}
 */
export function takeApart(report, input) {
  /** @type {Map<Block, Unplaced>} */
  const untouched = new Map(report.unplaced.map((block) => [loose(block), block]));
  return {
    input,
    report,
    stories: report.articles.map((article) => story(report, article)),
    unplaced: [...untouched.keys()],
    untouched,
    entities: report.entities,
    themes: report.themes,
    pinned: new Set(),
    moved: false,
  };
}

/**
 * @param {Report} report
 * @param {Article} article
 * @returns {Story}
 */
function story(report, article) {
  const texts = textsOf(article).filter(({ spans }) => spans.length > 0);
  const { owned, rest } = shareOut(article.spans, texts);
  const blocks = texts.map((text) => newBlock({ ...text, role: roleOf(article, text), owned: owned.get(text) ?? [] }));
  const page = report.source.pages.findIndex(({ articles }) => articles.includes(article.id));
  seat(article, blocks);
  const { id, continued } = article;
  return { id, article, page, blocks, rest, continued, touched: false, sure: false };
}

/**
 * @param {Partial<Block> & Pick<Block, "role" | "text" | "spans" | "owned">} fields
 * @returns {Block}
 */
function newBlock({ role, text, spans, owned, sentences = null, reason = "" }) {
  return { role, text, spans, owned, sentences, repairs: [], byline: [], dateline: null, reason };
}

/**
 * What a text of an article is.
 * @param {Article} article
 * @param {Text} text
 * @returns {Block["role"]}
 */
export function roleOf(article, text) {
  if (text === article.kicker) return "kicker";
  if (text === article.title) return "title";
  if (article.subtitles.includes(text)) return "subtitle";
  return /** @type {Article["paragraphs"][number]} */ (text).role;
}

/** What stood in no article. @param {Unplaced} unplaced */
function loose({ text, spans, role, reason }) {
  return newBlock({ role, text, spans, owned: normal(spans), reason });
}

/**
 * The words of each line in a range.
 * @param {Span} span
 * @param {string} input
 * @returns {Span[]}
 */
export function linesOf({ start, end }, input) {
  return [...input.slice(start, end).matchAll(/\S(?:[^\r\n]*\S)?/g)].map(({ index, 0: words }) => ({ start: start + index, end: start + index + words.length }));
}

/** @param {Block["role"]} role */
export const isHead = (role) => HEAD_ROLES.some((head) => head === role);

/**
 * The block whose words hold a range, and the article it is in; null where no block holds its beginning.
 * @param {Desk} desk
 * @param {Span} range
 * @returns {{ block: Block, story: Story | null } | null}
 */
export function blockAt({ stories, unplaced }, { start }) {
  const holds = (/** @type {Block} */ { spans }) => spans.some((span) => span.start <= start && start < span.end);
  for (const story of stories) {
    const block = story.blocks.find(holds);
    if (block) return { block, story };
  }
  const block = unplaced.find(holds);
  return block ? { block, story: null } : null;
}

/**
 * The index of the page that a place of the input is on; -1 where it is on none.
 * @param {Desk} desk
 * @param {number} offset
 */
export function pageAt({ report }, offset) {
  return report.source.pages.findIndex(({ start, end }) => start <= offset && offset < end);
}

