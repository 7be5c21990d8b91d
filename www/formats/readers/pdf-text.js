/**
 * Columns of a page of a PDF as text.
 *
 * Takes lines with their places, in reading order; gives text lines with what their places say of them: a headline by its
 * size, a paragraph by its indent, a line that goes on by reaching the edge.
 */
import { LARGE, bodySize, columns, merged } from "./pdf-layout.js";

/** @import { Column, Piece } from "./pdf-layout.js" */

/** The name of a paper is set larger than any headline and is none. */
const PAPER = /^[^\s，。]{1,10}(?:报|報|周刊|週刊)$/;

/** Characters of a headline; what is longer is an introduction in large type. */
const LONGEST = 60;

/**
 * @param {Piece[]} pieces
 * @returns {string}
 */
export function pageText(pieces) {
  const body = bodySize(pieces);
  /** @type {string[]} */
  const list = [];
  for (const column of columns(pieces)) {
    const text = columnLines(rows(column), body);
    const begins = text.find(Boolean) ?? "";
    // A column may go on in mid-sentence where the last one ended: no blank line between them.
    if (begins.startsWith("#") || begins.startsWith("　")) list.push("");
    list.push(...text);
  }
  return list.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

/**
 * Lines of one column, those on one baseline as one.
 * @param {Column} column
 * @returns {Piece[]}
 */
function rows(column) {
  /** @type {Piece[][]} */
  const list = [];
  for (const line of column) {
    const last = list.at(-1);
    if (last && Math.abs(last[0].y - line.y) < last[0].size * 0.35) last.push(line);
    else list.push([line]);
  }
  return list.map(merged);
}

/**
 * @param {Piece[]} lines
 * @param {number} body
 */
function columnLines(lines, body) {
  const plain = lines.filter((line) => !isLarge(line, body));
  const edges = { left: Math.min(...plain.map(({ x }) => x)), right: Math.max(...plain.map(({ x, width }) => x + width)) };
  const pitch = middle(plain.slice(1).map((line, index) => line.y - plain[index].y)) || body * 1.6;
  const isIndented = (/** @type {Piece} */ line) => line.text.startsWith("　") || line.x - edges.left > line.size * 1.5;
  const hasIndents = plain.some(isIndented);
  /** @type {string[]} */
  const list = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (isLarge(line, body)) {
      const end = lines.findIndex((other, at) => at > index && !isLarge(other, body));
      const group = lines.slice(index, end < 0 ? undefined : end);
      list.push("", ...headlines(group), "");
      index += group.length - 1;
      continue;
    }
    const before = lines[index - 1];
    const apart = before && !isLarge(before, body) && line.y - before.y > pitch * 1.6;
    if (hasIndents && before && !isLarge(before, body) && !apart && !isIndented(line) && isFull(before, edges)) {
      list[list.length - 1] = goneOn(/** @type {string} */ (list.at(-1)), line.text.trim());
      continue;
    }
    if (apart) list.push("");
    list.push((isIndented(line) ? "　　" : "") + line.text.trim());
  }
  return list;
}

/**
 * Whether a line reaches the right edge of its column, but for a mark that may not begin the next.
 * @param {Piece} line
 * @param {{ left: number, right: number }} edges
 */
const isFull = ({ x, width, size }, { right }) => x + width > right - size * 1.6;

/**
 * @param {string} text
 * @param {string} more
 */
const goneOn = (text, more) => (/[A-Za-z,.;]$/.test(text) && /^[A-Za-z]/.test(more) ? `${text} ${more}` : text + more);

/**
 * The lines of a headline: the main one, which is the largest, is marked; what stands above and below it is not.
 * @param {Piece[]} group
 */
function headlines(group) {
  /** @type {Piece[]} */
  const list = [];
  for (const line of group) {
    const last = list.at(-1);
    const goesOn = last && Math.abs(last.size - line.size) < last.size * 0.05 && line.y - last.y < last.size * 1.8;
    if (goesOn) list[list.length - 1] = { ...last, text: `${last.text.trim()} ${line.text.trim()}`, y: line.y };
    else list.push(line);
  }
  const largest = Math.max(...list.filter(({ text }) => !PAPER.test(text.trim())).map(({ size }) => size));
  return list.map(({ size, text }) => (size === largest ? `# ${text.trim()}` : text.trim()));
}

/**
 * @param {Piece} line
 * @param {number} body
 */
const isLarge = ({ size, text }, body) => size >= body * LARGE && text.length <= LONGEST;

/** @param {number[]} numbers */
const middle = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
