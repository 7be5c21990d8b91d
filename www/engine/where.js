/**
 * Where the worker and the wasm module lie: beside this file, unless `put` says otherwise. The npm package has its own
 * addresses here (scripts/package.js); they are asked for late, since not every bundle knows its own.
 */
import worker from "./worker.js?worker&url";

/** @import { Wasm } from "./messages.js" */

/** @type {{ wasm?: Wasm, worker?: string | URL }} */
const given = {};

/** @param {{ wasm?: Wasm, worker?: string | URL }} places */
export function put(places) {
  Object.assign(given, places);
}

/** @returns {Wasm} */
export function wasm() {
  const place = given.wasm ?? new URL("./pkg/banmian_bg.wasm", import.meta.url);
  // An address that the host writes counts from its page, not from the worker.
  if (typeof place === "string") return new URL(place, globalThis.document?.baseURI).href;
  return place instanceof URL ? place.href : place;
}

/** @returns {URL} */
export function workerAt() {
  return given.worker ? new URL(given.worker, globalThis.document?.baseURI) : new URL(worker, import.meta.url);
}
