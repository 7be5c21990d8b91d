/**
 * Runs the analysis beside the page. Loads the module, takes a `Task` at a time, answers as messages.js says. After a
 * failure `crashed` it must not be asked again: a module that has panicked is in no known state.
 */
import { load } from "./load.js";

/** @import { Answer, BadLine, Failure, Task } from "./messages.js" */

const loading = load();
// It is the first task that hears of a failure.
loading.catch(() => {});

self.onmessage = async (/** @type {MessageEvent<Task>} */ { data: { id, text, options } }) => {
  let analyze;
  try {
    analyze = await loading;
  } catch (error) {
    return fail(id, "load", error);
  }
  try {
    answer({ id, report: analyze(text, options, (stage) => answer({ id, stage })) });
  } catch (error) {
    fail(id, failureOf(error), error);
  }
};

/** @param {Answer} message */
function answer(message) {
  self.postMessage(message);
}

/**
 * @param {number} id
 * @param {Failure} failure
 * @param {unknown} error
 */
function fail(id, failure, error) {
  const { lines = [] } = /** @type {{ lines?: BadLine[] }} */ (error);
  answer({ id, failure, detail: String(error), lines });
}

/**
 * @param {unknown} error
 * @returns {Failure}
 */
function failureOf(error) {
  if (error instanceof TypeError) return "input";
  return error instanceof Error && error.name === "LexiconError" ? "lexicon" : "crashed";
}
