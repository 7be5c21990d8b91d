/**
 * Blocks: the headlines and paragraphs of a report as pieces that can be moved about.
 *
 * A block has its words, the pieces of the input they are made of, and all of the input that goes with it: heading
 * marks and blanks too, so that a character that belonged to one article belongs to one article after every change.
 */
import { piecesOf } from "../../elements/place.js";

/** @import { Dateline, Person, Repair, Span } from "../../../src/report.js" */
/** @import { Role } from "./operations.js" */

/**
 * @typedef {object} Block
 * @property {Role} role
 * @property {string} text
 * @property {Span[]} spans the pieces of the text, in reading order
 * @property {Span[]} owned all the input that goes with it, sorted
 * @property {Span[] | null} sentences null where they are to be found anew
 * @property {Repair[]} repairs
 * @property {Person[]} byline
 * @property {Dateline | null} dateline
 * @property {string} reason why it is in no article; empty in one
 */

/**
 * Ranges in order, those that touch or overlap as one.
 * @param {Span[]} spans
 * @returns {Span[]}
 */
export function normal(spans) {
  /** @type {Span[]} */
  const list = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = list.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (start < end) list.push({ start, end });
  }
  return list;
}

/**
 * What is left of sorted ranges without others.
 * @param {Span[]} spans
 * @param {Span[]} taken
 * @returns {Span[]}
 */
export function without(spans, taken) {
  const holes = normal(taken);
  /** @type {Span[]} */
  const left = [];
  let next = 0;
  for (const { start, end } of spans) {
    let at = start;
    while (next < holes.length && holes[next].end <= start) next += 1;
    for (let hole = next; hole < holes.length && holes[hole].start < end; hole += 1) {
      if (holes[hole].start > at) left.push({ start: at, end: holes[hole].start });
      at = Math.max(at, holes[hole].end);
    }
    if (at < end) left.push({ start: at, end });
  }
  return left;
}

/**
 * Gives each block what of some ranges goes with it: what stands before its pieces, or after the last of a range.
 * @template {{ spans: Span[] }} T
 * @param {Span[]} spans sorted
 * @param {T[]} blocks
 * @returns {{ owned: Map<T, Span[]>, rest: Span[] }} `rest` is of ranges that hold no piece of any block
 */
export function shareOut(spans, blocks) {
  const pieces = blocks.flatMap((block) => block.spans.map((span) => ({ block, ...span })));
  pieces.sort((a, b) => a.start - b.start);
  const owned = new Map(blocks.map((block) => [block, [...block.spans]]));
  /** @type {Span[]} */
  const rest = [];
  let next = 0;
  for (const range of spans) {
    while (next < pieces.length && pieces[next].end <= range.start) next += 1;
    let at = next;
    for (const hidden of without([range], blocks.length > 0 ? pieces.slice(next) : [])) {
      while (at < pieces.length && pieces[at].start < hidden.end) at += 1;
      const after = pieces[at]?.start < range.end ? pieces[at] : null;
      const before = pieces[at - 1]?.end > range.start ? pieces[at - 1] : null;
      const owner = (after ?? before)?.block;
      if (owner) owned.get(owner)?.push(hidden);
      else rest.push(hidden);
    }
  }
  for (const [block, list] of owned) owned.set(block, normal(list));
  return { owned, rest };
}

/**
 * The block that a point of the input belongs to: whose input has it, else the one that ends last before it.
 * @template {{ owned: Span[] }} T
 * @param {T[]} blocks
 * @param {number} offset
 * @returns {T | null}
 */
export function ownerOf(blocks, offset) {
  /** @type {T | null} */
  let nearest = null;
  let end = -1;
  for (const block of blocks) {
    for (const span of block.owned) {
      if (span.start <= offset && offset < span.end) return block;
      if (span.end <= offset && span.end > end) {
        end = span.end;
        nearest = block;
      }
    }
  }
  return nearest ?? blocks[0] ?? null;
}

