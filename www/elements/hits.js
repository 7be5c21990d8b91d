/**
 * Places of a report as a list to walk through: mentions of a name or theme, or what a search has found.
 *
 * Takes ranges of the input; gives hits in the order of the page, each with the text it stands in, so that it can be
 * lit, listed in its context and gone to without looking again.
 */
import { groupedBy } from "./grouped.js";
import { piecesOf, placesOf } from "./place.js";

/** @import { Evidence, Report, Span, Text } from "../../src/report.js" */

/**
 * `from` and `to` count in `text`; `article` is null where the text belongs to none.
 * @typedef {{ article: string | null, text: Text, from: number, to: number }} Hit
 */

/**
 * Which places of which texts are lit.
 * @typedef {ReadonlyMap<Text, { start: number, end: number }[]>} Lit
 */

/** @type {Lit} */
export const NOTHING_LIT = new Map();

/** Characters of context to each side of a hit; more than any line shows. */
const CONTEXT = 40;

/**
 * @param {Report} report
 * @param {string} input
 * @param {Evidence[]} mentions
 * @returns {Hit[]}
 */
export function hitsOf(report, input, mentions) {
  const byArticle = groupedBy(mentions, ({ article }) => article);
  return report.articles.flatMap((article) => {
    const order = [...(byArticle.get(article.id) ?? [])].sort((a, b) => a.start - b.start);
    return order.flatMap(({ start, end }) => {
      const [place] = placesOf(article, input, { start, end });
      return place ? [{ article: article.id, text: place.text, from: place.start, to: place.end }] : [];
    });
  });
}

/**
 * @param {Hit[]} hits
 * @returns {Lit}
 */
export function litBy(hits) {
  /** @type {Map<Text, { start: number, end: number }[]>} */
  const lit = new Map();
  for (const { text, from, to } of hits) {
    const list = lit.get(text) ?? [];
    list.push({ start: from, end: to });
    lit.set(text, list);
  }
  return lit;
}

/**
 * Where a hit stands in the input. Where its words were brought together from two places, the first of them.
 * @param {Hit} hit
 * @param {string} input
 * @returns {Span}
 */
export function inputRange({ text, from, to }, input) {
  const pieces = piecesOf(text, input);
  const first = pieces.find((piece) => piece.at + piece.end - piece.start > from);
  if (!first) return { start: 0, end: 0 };
  const last = pieces.findLast((piece) => piece.at < to && piece.start >= first.start) ?? first;
  return { start: first.start + Math.max(0, from - first.at), end: last.start + Math.min(to - last.at, last.end - last.start) };
}

/**
 * A hit with what stands to its left and right: a line of a KWIC list.
 * @param {Hit} hit
 */
export function inContext({ text: { text }, from, to }) {
  return {
    left: text.slice(Math.max(0, from - CONTEXT), from),
    hit: text.slice(from, to),
    right: text.slice(to, to + CONTEXT),
  };
}
