/** Hires workers of a browser, or the page's own thread. */
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

/** @typedef {{ createScriptURL: (url: string) => any }} Policy */

/** @type {Policy | undefined} */
let policy;

/**
 * The address as a page with Trusted Types wants it; such a page allows a policy `banmian`.
 * @param {string} url
 */
function trusted(url) {
  const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy } }} */ (globalThis);
  policy ??= trustedTypes?.createPolicy("banmian", { createScriptURL: (own) => own });
  return policy ? policy.createScriptURL(url) : url;
}
