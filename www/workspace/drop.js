/**
 * Files dropped anywhere on the page.
 *
 * Text that is dragged is left to the browser: it goes into the box it is dropped on.
 */

/**
 * @param {{ onOver(over: boolean): void, onFiles(files: File[]): void }} listener
 * @returns {() => void} takes the listeners away
 */
export function watchDrops({ onOver, onFiles }) {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  let depth = 0;
  const enter = (/** @type {number} */ step) => {
    depth = Math.max(0, depth + step);
    onOver(depth > 0);
  };
  const listen = (/** @type {string} */ type, /** @type {(event: DragEvent) => void} */ act) =>
    window.addEventListener(type, (event) => hasFiles(/** @type {DragEvent} */ (event)) && act(/** @type {DragEvent} */ (event)), options);
  listen("dragenter", () => enter(1));
  listen("dragleave", () => enter(-1));
  listen("dragover", (event) => event.preventDefault());
  listen("drop", (event) => {
    event.preventDefault();
    enter(-depth);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
  return () => stop.abort();
}

/** @param {DragEvent} event */
function hasFiles(event) {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
