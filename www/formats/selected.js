/**
 * From what is selected on the screen to a range of the input.
 *
 * Takes an article and words as they stand on the screen: the words of the block where the selection begins, how many
 * characters of it stand before, and the selected words themselves. Blanks do not count, since the screen has its own.
 */
import { piecesOf, textsOf } from "../elements/place.js";

/** @import { Article, Span, Text } from "../../src/report.js" */

/** @param {string} text */
const dense = (text) => text.replace(/\s/g, "");

/**
 * @param {Article} article
 * @param {string} input
 * @param {{ words: string, block: string, before: string }} selected
 * @returns {Span | null} the range of the input from the first selected character to the last
 */
export function rangeOf(article, input, { words, block, before }) {
  const wanted = dense(words);
  if (wanted === "") return null;
  const characters = textsOf(article).flatMap((text) => charactersOf(text, input));
  const all = characters.map(({ character }) => character).join("");
  const blockAt = all.indexOf(dense(block));
  const guess = blockAt < 0 ? 0 : blockAt + dense(before).length;
  const found = all.startsWith(wanted, guess) ? guess : all.indexOf(wanted);
  if (found < 0) return null;
  const seats = characters.slice(found, found + wanted.length).map(({ at }) => at);
  return { start: Math.min(...seats), end: Math.max(...seats) + 1 };
}

/**
 * The characters of a text that are no blanks, as UTF-16 units, each with its place in the input.
 * @param {Text} text
 * @param {string} input
 */
function charactersOf(text, input) {
  return piecesOf(text, input).flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, index) => ({ character: input[start + index], at: start + index })).filter(({ character }) => !/\s/.test(character)),
  );
}
