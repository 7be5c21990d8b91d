/** Hires workers of a browser, or the page's own thread. */
import { trusted } from "./trusted.js";
import { wasm, workerAt } from "./where.js";

/** @import { Office } from "./engine.js" */

/** @type {Office} */
export const browser = {
  worker({ answer, broke }) {
    const worker = startWorker();
    worker.onmessage = ({ data }) => answer(data);
    worker.onerror = (event) => {
      event.preventDefault();
      broke(event.message || "The worker did not start.");
    };
    worker.onmessageerror = () => broke("A message could not be read.");
    worker.postMessage({ wasm: wasm() });
    return { post: (task) => worker.postMessage(task), rest() {}, end: () => worker.terminate() };
  },
  async here({ answer }) {
    return (await import("./here.js")).here(wasm(), answer);
  },
};

/**
 * A worker must come from the page's own origin. Where this module comes from another, the page's own worker is one line
 * that imports the other's.
 */
function startWorker() {
  const url = workerAt();
  // One that the page made itself is in one piece. A page opened from disk may have it, but no module worker.
  if (url.protocol === "blob:") return new Worker(trusted(url.href), { name: "banmian" });
  if (url.origin === location.origin) return new Worker(trusted(url.href), { type: "module", name: "banmian" });
  const line = new Blob([`import ${JSON.stringify(url.href)};`], { type: "text/javascript" });
  return new Worker(trusted(URL.createObjectURL(line)), { type: "module", name: "banmian" });
}
