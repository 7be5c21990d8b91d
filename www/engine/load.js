/** Loads the wasm module. Nothing else knows where it lies. */
import init, { analyze, compare } from "./pkg/banmian.js";

/**
 * Compiles the module while it streams in. A server that names it with a wrong MIME type costs the streaming, no more.
 * @returns {Promise<{ analyze: typeof analyze, compare: typeof compare }>}
 */
export async function load() {
  await init({ module_or_path: new URL("./pkg/banmian_bg.wasm", import.meta.url) });
  return { analyze, compare };
}
