/**
 * From places in the input to places in repaired text.
 *
 * Takes an article and ranges of the input; gives the text (headline, paragraph …) and the range of it that the reader
 * sees. All units are UTF-16. Between two pieces a text may have one space that is not in the input; this is the one
 * module that knows.
 */

/** @import { Article, Report, Span, Text } from "../../src/report.js" */

/**
 * One piece of a repaired text: `at` is where it stands there, `start` and `end` where it stands in the input.
 * @typedef {{ text: Text, at: number, start: number, end: number }} Piece
 */

/** @typedef {{ text: Text, start: number, end: number }} Place */

/**
 * Where each span of `text` stands in it.
 * @param {Text} text
 * @param {string} input
 * @returns {Piece[]}
 */
export function piecesOf(text, input) {
  let at = 0;
  return text.spans.map(({ start, end }) => {
    if (at > 0 && !text.text.startsWith(input.slice(start, end), at)) at += 1;
    const piece = { text, at, start, end };
    at += end - start;
    return piece;
  });
}

/**
 * The headline and the paragraphs of an article, in reading order.
 * @param {Article} article
 * @returns {Text[]}
 */
export function textsOf(article) {
  const headline = [article.kicker, article.title, ...article.subtitles];
  return [...headline.filter((text) => text !== null), ...article.paragraphs];
}

/** @type {WeakMap<Article, Piece[]>} */
const known = new WeakMap();

/**
 * All pieces of an article in the order of the input.
 * @param {Article} article
 * @param {string} input
 * @returns {Piece[]}
 */
function seats(article, input) {
  const before = known.get(article);
  if (before) return before;
  const list = textsOf(article).flatMap((text) => piecesOf(text, input));
  list.sort((a, b) => a.start - b.start);
  known.set(article, list);
  return list;
}

/**
 * The index of the first piece that ends after `offset`.
 * @param {Piece[]} list
 * @param {number} offset
 */
function firstAfter(list, offset) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Where a range of the input stands in the texts of an article: one place for each text that has some of it.
 * @param {Article} article
 * @param {string} input
 * @param {Span} range
 * @returns {Place[]}
 */
export function placesOf(article, input, range) {
  const list = seats(article, input);
  /** @type {Map<Text, Place>} */
  const found = new Map();
  for (let index = firstAfter(list, range.start); list[index]?.start < range.end; index += 1) {
    const { text, at, start, end } = list[index];
    const from = at + Math.max(range.start, start) - start;
    const to = at + Math.min(range.end, end) - start;
    const place = found.get(text);
    found.set(text, {
      text,
      start: Math.min(place?.start ?? from, from),
      end: Math.max(place?.end ?? to, to),
    });
  }
  return [...found.values()];
}

/**
 * The point where a range shows that may hold no character of the article, such as a line end between two pieces or a
 * gap of no length: its first character, else the seam it lies in.
 * @param {Article} article
 * @param {string} input
 * @param {Span} range
 * @returns {{ text: Text, at: number } | null}
 */
export function seamOf(article, input, range) {
  const [inside] = placesOf(article, input, range);
  if (inside) return { text: inside.text, at: inside.start };
  const list = seats(article, input);
  const next = firstAfter(list, range.start);
  const here = list[next];
  if (here && here.start <= range.start) return { text: here.text, at: here.at + range.start - here.start };
  const before = list[next - 1] ?? null;
  if (before) return { text: before.text, at: before.at + before.end - before.start };
  return here ? { text: here.text, at: here.at } : null;
}

/**
 * A range of the input as the reader sees it: repaired where an article has it, else the input's own characters
 * without line ends.
 * @param {Report} report
 * @param {string} input
 * @param {Span & { article?: string }} range
 * @returns {string}
 */
export function wordsAt(report, input, range) {
  const article = report.articles.find(({ id }) => id === range.article);
  const [place] = article ? placesOf(article, input, range) : [];
  if (place) return place.text.text.slice(place.start, place.end);
  return input.slice(range.start, range.end).replace(/\s*\n\s*/g, "");
}
