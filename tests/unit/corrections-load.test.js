/** Hours of corrections in a row: the log is as long as what was done, and what is undone and done again leaves nothing behind. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { corrected } from "../../www/workspace/corrections/correct.js";
import { EMPTY, added, redone, standing, undone } from "../../www/workspace/corrections/log.js";
import { placeAt } from "../../www/workspace/corrections/places.js";
import { analyze } from "../wasm/module.js";
import { PAGE } from "../web/fixtures/pages.js";

/** @import { Report } from "../../src/report.js" */
/** @import { Log } from "../../www/workspace/corrections/log.js" */

setFlagsFromString("--expose-gc");
const collect = /** @type {() => void} */ (runInNewContext("gc"));

const REPORT = /** @type {Report} */ (analyze(PAGE));
const EDITS = 2_000;
const ROUNDS = 10;

/** The names of the page are marked, a theme is called something else, over and over. @param {number} index */
const change = (index) => {
  const start = (index * 7) % (PAGE.length - 4);
  const tag = /** @type {const} */ ({ kind: "tag", type: "term", name: `某事${index % 50}`, scope: "here" });
  return { ...tag, at: placeAt(PAGE, { start, end: start + 2 }) };
};

/** Bytes in use when what nobody needs is gone. */
const heap = () => (collect(), process.memoryUsage().heapUsed);

test(`${EDITS} corrections, undone and done again ${ROUNDS} times`, () => {
  let log = EMPTY;
  for (let index = 0; index < EDITS; index += 1) log = added(log, [change(index)]);
  const all = log;
  /** @type {(step: (log: Log) => Log) => void} */
  const walk = (step) => {
    for (let index = 0; index < EDITS; index += 1) {
      log = step(log);
      // What a window does after each step, on every hundredth: the report as corrected.
      if (index % 100 === 99) corrected(REPORT, PAGE, standing(log));
      else standing(log);
    }
  };
  const round = () => (walk(undone), walk(redone));
  round();
  const before = heap();
  for (let index = 1; index < ROUNDS; index += 1) round();
  const after = heap();
  console.log(`heap ${(before / 1e6).toFixed(1)} MB after ${2 * EDITS} steps, ${(after / 1e6).toFixed(1)} MB after ${2 * EDITS * ROUNDS}`);
  assert.deepEqual(log, all);
  assert.equal(log.operations.length, EDITS);
  // One copy of the log that is kept for each step would be some hundred megabytes.
  assert.ok(after < before + 5e6);
});
