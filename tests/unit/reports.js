/** Small reports for the tests of what is made of them; the towns are invented. */

/** @import { Article, Report, Span, Text } from "../../src/report.js" */

/**
 * A text that stands in the input as it is, or in pieces that stand there.
 * @param {string} input
 * @param {...string} pieces
 * @returns {Text}
 */
export function text(input, ...pieces) {
  return { text: pieces.join(""), spans: pieces.map((piece) => spanOf(input, piece)) };
}

/**
 * @param {string} input
 * @param {string} words
 * @returns {Span}
 */
export function spanOf(input, words) {
  const start = input.indexOf(words);
  return { start, end: start + words.length };
}

/**
 * @param {string} id
 * @param {{ title: Text, body: Text[], repairs?: Article["repairs"], confidence?: number }} parts
 * @returns {Article}
 */
export function article(id, { title, body, repairs = [], confidence = 1 }) {
  return {
    id, title, repairs, confidence,
    spans: [title, ...body].flatMap(({ spans }) => spans),
    kicker: null, subtitles: [], dateline: null, byline: [], keywords: [], category: null, summary: [], continued: null,
    paragraphs: body.map((one) => ({ ...one, role: /** @type {const} */ ("body"), sentences: [] })),
  };
}

/**
 * @param {Partial<Report> & { articles: Article[] }} parts
 * @returns {Report}
 */
export function reportOf(parts) {
  return {
    version: 1,
    source: { name: null, length: 0, lines: 0, script: "hans", masthead: null, pages: [] },
    unplaced: [], entities: [], themes: [], summary: { text: "", evidence: [] },
    ...parts,
  };
}
