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
 * @param {() => Promise<boolean>} [pause] waited for before each pass; says whether the task is still wanted
 */
export async function perform(loading, task, answer, pause) {
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
    const result = await resultOf(core, task, answer, pause);
    if (result !== undefined) answer({ id, result });
  } catch (error) {
    fail(failureOf(error, task), error);
  }
}

/**
 * What comes of a task; undefined where it is no longer wanted.
 * @param {Core} core
 * @param {Task} task
 * @param {(answer: Answer) => void} answer
 * @param {(() => Promise<boolean>) | undefined} pause
 */
async function resultOf(core, task, answer, pause) {
  if ("prepare" in task) return null;
  if ("reports" in task) return core.compare(task.reports);
  if ("cut" in task) return core.cuts(task.cut, task.last);
  const reading = new core.Reading(task.text, task.options);
  let report;
  do {
    answer({ id: task.id, stage: reading.stage() });
    if (pause && !(await pause())) break;
    report = reading.next();
  } while (!report);
  // After a panic it is not given back, since the module must not be asked again.
  reading.free();
  return report;
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
