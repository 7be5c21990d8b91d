/**
 * The texts of articles cut into runs with the name that stands in each, for writers that mark names.
 */
import { seated, tagsOf } from "../../elements/marks.js";
import { outermost } from "../../elements/runs.js";

/** @import { Article, Entity, Report, Text } from "../../../src/report.js" */

/** @typedef {{ text: string, entity: Entity | null }} Tagged */

/**
 * @param {Report} report
 * @param {string} input
 * @returns {(article: Article) => (text: Text) => Tagged[]}
 */
export function tagger(report, input) {
  const tags = tagsOf(report);
  return (article) => {
    const seats = seated(article, input, tags.get(article.id) ?? []);
    return (text) => cut(text.text, outermost(seats.get(text) ?? []));
  };
}

/**
 * @param {string} text
 * @param {{ start: number, end: number, mark: { entity: Entity } }[]} tags in order, none over another
 */
function cut(text, tags) {
  /** @type {Tagged[]} */
  const runs = [];
  let at = 0;
  for (const { start, end, mark } of tags) {
    if (start > at) runs.push({ text: text.slice(at, start), entity: null });
    runs.push({ text: text.slice(start, end), entity: mark.entity });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), entity: null });
  return runs;
}
