/** Makes the wasm module ready for work, wherever it comes from. */
import init, { Reading, compare, cuts } from "./pkg/banmian.js";

/** @import { Wasm } from "./messages.js" */
/** @typedef {{ Reading: typeof Reading, compare: typeof compare, cuts: typeof cuts }} Core */

/**
 * Compiles the module while it streams in. A server that names it with a wrong MIME type costs the streaming, no more.
 * @param {Wasm} wasm
 * @returns {Promise<Core>}
 */
export async function load(wasm) {
  await init({ module_or_path: wasm });
  return { Reading, compare, cuts };
}
