/** Where the worker and the wasm module lie in the package; takes the place of engine/where.js there. */

/** @import { Wasm } from "../engine/messages.js" */

/** @type {{ wasm?: Wasm, worker?: string | URL }} */
const given = {};

/** @param {{ wasm?: Wasm, worker?: string | URL }} places */
export function put(places) {
  Object.assign(given, places);
}

/** Bundlers know these two addresses as those of files to take along. */
const beside = {
  wasm: () => new URL("./banmian.wasm", import.meta.url),
  worker: () => new URL("./worker.js", import.meta.url),
};

/** @returns {Wasm} */
export function wasm() {
  const place = given.wasm ?? beside.wasm();
  // An address that the host writes counts from its page, not from the worker.
  if (typeof place === "string") return new URL(place, globalThis.document?.baseURI).href;
  return place instanceof URL ? place.href : place;
}

/** @returns {URL} */
export function workerAt() {
  return given.worker ? new URL(given.worker, globalThis.document?.baseURI) : beside.worker();
}
