/** What is lit on a page: the mentions of a name or theme, or what a search has found. */
import { hitsOf } from "./hits.js";

/** @import { Entity, Report, Theme } from "../../src/report.js" */
/** @import { Hit } from "./hits.js" */

/**
 * `id` is null for a search, which may also have found names and themes.
 * @typedef {{ id: string | null, name: string, hits: Hit[], entities: Entity[], themes: Theme[] }} Chosen
 */

/**
 * @param {Report} report
 * @param {string} input
 * @param {string | null} id of a theme or an entity
 * @returns {Chosen | null}
 */
export function mentioned(report, input, id) {
  const one = report.themes.find((theme) => theme.id === id) ?? report.entities.find((entity) => entity.id === id);
  return one ? { id, name: one.name, hits: hitsOf(report, input, one.mentions), entities: [], themes: [] } : null;
}

/**
 * @param {Report} report
 * @param {string} query
 * @returns {Promise<Chosen | null>}
 */
export async function byQuery(report, query) {
  const name = query.trim();
  if (name === "") return null;
  const { loadFold, search } = await import("./search.js");
  return { id: null, name, ...search(report, name, await loadFold()) };
}
