/**
 * Does one task with the module and says what comes of it, as messages.js has it. After a failure `crashed` the module must
 * not be asked again: one that has panicked is in no known state.
 */

/** @import { Core } from "./load.js" */
/** @import { Answer, BadLine, Failure, Task } from "./messages.js" */

/**
 * @param {Promise<Core>} loading
 * @param {Task} task
 * @param {(answer: Answer) => void} answer
 */
export async function perform(loading, task, answer) {
  const { id } = task;
  const fail = (/** @type {Failure} */ failure, /** @type {unknown} */ error) => {
    const { lines = [] } = /** @type {{ lines?: BadLine[] }} */ (error);
    answer({ id, failure, detail: String(error), lines });
  };
  let core;
  try {
    core = await loading;
  } catch (error) {
    return fail(forbidden(error) ? "policy" : "load", error);
  }
  try {
    answer({ id, result: resultOf(core, task, answer) });
  } catch (error) {
    fail(failureOf(error, task), error);
  }
}

/**
 * @param {Core} core
 * @param {Task} task
 * @param {(answer: Answer) => void} answer
 */
function resultOf(core, task, answer) {
  if ("prepare" in task) return null;
  if ("reports" in task) return core.compare(task.reports);
  return core.analyze(task.text, task.options, (stage) => answer({ id: task.id, stage }));
}

/** Each browser says in its own words that a Content-Security-Policy forbids WebAssembly. @param {unknown} error */
function forbidden(error) {
  return /unsafe-eval|content security policy|\bCSP\b/i.test(String(error));
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
