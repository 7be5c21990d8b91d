/**
 * The library as a newspaper archive lists it: by paper, in it by date, the newest first, in a day by 版次.
 */
import { longDate } from "../../elements/kinds.js";
import { say } from "../../language/say.js";

/** @import { Entry } from "../pages.js" */

/** @typedef {{ key: string, heading: string, level: 1 | 2, count: number } | { key: string, entry: Entry }} Row */

/**
 * @param {Iterable<Entry>} entries
 * @param {string} words to look for in names, papers, dates, headlines and themes
 * @returns {Row[]}
 */
export function rowsOf(entries, words) {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  /** Days as the list shows them: to say one costs more than the rest of a search. @type {Map<string, string>} */
  const days = new Map();
  const found = [...entries].filter((entry) => {
    const date = entry.facts?.date ?? "";
    if (wanted.length > 0 && !days.has(date)) days.set(date, longDate(date).toLowerCase());
    return wanted.every((word) => textOf(entry).includes(word) || days.get(date)?.includes(word));
  });
  /** @type {Row[]} */
  const rows = [];
  for (const [paper, list] of grouped(found, ({ facts }) => facts?.paper ?? "", (a, b) => Number(a === "") - Number(b === "") || compare(a, b))) {
    rows.push({ key: `paper ${paper}`, heading: paper || say`未见报头`, level: 1, count: list.length });
    for (const [date, day] of grouped(list, ({ facts }) => facts?.date ?? "", (a, b) => compare(b, a))) {
      if (date || paper) rows.push({ key: `day ${paper} ${date}`, heading: date || say`日期不详`, level: 2, count: day.length });
      rows.push(...day.sort(inDay).map((entry) => ({ key: entry.id, entry })));
    }
  }
  return rows;
}

/** One for all: a collator made for each comparison would cost more than the comparisons. */
const { compare } = new Intl.Collator("zh-CN", { numeric: true });

/** @param {Entry} a @param {Entry} b */
const inDay = (a, b) => compare(a.facts?.sheet ?? "", b.facts?.sheet ?? "") || compare(a.name, b.name);

/** @param {Entry} entry */
function textOf({ name, facts }) {
  return [name, facts?.paper, facts?.date, facts?.sheet, ...(facts?.titles ?? []), ...(facts?.themes ?? [])].join("\n").toLowerCase();
}

/**
 * @param {Entry[]} entries
 * @param {(entry: Entry) => string} by
 * @param {(a: string, b: string) => number} order
 */
function grouped(entries, by, order) {
  /** @type {Map<string, Entry[]>} */
  const groups = new Map();
  for (const entry of entries) {
    const key = by(entry);
    const list = groups.get(key);
    if (list) list.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups].sort(([a], [b]) => order(a, b));
}
