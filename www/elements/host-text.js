/**
 * The text of elements of a host page, with a line end where a block begins or ends, whether or not it is shown, and the way
 * back from a place of the text to the page. The page itself is not touched.
 */

/** @import { Span } from "../../src/report.js" */
/** @typedef {{ text: string, node: Text | null }} Piece What one text node holds, or a line end of ours. */

const BLOCK = /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|LI|MAIN|OL|P|PRE|SECTION|TABLE|TR|UL)$/;
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
 * @param {Node} node
 * @returns {Piece[]}
 */
export function piecesOf(node) {
  if (node instanceof HTMLTextAreaElement || node instanceof HTMLInputElement) return [{ text: node.value, node: null }];
  if (node instanceof HTMLTemplateElement) return piecesOf(node.content);
  if (node instanceof HTMLBRElement) return [{ text: "\n", node: null }];
  if (node instanceof Text) return [{ text: node.data, node }];
  if (node instanceof Comment || SILENT.test(node.nodeName)) return [];
  const inside = [...node.childNodes].flatMap(piecesOf);
  const end = { text: "\n", node: null };
  return BLOCK.test(node.nodeName) ? [end, ...inside, end] : inside;
}

/**
 * Ranges of the page for places of the text that `textOf` gave.
 * @param {Piece[]} pieces
 * @param {Span[]} places
 * @returns {Range[]}
 */
export function hostRanges(pieces, places) {
  let at = 0;
  const texts = pieces.flatMap(({ text, node }) => {
    const start = at;
    at += text.length;
    return node ? [{ node, start, end: at }] : [];
  });
  return places.flatMap(({ start, end }) => {
    const inside = texts.filter((text) => text.start < end && text.end > start);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return [];
    const range = new Range();
    range.setStart(first.node, Math.max(start - first.start, 0));
    range.setEnd(last.node, Math.min(end, last.end) - last.start);
    return [range];
  });
}
