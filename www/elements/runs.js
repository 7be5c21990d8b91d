/**
 * Cuts a text into runs, each with the marks that cover it.
 *
 * Takes ranges of one text, which may overlap and nest; gives runs that do not, in order, together the whole text.
 * Points (marks of no length) stand between runs.
 */

/**
 * @template T
 * @typedef {{ start: number, end: number, mark: T }} Marked
 */

/**
 * @template T
 * @typedef {{ start: number, end: number, marks: T[] }} Run
 */

/**
 * @template T
 * @param {number} length
 * @param {Marked<T>[]} marked
 * @param {number[]} [points] further places to cut at
 * @returns {Run<T>[]}
 */
export function runs(length, marked, points = []) {
  const cuts = new Set([0, length, ...points]);
  for (const { start, end } of marked) cuts.add(start).add(end);
  const order = [...cuts].filter((cut) => cut >= 0 && cut <= length).sort((a, b) => a - b);
  const begin = [...marked].sort((a, b) => a.start - b.start);
  /** @type {Run<T>[]} */
  const list = [];
  /** @type {Marked<T>[]} */
  let open = [];
  let next = 0;
  for (let index = 0; index + 1 < order.length; index += 1) {
    const start = order[index];
    open = open.filter(({ end }) => end > start);
    while (next < begin.length && begin[next].start <= start) {
      if (begin[next].end > start) open.push(begin[next]);
      next += 1;
    }
    list.push({ start, end: order[index + 1], marks: open.map(({ mark }) => mark) });
  }
  return list;
}

/**
 * The longest of ranges that overlap, earliest first: what is shown where one name stands inside another.
 * @template {{ start: number, end: number }} T
 * @param {T[]} ranges
 * @returns {T[]}
 */
export function outermost(ranges) {
  const order = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {T[]} */
  const kept = [];
  for (const range of order) {
    const last = kept.at(-1);
    if (!last || range.start >= last.end) kept.push(range);
  }
  return kept;
}
