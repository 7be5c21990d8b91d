/** What another lexicon does to a page: the mentions that came and went. */

/** @import { Report } from "../../../src/report.js" */
/** @import { WordKind } from "./table.js" */

/** @typedef {{ name: string, kind: WordKind }} Named */

/** @typedef {{ added: number, removed: number, came: Named[], went: Named[] }} Effect */

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
  /** @type {Map<string, Named>} */
  const found = new Map();
  const all = [...entities, ...themes.map(({ name, mentions }) => ({ kind: /** @type {const} */ ("theme"), name, mentions }))];
  for (const { kind, name, mentions } of all) for (const { start, end } of mentions) found.set(`${kind} ${name} ${start} ${end}`, { name, kind });
  return found;
}

/** Each once. @param {[string, Named][]} list */
const names = (list) => [...new Map(list.map(([, named]) => [`${named.kind} ${named.name}`, named])).values()].slice(0, TOLD);