/**
 * Two blocks as one, in the role of the first.
 * @param {Block} first
 * @param {Block} second
 * @returns {Block}
 */
export function joined(first, second) {
  return {
    ...first,
    text: first.text + glue(first.text, second.text) + second.text,
    spans: [...first.spans, ...second.spans],
    owned: normal([...first.owned, ...second.owned]),
    sentences: null,
    repairs: [...first.repairs, ...second.repairs],
    byline: [...first.byline, ...second.byline],
    dateline: first.dateline ?? second.dateline,
  };
}

/**
 * A space where two words in letters or digits meet.
 * @param {string} before
 * @param {string} after
 */
export const glue = (before, after) => (/[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? " " : "");

/**
 * A block in two at an offset of the input, or null where one of them would have no words.
 * @param {Block} block
 * @param {string} input
 * @param {number} offset
 * @returns {[Block, Block] | null}
 */
export function parted(block, input, offset) {
  const pieces = piecesOf(block, input);
  const index = pieces.findIndex(({ start, end }) => start <= offset && offset < end);
  if (index < 0) return null;
  const { at, start, end } = pieces[index];
  const inside = offset > start;
  const cut = at + offset - start;
  const before = inside ? cut : index > 0 ? pieces[index - 1].at + pieces[index - 1].end - pieces[index - 1].start : 0;
  const [head, tail] = [block.text.slice(0, before), block.text.slice(cut)];
  if (head.trim() === "" || tail.trim() === "") return null;
  const parts = [
    { text: head, spans: [...block.spans.slice(0, index), ...(inside ? [{ start, end: offset }] : [])] },
    { text: tail, spans: [{ start: offset, end }, ...block.spans.slice(index + 1)] },
  ];
  const { owned } = shareOut(block.owned, parts);
  const [a, b] = parts.map((part) => ({ ...block, ...part, owned: owned.get(part) ?? [], sentences: null }));
  seat(block, [a, b]);
  return [a, b];
}

/**
 * Gives the repairs, names and 讯头 of a block to the parts that hold their places.
 * @param {{ repairs: Repair[], byline: Person[], dateline: Dateline | null }} from
 * @param {Block[]} parts
 */
export function seat({ repairs, byline, dateline }, parts) {
  for (const part of parts) Object.assign(part, { repairs: [], byline: [], dateline: null });
  for (const repair of repairs) ownerOf(parts, repair.start)?.repairs.push(repair);
  for (const person of byline) ownerOf(parts, person.start)?.byline.push(person);
  const holder = dateline?.spans[0] ? ownerOf(parts, dateline.spans[0].start) : null;
  if (holder) holder.dateline = dateline;
}

/**
 * A range of a block's text as a range of the input, or null where its pieces lie far apart there.
 * @param {import("../../elements/place.js").Piece[]} pieces
 * @param {number} from
 * @param {number} to
 * @returns {Span | null}
 */
export function inputRange(pieces, from, to) {
  const first = pieces.find(({ at, start, end }) => from < at + end - start);
  const last = pieces.findLast(({ at }) => at < to);
  if (!first || !last) return null;
  const start = first.start + Math.max(0, from - first.at);
  const end = Math.min(last.end, last.start + to - last.at);
  return start < end && end - start <= to - from + 24 ? { start, end } : null;
}

/**
 * The sentences of a block as ranges of the input.
 * @param {Block} block
 * @param {string} input
 * @returns {Span[]}
 */
export function sentencesOf(block, input) {
  const pieces = piecesOf(block, input);
  const found = [...block.text.matchAll(/[^。！？!?]+[。！？!?]*[”’」』）)]*/g)];
  return found.flatMap(({ index, 0: words }) => {
    const blank = words.length - words.trimStart().length;
    return inputRange(pieces, index + blank, index + words.trimEnd().length) ?? [];
  });
}
