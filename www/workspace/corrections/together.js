/**
 * A desk put together into a report again.
 *
 * Articles that nothing touched are given back as they were, the same objects, so that nothing is drawn again for them.
 * Mentions go with the words they stand on; those that are in no article any more fall out.
 */
import { normal, sentencesOf, without } from "./blocks.js";
import { isHead, linesOf } from "./desk.js";

/** @import { Article, Block as Unplaced, Report, Span, Text, Theme } from "../../../src/report.js" */
/** @import { Block } from "./blocks.js" */
/** @import { Desk, Story } from "./desk.js" */

/**
 * @param {Desk} desk
 * @returns {Report}
 */
export function putTogether(desk) {
  const { report, input, stories } = desk;
  if (!desk.moved) return { ...report, entities: desk.entities, themes: ordered(desk) };
  const kept = stories.filter(({ blocks, rest }) => blocks.length + rest.length > 0);
  const articles = kept.map((one) => (one.touched ? article(one, input) : one.article));
  const home = homes(kept);
  const pages = report.source.pages.map((page, index) => ({ ...page, articles: kept.filter((one) => one.page === index).map(({ id }) => id) }));
  const entities = desk.entities.map((entity) => ({ ...entity, mentions: housed(entity.mentions, home) }));
  const themes = ordered(desk).map((theme) => resettled(theme, kept, home));
  const living = new Set(themes.filter(({ mentions }) => mentions.length > 0).map(({ id }) => id));
  const named = entities.filter(({ mentions }) => mentions.length > 0);
  const known = new Set(named.map(({ id }) => id));
  return {
    ...report,
    source: { ...report.source, pages },
    articles,
    unplaced: desk.unplaced.map((block) => desk.untouched.get(block) ?? unplaced(block, input)),
    entities: named,
    themes: themes.filter(({ id }) => living.has(id)).map((theme) => ({
      ...theme,
      related: theme.related.filter((other) => living.has(other.theme)),
      entities: theme.entities.filter((id) => known.has(id)),
    })),
    summary: { ...report.summary, evidence: housed(report.summary.evidence, home) },
  };
}

/** Themes in their order, the pinned ones first. @param {Desk} desk */
function ordered({ themes, pinned }) {
  if (pinned.size === 0) return themes;
  return [...themes.filter(({ name }) => pinned.has(name)), ...themes.filter(({ name }) => !pinned.has(name))];
}

/**
 * @param {Story} story
 * @param {string} input
 * @returns {Article}
 */
function article({ id, article, blocks, rest, continued, sure }, input) {
  const heads = (/** @type {string} */ role) => blocks.filter((block) => block.role === role).map(({ text, spans }) => ({ text, spans }));
  const paragraphs = blocks.filter(({ role }) => !isHead(role));
  const inside = (/** @type {Span} */ { start }) => blocks.some(({ spans }) => spans.some((span) => span.start <= start && start < span.end));
  const words = blocks.map(({ text }) => text).join("\n");
  const keywords = article.keywords.map((keyword) => ({ ...keyword, count: words.split(keyword.term).length - 1 }));
  return {
    ...article,
    id,
    spans: normal([...rest, ...blocks.flatMap(({ owned }) => owned)]),
    kicker: inOne(heads("kicker")),
    title: inOne(heads("title")) ?? { text: "", spans: [] },
    subtitles: heads("subtitle"),
    dateline: blocks.find(({ dateline }) => dateline)?.dateline ?? null,
    byline: blocks.flatMap(({ byline }) => byline),
    paragraphs: paragraphs.map((block) => paragraph(block, input)),
    repairs: blocks.flatMap(({ repairs }) => repairs).sort((a, b) => a.start - b.start || a.end - b.end),
    keywords: keywords.filter(({ count }) => count > 0),
    summary: article.summary.filter(inside),
    continued,
    confidence: sure ? 1 : article.confidence,
  };
}

/**
 * Lines of one role as one text.
 * @param {Text[]} texts
 * @returns {Text | null}
 */
function inOne(texts) {
  if (texts.length === 0) return null;
  return { text: texts.map(({ text }) => text).join(" "), spans: texts.flatMap(({ spans }) => spans) };
}

/**
 * @param {Block} block
 * @param {string} input
 * @returns {Article["paragraphs"][number]}
 */
function paragraph(block, input) {
  const { text, spans, role } = block;
  return { text, spans, role: /** @type {Article["paragraphs"][number]["role"]} */ (role), sentences: block.sentences ?? sentencesOf(block, input) };
}

/**
 * A block in no article, with heading marks and all that was hidden in one.
 * @param {Block} block
 * @param {string} input
 * @returns {Unplaced}
 */
function unplaced({ text, spans, owned, role, reason }, input) {
  const hidden = without(owned, spans).flatMap((span) => linesOf(span, input));
  const all = hidden.length > 0 ? [...hidden, ...spans].sort((a, b) => a.start - b.start) : spans;
  const words = hidden.length > 0 ? all.map(({ start, end }) => input.slice(start, end)).join(" ") : text;
  return { text: words, spans: all, role: role === "furniture" ? "furniture" : "stray", reason };
}

/**
 * Which article has a place of the input.
 * @param {Story[]} stories
 * @returns {(offset: number) => string | null}
 */
function homes(stories) {
  const ranges = stories.flatMap(({ id, blocks }) => blocks.flatMap(({ owned }) => owned.map(({ start, end }) => ({ start, end, id }))));
  ranges.sort((a, b) => a.start - b.start);
  return (offset) => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle].end > offset) high = middle;
      else low = middle + 1;
    }
    const range = ranges[low];
    return range && range.start <= offset ? range.id : null;
  };
}

/**
 * Mentions with the articles they are in now; those in no article fall out.
 * @template {Span & { article: string }} T
 * @param {T[]} mentions
 * @param {(offset: number) => string | null} home
 * @returns {T[]}
 */
function housed(mentions, home) {
  return mentions.flatMap((mention) => {
    const article = home(mention.start);
    if (article === null) return [];
    return [article === mention.article ? mention : { ...mention, article }];
  });
}

/**
 * @param {Theme} theme
 * @param {Story[]} stories
 * @param {(offset: number) => string | null} home
 * @returns {Theme}
 */
function resettled(theme, stories, home) {
  const mentions = housed(theme.mentions, home);
  /** @type {Map<string, Theme["evidence"][number]>} */
  const evidence = new Map();
  for (const proof of housed(theme.evidence, home)) if (!evidence.has(proof.article)) evidence.set(proof.article, proof);
  return { ...theme, mentions, articles: counted(mentions, stories), evidence: [...evidence.values()] };
}

/**
 * Mentions in headlines and in the body of each article, in the order of the page.
 * @param {Theme["mentions"]} mentions
 * @param {Story[]} stories
 * @returns {Theme["articles"]}
 */
export function counted(mentions, stories) {
  return stories.flatMap(({ id, blocks }) => {
    const own = mentions.filter(({ article }) => article === id);
    const heads = blocks.filter(({ role }) => isHead(role));
    const headline = own.filter(({ start }) => heads.some(({ owned }) => owned.some((span) => span.start <= start && start < span.end))).length;
    return own.length > 0 ? [{ article: id, headline, body: own.length - headline }] : [];
  });
}
