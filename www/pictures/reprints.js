/**
 * Articles that are printed again, whole or nearly so.
 *
 * Takes pages in the order of their dates; gives pairs. Each article is known by a small sample of its runs of
 * characters, the same sample for the same text, so that only articles that share some of it are compared.
 */
import { textsOf } from "../elements/place.js";

/** @import { Article } from "../../src/report.js" */
/** @import { DatedPage } from "./over-time.js" */

/** @typedef {{ page: number, when: string, name: string, article: Article }} Print */
/** @typedef {{ first: Print, again: Print, likeness: number }} Reprint */

/** Characters in a run, runs in a sample, and the share of runs that two prints of one article have in common. */
const RUN = 6;
const SAMPLE = 24;
const ALIKE = 0.5;
/** Shorter articles are too like each other to tell. */
const SHORTEST = 60;

/**
 * @param {(DatedPage & { index: number, when: string })[]} pages in the order of their dates
 * @param {() => Promise<void>} rest
 * @returns {Promise<Reprint[]>}
 */
export async function reprintsOf(pages, rest) {
  /** Articles by the runs in their samples. @type {Map<number, number[]>} */
  const known = new Map();
  /** @type {(Print & { sample: Set<number> })[]} */
  const prints = [];
  /** @type {Reprint[]} */
  const found = [];
  for (const { report, index, when, name } of pages) {
    for (const article of report.articles) {
      const text = textsOf(article).map((one) => one.text).join("").replace(/[\s\p{P}]/gu, "");
      await rest();
      if (text.length < SHORTEST) continue;
      const print = { page: index, when, name, article, sample: sampleOf(text) };
      const likely = candidates(print.sample, known);
      const [best] = [...likely]
        .map(([at, shared]) => ({ first: prints[at], likeness: shared / Math.min(prints[at].sample.size, print.sample.size) }))
        .filter(({ first, likeness }) => first.page !== index && likeness >= ALIKE)
        .sort((a, b) => b.likeness - a.likeness);
      if (best) found.push({ ...best, again: print });
      for (const run of print.sample) known.set(run, [...(known.get(run) ?? []), prints.length]);
      prints.push(print);
    }
  }
  return found;
}

/**
 * @param {Set<number>} sample
 * @param {Map<number, number[]>} known
 * @returns {Map<number, number>} how many runs each earlier print shares
 */
function candidates(sample, known) {
  /** @type {Map<number, number>} */
  const shared = new Map();
  for (const run of sample) for (const at of known.get(run) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  return shared;
}

/**
 * The smallest of the hashed runs of a text (a bottom-k sketch).
 * @param {string} text
 */
function sampleOf(text) {
  const runs = new Set(Array.from({ length: text.length - RUN + 1 }, (_, at) => hashed(text, at)));
  return new Set([...runs].sort((a, b) => a - b).slice(0, SAMPLE));
}

/**
 * FNV-1a of one run.
 * @param {string} text
 * @param {number} at
 */
function hashed(text, at) {
  let hash = 0x811c9dc5;
  for (let next = at; next < at + RUN; next += 1) hash = Math.imul(hash ^ text.charCodeAt(next), 0x01000193);
  return hash >>> 0;
}
