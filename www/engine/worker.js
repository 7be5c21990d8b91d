/** Runs the analysis beside the page: loads the module when it is told where, then does a `Task` at a time. */
import { load } from "./load.js";
import { perform } from "./perform.js";

/** @import { Core } from "./load.js" */
/** @import { Answer, Setup, Task } from "./messages.js" */

/** @type {Promise<Core>} */
let loading;
const answer = (/** @type {Answer} */ message) => self.postMessage(message);

self.onmessage = (/** @type {MessageEvent<Setup | Task>} */ { data }) => {
  if (!("wasm" in data)) return perform(loading, data, answer);
  loading = load(data.wasm);
  // It is the first task that hears of a failure.
  loading.catch(() => {});
};
answer({ ready: true });
