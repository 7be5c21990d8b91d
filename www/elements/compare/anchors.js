/**
 * Where the two sides run in step: segments whose order in the original is their order in the repaired text. What was
 * moved is left out, so that scrolling one side never throws the other back and forth.
 */

/** @import { Segment } from "./segments.js" */

/**
 * The longest run of segments that stand in the same order on both sides.
 * @param {Segment[]} segments
 * @returns {Segment[]}
 */
export function anchorsOf(segments) {
  const order = segments.filter(({ to }) => to > 0).sort((a, b) => a.start - b.start);
  /** For each length the segment that ends the best run of it. @type {Segment[]} */
  const ends = [];
  /** @type {Map<Segment, Segment | null>} */
  const before = new Map();
  for (const segment of order) {
    const length = firstAtLeast(ends, (end) => end.index >= segment.index);
    before.set(segment, ends[length - 1] ?? null);
    ends[length] = segment;
  }
  /** @type {Segment[]} */
  const run = [];
  for (let segment = ends.at(-1) ?? null; segment; segment = before.get(segment) ?? null) run.push(segment);
  return run.reverse();
}

/**
 * The first index of an ordered list from which on a condition holds; its length where it never does.
 * @template T
 * @param {T[]} list
 * @param {(item: T) => boolean} holds
 */
export function firstAtLeast(list, holds) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
