/**
 * The engine of a program in Node and its like: the same calls, the work done in a thread of its own. Only the package has
 * what it stands on (scripts/package.js).
 */
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { Engine as Any } from "./engine.js";
import { EngineError } from "./error.js";
import { put, wasm } from "./where.js";

export { EngineError };

/** @import { Report } from "../../src/report.js" */
/** @import { AnalyzeOptions, Office } from "./engine.js" */
/** @import { Wasm } from "./messages.js" */
/** @import { PiecesOptions, Source } from "./pieces.js" */

/** @type {Office} */
const threads = {
  worker({ answer, broke }) {
    const worker = new Worker(new URL("./node-worker.js", import.meta.url), { workerData: { wasm: wasm() } });
    worker.on("message", answer);
    worker.on("error", (error) => broke(String(error)));
    return {
      post(task) {
        // A program must not end while it waits for a report, and may when it does not.
        worker.ref();
        worker.postMessage(task);
      },
      rest: () => worker.unref(),
      end: () => void worker.terminate(),
    };
  },
  async here({ answer }) {
    return (await import("./here.js")).here(await read(wasm()), answer);
  },
};

/**
 * Node fetches no files.
 * @param {Wasm} place
 * @returns {Promise<Wasm>}
 */
export async function read(place) {
  return typeof place === "string" && place.startsWith("file:") ? readFile(new URL(place)) : place;
}

/** An engine of one's own, with a thread of its own. */
export class Engine extends Any {
  constructor() {
    super(threads);
  }
}

const shared = new Engine();

/**
 * @param {{ wasm?: Wasm }} [places]
 * @returns {Promise<void>}
 */
export async function init({ wasm } = {}) {
  if (wasm) put({ wasm: typeof wasm === "string" ? new URL(wasm, pathToFileURL(`${process.cwd()}/`)) : wasm });
  await shared.prepare();
}

/**
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
 * @param {Report[]} reports
 * @param {{ signal?: AbortSignal }} [options]
 */
export function compare(reports, options) {
  return shared.compare(reports, options);
}

export function dispose() {
  shared.close();
}
