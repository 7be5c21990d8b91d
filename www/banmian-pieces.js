/** Texts of any length for other pages, beside `banmian.js`: a script of its own, so that those who only embed an element do not load it. */
import { Engine } from "./engine/client.js";
import { pieces } from "./engine/pieces.js";

/** @import { PiecesOptions, Source } from "./engine/pieces.js" */

/** @type {Engine | undefined} */
let engine;

/**
 * Analyses a text of any length a piece at a time, by pages, in bounded memory.
 * @param {Source} source
 * @param {PiecesOptions} [options]
 */
export function analyzePieces(source, options) {
  engine ??= new Engine();
  return pieces(engine, Engine, source, options);
}
