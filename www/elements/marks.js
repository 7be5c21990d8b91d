/**
 * What stands where in an article: its tags and repairs.
 *
 * Takes a report; gives for each article the ranges of the input, gathered once, so that setting one article does not
 * read through the whole page.
 */

/** @import { Article, Entity, Report, Span, Text } from "../../src/report.js" */

import { placesOf, seamOf } from "./place.js";

/** @typedef {Span & { entity: Entity }} Tag */

/** @type {Tag[]} */
export const NO_TAGS = [];

/**
 * @param {Report} report
 * @returns {Map<string, Tag[]>} by the id of the article
 */
export function tagsOf(report) {
  /** @type {Map<string, Tag[]>} */
  const tags = new Map(report.articles.map(({ id }) => [id, []]));
  for (const entity of report.entities) {
    for (const { article, start, end } of entity.mentions) tags.get(article)?.push({ start, end, entity });
  }
  return tags;
}

/**
 * Sorts ranges of the input into the texts of an article.
 * @template {Span} T
 * @param {Article} article
 * @param {string} input
 * @param {T[]} ranges
 * @returns {Map<Text, { start: number, end: number, mark: T }[]>}
 */
export function seated(article, input, ranges) {
  /** @type {Map<Text, { start: number, end: number, mark: T }[]>} */
  const seats = new Map();
  for (const mark of ranges) {
    for (const { text, start, end } of placesOf(article, input, mark)) {
      const list = seats.get(text) ?? [];
      list.push({ start, end, mark });
      seats.set(text, list);
    }
  }
  return seats;
}

/**
 * The repairs that are marked in the text, each at its point. Restored line ends are counted, not marked: there is
 * one on every line of a wrapped page.
 * @param {Article} article
 * @param {string} input
 */
export function repairPoints(article, input) {
  /** @type {Map<Text, { at: number, repair: Article["repairs"][number] }[]>} */
  const points = new Map();
  for (const repair of article.repairs) {
    const seam = repair.kind === "unwrap" ? null : seamOf(article, input, repair);
    if (!seam) continue;
    const list = points.get(seam.text) ?? [];
    list.push({ at: seam.at, repair });
    points.set(seam.text, list);
  }
  return points;
}
