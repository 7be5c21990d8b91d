/**
 * Search over a report: headlines, paragraphs, what belongs to no article, names and themes.
 *
 * Takes words parted by blanks; gives the hits in articles that have all of them. Traditional and simplified characters,
 * full-width and half-width forms, large and small letters are alike. The table of characters is the core's own and is
 * loaded with the first search.
 */
import { textsOf } from "./place.js";

/** @import { Entity, Report, Text, Theme } from "../../src/report.js" */
/** @import { Hit } from "./hits.js" */

/** @typedef {{ hits: Hit[], entities: Entity[], themes: Theme[] }} Found */
/** @typedef {(text: string) => string} Fold */

/** From a full-width form to its half-width twin. */
const WIDE = 0xfee0;
/** Codes are put together in parts: a call takes only so many arguments. */
const PART = 8192;

/** @type {Promise<Fold> | null} */
let loading = null;

/** The fold, which keeps the number of UTF-16 units. @returns {Promise<Fold>} */
export function loadFold() {
  loading ??= import("../../src/data/traditional.txt?raw").then(({ default: pairs }) => foldBy(pairs));
  return loading;
}

/**
 * @param {string} pairs lines of characters, each traditional one followed by its simplified one
 * @returns {Fold}
 */
export function foldBy(pairs) {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - WIDE;
  table[0x3000] = 0x20;
  for (const line of pairs.split("\n")) {
    for (let at = 0; at + 1 < line.length; at += 2) table[line.charCodeAt(at)] = line.charCodeAt(at + 1);
  }
  // A simplified form may be another word's traditional one; the fold goes to the end at once.
  for (let code = 0; code < table.length; code += 1) table[code] = small(table[table[code]]);
  return (text) => {
    const codes = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at += 1) codes[at] = table[text.charCodeAt(at)];
    let folded = "";
    for (let at = 0; at < codes.length; at += PART) folded += String.fromCharCode(...codes.subarray(at, at + PART));
    return folded;
  };
}

/** @param {number} code */
const small = (code) => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

/** @type {WeakMap<Text, string>} */
const known = new WeakMap();

/**
 * @param {Text} text
 * @param {Fold} fold
 */
function foldedText(text, fold) {
  const before = known.get(text);
  if (before !== undefined) return before;
  const folded = fold(text.text);
  known.set(text, folded);
  return folded;
}

/**
 * @param {Report} report
 * @param {string} query
 * @param {Fold} fold
 * @returns {Found}
 */
export function search(report, query, fold) {
  const words = [...new Set(fold(query).split(/\s+/).filter(Boolean))];
  if (words.length === 0) return { hits: [], entities: [], themes: [] };
  const named = (/** @type {string[]} */ names) => words.every((word) => names.some((name) => fold(name).includes(word)));
  const units = [
    ...report.articles.map((article) => ({ article: article.id, texts: textsOf(article) })),
    ...report.unplaced.map((block) => ({ article: null, texts: [block] })),
  ];
  return {
    hits: units.flatMap(({ article, texts }) => hitsIn(texts, words, fold).map((hit) => ({ article, ...hit }))),
    entities: report.entities.filter(({ name, aliases }) => named([name, ...aliases])),
    themes: report.themes.filter(({ name, variants }) => named([name, ...variants])),
  };
}

/**
 * The hits in texts that belong together, if every word is found in them.
 * @param {Text[]} texts
 * @param {string[]} words
 * @param {Fold} fold
 */
function hitsIn(texts, words, fold) {
  const folded = texts.map((text) => foldedText(text, fold));
  if (!words.every((word) => folded.some((text) => text.includes(word)))) return [];
  return texts.flatMap((text, index) => {
    const found = words.flatMap((word) => occurrences(folded[index], word).map((from) => ({ text, from, to: from + word.length })));
    return found.sort((a, b) => a.from - b.from);
  });
}

/**
 * @param {string} text
 * @param {string} word
 */
function occurrences(text, word) {
  /** @type {number[]} */
  const places = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}
