/**
 * Places in the input that can be found again after the text has changed.
 *
 * A place is a range and the words that stood there. Where other words stand there now, the place is the only one with
 * these words; where there is none or several, the place is gone: nothing is ever done at a guess.
 */

/** @import { Span } from "../../../src/report.js" */
/** @import { Operation, Place } from "./operations.js" */

/** Words longer than this are kept as their beginning and end. */
const WHOLE = 64;
const HALF = 30;
const BETWEEN = "……";

/**
 * @param {string} input
 * @param {Span} range
 * @returns {Place}
 */
export function placeAt(input, { start, end }) {
  return { start, end, words: wordsOf(input.slice(start, end)) };
}

/** @param {string} words */
const wordsOf = (words) => (words.length <= WHOLE ? words : words.slice(0, HALF) + BETWEEN + words.slice(-HALF));

/**
 * Where a place is now, or null where it is gone.
 * @param {string} input
 * @param {Place} place
 * @returns {Span | null}
 */
export function resolve(input, place) {
  const { start, end, words } = place;
  if (wordsOf(input.slice(start, end)) === words) return { start, end };
  const length = end - start;
  const beginning = length <= WHOLE ? words : words.slice(0, HALF);
  const found = [];
  if (beginning.length < 2) return null;
  for (let at = input.indexOf(beginning); at >= 0 && found.length < 2; at = input.indexOf(beginning, at + 1)) {
    if (wordsOf(input.slice(at, at + length)) === words) found.push({ start: at, end: at + length });
  }
  return found.length === 1 ? found[0] : null;
}

/**
 * The operations with their places moved as an edit of the input moved the words. What lay in the changed part keeps
 * its place, and is found by its words or listed as lost.
 * @param {Operation[]} operations
 * @param {string} before
 * @param {string} after
 * @returns {Operation[]}
 */
export function rebased(operations, before, after) {
  if (before === after) return operations;
  const { from, shift } = editOf(before, after);
  /** @type {(value: any) => any} */
  const moved = (value) => {
    if (value === null || typeof value !== "object") return value;
    if (typeof value.words === "string") return value.start >= from ? { ...value, start: value.start + shift, end: value.end + shift } : value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, moved(inner)]));
  };
  return operations.map(moved);
}

/**
 * What an edit did: up to `head` and from `from` on the text is as before, there moved by `shift`.
 * @param {string} before
 * @param {string} after
 */
export function editOf(before, after) {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { head, from: before.length - tail, shift: after.length - before.length };
}
