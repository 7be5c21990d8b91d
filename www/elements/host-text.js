/**
 * The text of elements of a host page, with a line end where a block begins or ends, whether or not it is shown, and the way
 * back from a place of the text to the page. The page itself is not touched.
 */

/** @import { Span } from "../../src/report.js" */
/** @typedef {{ text: string, node: Text | null, at: number }} Piece What stands in a text node from a place on, or a line end of ours. */

const BLOCK = /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|LI|MAIN|OL|P|PRE|SECTION|TABLE|TR|UL)$/;
/** Blocks of one paragraph: their source may be broken anywhere. In other blocks a line end is taken for one. */
const PROSE = /^(ADDRESS|DD|DT|FIGCAPTION|H[1-6]|LI|P|TD|TH)$/;
/** What is no text of the page, or was put there by an element of ours. */
const SILENT = /^(SCRIPT|STYLE|NOSCRIPT|BANMIAN-.*)$/;

/**
 * @param {Node} node
 * @returns {string}
 */
export function textOf(node) {
  return piecesOf(node).map(({ text }) => text).join("");
}

/**
 * Blocks have one blank line between them, however they lie in one another.
 * @param {Node} node
 * @returns {Piece[]}
 */
export function piecesOf(node) {
  let ends = 2;
  return parts(node).flatMap((piece) => {
    if (!/^\n+$/.test(piece.text)) {
      ends = 0;
      return [piece];
    }
    const more = Math.min(piece.text.length, 2 - ends);
    ends += more;
    return more > 0 ? [{ ...piece, text: "\n".repeat(more) }] : [];
  });
}

/**
 * @param {Node} node
 * @returns {Piece[]}
 */
function parts(node) {
  if (node instanceof HTMLTextAreaElement || node instanceof HTMLInputElement) return [{ text: node.value, node: null, at: 0 }];
  if (node instanceof HTMLTemplateElement) return parts(node.content);
  if (node instanceof HTMLBRElement) return [END];
  if (node instanceof Text) return asSet(node);
  if (node instanceof Comment || SILENT.test(node.nodeName)) return [];
  const inside = [...node.childNodes].flatMap(parts);
  return BLOCK.test(node.nodeName) ? [END, ...inside, END] : inside;
}

/** @type {Piece} */
const END = { text: "\n", node: null, at: 0 };

/**
 * A text node as the page sets it: how its source is broken and indented is not seen.
 * @param {Text} node
 * @returns {Piece[]}
 */
function asSet(node) {
  if (keepsSpace(node.parentElement)) return [{ text: node.data, node, at: 0 }];
  const prose = inProse(node);
  return [...node.data.matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)].flatMap(({ 0: text, index: at }, index, all) => {
    if (!/^[ \t\r\n]/.test(text)) return [{ text, node, at }];
    const space = spaceOf(text, prose, all[index - 1]?.[0], all[index + 1]?.[0]);
    return space ? [{ text: space, node, at }] : [];
  });
}

/**
 * What is seen of white space: a line end where one is meant, nothing between two Chinese characters that the source parts.
 * @param {string} source
 * @param {boolean} prose
 * @param {string} [before]
 * @param {string} [after]
 */
function spaceOf(source, prose, before, after) {
  if (!source.includes("\n")) return " ";
  if (!prose) return source.split("\n").length > 2 ? "\n\n" : "\n";
  return WIDE.test(before?.at(-1) ?? "") && WIDE.test(after?.[0] ?? "") ? "" : " ";
}

const WIDE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’…—]/;

/** @param {Element | null} element */
function keepsSpace(element) {
  if (!element) return false;
  return element.localName === "pre" || /^(pre|preserve|break)/.test(getComputedStyle(element).whiteSpaceCollapse ?? getComputedStyle(element).whiteSpace);
}

/** @param {Node} node */
function inProse(node) {
  let block = node.parentElement;
  while (block && !BLOCK.test(block.nodeName) && !PROSE.test(block.nodeName)) block = block.parentElement;
  return block !== null && PROSE.test(block.nodeName);
}

/**
 * Ranges of the page for places of the text that `textOf` gave.
 * @param {Piece[]} pieces
 * @param {Span[]} places
 * @returns {Range[]}
 */
export function hostRanges(pieces, places) {
  let at = 0;
  const texts = pieces.flatMap(({ text, node, at: offset }) => {
    const start = at;
    at += text.length;
    return node ? [{ node, offset, start, end: at }] : [];
  });
  return places.flatMap(({ start, end }) => {
    const inside = texts.filter((text) => text.start < end && text.end > start);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return [];
    const range = new Range();
    range.setStart(first.node, first.offset + Math.max(start - first.start, 0));
    range.setEnd(last.node, last.offset + Math.min(end, last.end) - last.start);
    return [range];
  });
}
