/**
 * The worker and the wasm module that stand in the same file as the page; takes the place of engine/beside.js there. Nothing is
 * fetched, since a page that was opened by double click may fetch nothing.
 */

export const workerBeside = once(() => new URL(URL.createObjectURL(new Blob([textOf("banmian-worker")], { type: "text/javascript" }))));
export const wasmBeside = once(() => Uint8Array.from(atob(textOf("banmian-wasm")), (character) => character.charCodeAt(0)));

/** @param {string} id */
function textOf(id) {
  return document.getElementById(id)?.textContent ?? "";
}

/**
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}
