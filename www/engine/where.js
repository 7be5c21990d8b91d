/** Where the worker and the wasm module lie: beside this file, unless `put` says otherwise. */
import { wasmBeside, workerBeside } from "./beside.js";

/** @import { Wasm } from "./messages.js" */
/** @typedef {{ wasm?: Wasm, worker?: string | URL }} Places */

/** @type {Places} */
let given = {};

/** @param {Places} places */
export function put(places) {
  given = { ...given, ...places };
}

/** @returns {Wasm} */
export function wasm() {
  const place = given.wasm ?? wasmBeside();
  return typeof place === "string" ? address(place).href : place instanceof URL ? place.href : place;
}

/** @returns {URL} */
export function workerAt() {
  return given.worker ? address(given.worker) : workerBeside();
}

/** What the host writes counts from its page, not from the worker. @param {string | URL} place */
function address(place) {
  return new URL(place, globalThis.document?.baseURI);
}
