/**
 * Runs the analysis beside the page. Loads the module, takes a `Task` at a time, answers as messages.js says. After a
 * failure `crashed` it must not be asked again: a module that has panicked is in no known state.
 */
import { load } from "./load.js";

/** @import { Answer, BadLine, Failure, Task } from "./messages.js" */

const loading = load();
// It is the first task that hears of a failure.
loading.catch(() => {});

self.onmessage = async (/** @type {MessageEvent<Task>} */ { data: task }) => {
  const { id } = task;
  let core;
  try {
    core = await loading;
  } catch (error) {
    return fail(id, "load", error);
  }
  try {
    const result = "reports" in task ? core.compare(task.reports) : core.analyze(task.text, task.options, (stage) => answer({ id, stage }));
    answer({ id, result });
  } catch (error) {
    fail(id, failureOf(error, task), error);
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
 * @param {Task} task
 * @returns {Failure}
 */
function failureOf(error, task) {
  if (error instanceof TypeError) return "reports" in task ? "reports" : "input";
  return error instanceof Error && error.name === "LexiconError" ? "lexicon" : "crashed";
}
