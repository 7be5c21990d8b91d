/**
 * Runs the analysis on the page's own thread, where workers are forbidden. The page breathes before each pass; within one it
 * stands still.
 */
import { load } from "./load.js";
import { perform } from "./perform.js";

/** @import { Core } from "./load.js" */
/** @import { Answer, Wasm } from "./messages.js" */
/** @import { Hand } from "./engine.js" */

/** The thread has one module, which outlives the engine that asked for it. @type {Promise<Core> | null} */
let loading = null;

/**
 * @param {Wasm} wasm
 * @param {(answer: Answer) => void} answer
 * @returns {Hand}
 */
export function here(wasm, answer) {
  let ended = false;
  const say = (/** @type {Answer} */ message) => {
    if (!ended) answer(message);
    if ("failure" in message && message.failure === "load") loading = null;
  };
  /** Lets the page paint and hear its reader first; says whether it still wants the task. */
  const breath = async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return !ended;
  };
  return {
    async post(task) {
      if (!(await breath())) return;
      loading ??= load(wasm);
      await perform(loading, task, say, breath);
    },
    rest() {},
    end() {
      ended = true;
    },
  };
}
