/**
 * Applies a reader's corrections to what the analysis gave.
 *
 * A pure function: the same report, input and operations give the same answer, and none of them is changed. What no
 * longer applies is listed with its reason, never left out in silence and never done somewhere else.
 */
import { takeApart } from "./desk.js";
import { hideTheme, mergeThemes, pinTheme, renameTheme, tag, untag } from "./naming.js";
import { cut, join, putBack, settle } from "./seams.js";
import { merge, move, order, role, split } from "./structure.js";
import { putTogether } from "./together.js";

/** @import { Report } from "../../../src/report.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Change, Operation } from "./operations.js" */
/** @import { Reason } from "./structure.js" */

/** @typedef {{ operation: Operation, reason: Reason }} Lost */
/** @typedef {{ report: Report, lost: Lost[], pinned: ReadonlySet<string> }} Corrected */

/** @type {Record<Exclude<Change["kind"], "withdraw">, (desk: Desk, change: any) => Reason | null>} */
const ACTS = {
  split,
  merge,
  order,
  move,
  role,
  join,
  cut,
  settle,
  "put-back": putBack,
  tag,
  untag,
  "theme-rename": renameTheme,
  "theme-merge": mergeThemes,
  "theme-pin": pinTheme,
  "theme-hide": hideTheme,
};

/**
 * @param {Report} report
 * @param {string} input the analysed text
 * @param {Operation[]} operations as `standing` of log.js gives them
 * @returns {Corrected}
 */
export function correct(report, input, operations) {
  /** @type {Lost[]} */
  const lost = [];
  if (operations.length === 0) return { report, lost, pinned: new Set() };
  const desk = takeApart(report, input);
  for (const operation of operations) {
    if (operation.kind === "withdraw") continue;
    const reason = ACTS[operation.kind](desk, operation);
    if (reason) lost.push({ operation, reason });
  }
  return { report: putTogether(desk), lost, pinned: desk.pinned };
}

/** @type {WeakMap<Report, { input: string, operations: Operation[], corrected: Corrected }>} */
const known = new WeakMap();

/**
 * The same, with the answer of the last time where nothing has changed since.
 * @param {Report} report
 * @param {string} input
 * @param {Operation[]} operations the same array for the same operations
 * @returns {Corrected}
 */
export function corrected(report, input, operations) {
  const before = known.get(report);
  if (before?.input === input && before.operations === operations) return before.corrected;
  const made = correct(report, input, operations);
  known.set(report, { input, operations, corrected: made });
  return made;
}
