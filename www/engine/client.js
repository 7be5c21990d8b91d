/** The engine of a page: one worker and one module for all who call. */
import { browser } from "./browser.js";
import { Engine as Any } from "./engine.js";
import { EngineError } from "./error.js";
import { put } from "./where.js";

export { EngineError };

/** @import { Report } from "../../src/report.js" */
/** @import { AnalyzeOptions } from "./engine.js" */
/** @import { Wasm } from "./messages.js" */
/** @import { PiecesOptions, Source } from "./pieces.js" */

/** An engine of one's own, with a worker of its own. */
export class Engine extends Any {
  constructor() {
    super(browser);
  }
}

/** The engine that all callers of `analyze` share. */
const shared = new Engine();

/**
 * Says, before the first call, where the module and the worker lie if they are not beside this script, and loads them.
 * @param {{ wasm?: Wasm, worker?: string | URL }} [places]
 * @returns {Promise<void>} rejects with an `EngineError` where they cannot be loaded
 */
export async function init(places = {}) {
  put(places);
  await shared.prepare();
}

/**
 * Analyses the text of a newspaper page in the worker that all callers share.
 * @param {string} text
 * @param {AnalyzeOptions} [options]
 */
export function analyze(text, options) {
  return shared.analyze(text, options);
}

/**
 * Analyses a text of any length a piece at a time, by pages, in bounded memory.
 * @param {Source} source
 * @param {PiecesOptions} [options]
 */
export async function* analyzePieces(source, options) {
  yield* (await import("./pieces.js")).pieces(shared, Engine, source, options);
}

/**
 * Compares the reports of several pages, in the same worker.
 * @param {Report[]} reports
 * @param {{ signal?: AbortSignal }} [options]
 */
export function compare(reports, options) {
  return shared.compare(reports, options);
}

/** Ends the shared worker and gives its memory back; calls not yet answered are aborted. The next call starts another. */
export function dispose() {
  shared.close();
}
