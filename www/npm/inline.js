/** The worker and the wasm module inside a script; scripts/package.js puts them in place of the two words. */
const PACKED = { wasm: "WASM", worker: "WORKER" };

/**
 * What `init` wants. The worker is an address that only this page knows; without a window there is none.
 * @returns {Promise<{ wasm: Uint8Array<ArrayBuffer>, worker?: string }>}
 */
export async function places() {
  const wasm = await unpacked(PACKED.wasm);
  if (typeof document === "undefined") return { wasm };
  return { wasm, worker: URL.createObjectURL(new Blob([await unpacked(PACKED.worker)], { type: "text/javascript" })) };
}

/** @param {string} base64 */
async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
}
