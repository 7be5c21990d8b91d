/**
 * The two sides of a comparison, cut into parts small enough to be set one at a time.
 *
 * Takes a report and its text; gives the lines of the original and the segments of the repaired text (headlines,
 * paragraphs, and what belongs to no article, each where it stood), and which segment owns which place of the original.
 */
import { groupedBy } from "../grouped.js";
import { piecesOf, textsOf } from "../place.js";
import { firstAtLeast } from "./anchors.js";

/** @import { Article, Block, Report, Span, Text } from "../../../src/report.js" */

/** A line of the original, or a part of a line too long to be set at once. @typedef {Span & { number: number | null }} Line */

/**
 * A part of the repaired text: `from` to `to` of one text. `start` is where it begins in the original; `number` that of the
 * article which begins with it, else 0.
 * @typedef {{
 *   index: number, text: Text, from: number, to: number, start: number, role: string,
 *   article: Article | null, number: number, block: Block | null,
 * }} Segment
 */

/** A range of the original and the segment that it went into. @typedef {Span & { segment: Segment }} Owner */

/** Characters of one line or segment at most. */
const LONGEST = 3000;
/** Characters and rows that are set together. */
const CHUNK = { characters: 1500, rows: 30 };

/** @param {string} input @returns {Line[]} */
export function linesOf(input) {
  /** @type {Line[]} */
  const lines = [];
  let start = 0;
  let number = 1;
  for (const row of input.split("\n")) {
    const end = start + row.length - (row.endsWith("\r") ? 1 : 0);
    lines.push({ number, start, end: Math.min(end, start + LONGEST) });
    for (let at = start + LONGEST; at < end; at += LONGEST) lines.push({ number: null, start: at, end: Math.min(end, at + LONGEST) });
    start += row.length + 1;
    number += 1;
  }
  return lines;
}

/**
 * @param {Report} report
 * @returns {Segment[]}
 */
export function segmentsOf(report) {
  const own = report.articles.flatMap((article, index) => {
    const headline = textsOf(article).length - article.paragraphs.length;
    return textsOf(article).flatMap((text, at) => {
      const role = at >= headline ? article.paragraphs[at - headline].role : text === article.title ? "title" : text === article.kicker ? "kicker" : "subtitle";
      return text.text || role === "title" ? cut({ text, role, article, number: at === 0 ? index + 1 : 0, block: null }) : [];
    });
  });
  const loose = report.unplaced.flatMap((block) => cut({ text: block, role: block.role, article: null, number: 0, block }));
  return among(own, loose).map((segment, index) => ({ ...segment, index }));
}

/** @typedef {Omit<Segment, "index">} Part */

/**
 * @param {Omit<Part, "from" | "to" | "start">} whole
 * @returns {Part[]}
 */
function cut(whole) {
  const { length } = whole.text.text;
  const first = whole.text.spans[0]?.start ?? whole.article?.spans[0]?.start ?? 0;
  if (length <= LONGEST) return [{ ...whole, from: 0, to: length, start: first }];
  // The spans of so long a text are searched once for each of its parts.
  const seats = seatsOf(whole.text);
  return Array.from({ length: Math.ceil(length / LONGEST) }, (_, part) => {
    const from = part * LONGEST;
    const seat = seats[firstAtLeast(seats, ({ at }) => at > from) - 1] ?? { at: 0, start: first };
    return { ...whole, from, to: Math.min(length, from + LONGEST), start: seat.start + from - seat.at };
  });
}

/** About where each span stands in its text; a space between two is not counted. @param {Text} text */
function seatsOf({ spans }) {
  let at = 0;
  return spans.map(({ start, end }) => {
    const seat = { at, start };
    at += end - start;
    return seat;
  });
}

/**
 * Puts what belongs to no article after the part that it follows in the original.
 * @param {Part[]} own
 * @param {Part[]} loose
 */
function among(own, loose) {
  const order = own.map((part, index) => ({ start: part.start, index })).sort((a, b) => a.start - b.start);
  /** @type {Map<number, Part[]>} */
  const after = new Map();
  for (const part of loose) {
    const before = order[firstAtLeast(order, ({ start }) => start > part.start) - 1]?.index ?? -1;
    after.set(before, [...(after.get(before) ?? []), part]);
  }
  return [...(after.get(-1) ?? []), ...own.flatMap((part, index) => [part, ...(after.get(index) ?? [])])];
}

/**
 * Which range of the original went into which segment, in the order of the original.
 * @param {Segment[]} segments
 * @param {string} input
 * @returns {Owner[]}
 */
export function ownersOf(segments, input) {
  /** @type {Owner[]} */
  const owners = [];
  for (const [text, parts] of groupedBy(segments, (segment) => segment.text)) {
    const pieces = piecesOf(text, input);
    let next = 0;
    for (const { at, start, end } of pieces) {
      while (next + 1 < parts.length && parts[next].to <= at) next += 1;
      for (let part = next; part < parts.length && parts[part].from < at + end - start; part += 1) {
        const { from, to } = parts[part];
        owners.push({ start: start + Math.max(0, from - at), end: start + Math.min(to - at, end - start), segment: parts[part] });
      }
    }
  }
  return owners.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
}

/**
 * Rows put together to be set at once.
 * @template T
 * @param {T[]} rows
 * @param {(row: T) => number} lengthOf
 * @returns {{ first: number, rows: T[], length: number }[]}
 */
export function chunked(rows, lengthOf) {
  /** @type {{ first: number, rows: T[], length: number }[]} */
  const chunks = [];
  rows.forEach((row, index) => {
    const length = lengthOf(row);
    const last = chunks.at(-1);
    if (last && last.rows.length < CHUNK.rows && last.length + length <= CHUNK.characters) {
      last.rows.push(row);
      last.length += length;
    } else {
      chunks.push({ first: index, rows: [row], length });
    }
  });
  return chunks;
}
