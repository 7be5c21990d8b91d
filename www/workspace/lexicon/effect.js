/** What another lexicon does to a page: the mentions that came and went. */

/** @import { Report } from "../../../src/report.js" */

/** @typedef {{ added: number, removed: number, came: string[], went: string[] }} Effect */

/** Names that are told of each side. */
const TOLD = 6;

/**
 * @param {Report} before
 * @param {Report} after
 * @returns {Effect}
 */
export function effectOf(before, after) {
  const [old, now] = [mentionsOf(before), mentionsOf(after)];
  const came = [...now].filter(([key]) => !old.has(key));
  const went = [...old].filter(([key]) => !now.has(key));
  return { added: came.length, removed: went.length, came: names(came), went: names(went) };
}

/**
 * Every mention by its place and what it is taken for, with the name.
 * @param {Report} report
 */
function mentionsOf({ entities, themes }) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const { kind, name, mentions } of entities) for (const { start, end } of mentions) found.set(`${kind} ${name} ${start} ${end}`, name);
  for (const { name, mentions } of themes) for (const { start, end } of mentions) found.set(`theme ${name} ${start} ${end}`, name);
  return found;
}

/** @param {[string, string][]} list */
const names = (list) => [...new Set(list.map(([, name]) => name))].slice(0, TOLD);
