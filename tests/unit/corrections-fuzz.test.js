/**
 * The log of corrections under any operations and any file, found by chance and shrunk by fast-check. Short here; `npm run fuzz --
 * corrections 600` goes on for so many seconds with other seeds.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { correct } from "../../www/workspace/corrections/correct.js";
import { BadCorrections, logOf, read, written } from "../../www/workspace/corrections/file.js";
import { EMPTY, added, redone, standing, undone } from "../../www/workspace/corrections/log.js";
import { BODY_ROLES, HEAD_ROLES, LOOSE_ROLES, TAG_KINDS } from "../../www/workspace/corrections/operations.js";
import { placeAt, rebased } from "../../www/workspace/corrections/places.js";
import { analyze } from "../wasm/module.js";
import { PAGE } from "../web/fixtures/pages.js";
import { check } from "./laws.js";

/** @import { Report } from "../../src/report.js" */
/** @import { Arbitrary } from "fast-check" */
/** @import { Change, Operation, Place } from "../../www/workspace/corrections/operations.js" */
/** @import { Log } from "../../www/workspace/corrections/log.js" */

const seconds = Number(process.env.BANMIAN_FUZZ_SECONDS ?? 0);
const HOW = seconds > 0 ? { numRuns: Infinity, interruptAfterTimeLimit: seconds * 1000 } : { numRuns: 150, seed: 20251108 };
const REPORT = /** @type {Report} */ (analyze(PAGE));
const FROZEN = JSON.stringify(REPORT);

/** Places as a reader marks them, of whole lines most of all, and places that are nowhere. @type {Arbitrary<Place>} */
const place = fc.oneof(
  fc.constantFrom(...REPORT.articles.flatMap(({ title, paragraphs }) => [title, ...paragraphs]).flatMap(({ spans }) => spans)).map((span) => placeAt(PAGE, span)),
  fc.tuple(fc.nat(PAGE.length - 1), fc.integer({ min: 1, max: 40 })).map(([start, length]) => placeAt(PAGE, { start, end: Math.min(PAGE.length, start + length) })),
  fc.record({ start: fc.nat(), length: fc.integer({ min: 1, max: 2 ** 40 }), words: fc.string({ unit: "binary", maxLength: 80 }) }).map(({ start, length, words }) => ({ start, end: start + length, words })),
);
const name = fc.oneof(
  fc.constantFrom(...REPORT.themes.map(({ name }) => name), ...REPORT.entities.map(({ name }) => name), "__proto__", "toString"),
  fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).filter((said) => said.trim() !== ""),
);
const scope = fc.constantFrom(/** @type {const} */ ("here"), /** @type {const} */ ("all"));
const kind = (/** @type {string} */ said) => fc.constant(said);

/** @type {Arbitrary<Change>} */
const change = /** @type {any} */ (
  fc.oneof(
    fc.record({ kind: kind("split"), at: place }),
    fc.record({ kind: kind("merge"), first: place, second: place }),
    fc.record({ kind: kind("order"), article: place, before: fc.option(place) }),
    fc.record({ kind: kind("move"), block: place, to: fc.oneof(fc.record({ before: place }), fc.record({ end: place }), fc.constant("unplaced")) }),
    fc.record({ kind: kind("role"), block: place, role: fc.constantFrom(...HEAD_ROLES, ...BODY_ROLES, ...LOOSE_ROLES) }),
    fc.record({ kind: kind("join"), first: place, second: place }),
    fc.record({ kind: kind("cut"), at: place }),
    fc.record({ kind: kind("settle"), at: place, repair: fc.constantFrom("gap", "overlap", "move") }),
    fc.record({ kind: kind("put-back"), at: place }),
    fc.record({ kind: kind("tag"), at: place, type: fc.constantFrom(...TAG_KINDS), name, scope }),
    fc.record({ kind: kind("untag"), at: place, scope }),
    fc.record({ kind: kind("theme-rename"), theme: name, to: name }),
    fc.record({ kind: kind("theme-merge"), theme: name, into: name }),
    fc.record({ kind: kind("theme-pin"), theme: name }),
    fc.record({ kind: kind("theme-hide"), theme: name }),
    fc.record({ kind: kind("withdraw"), of: fc.nat(40) }),
  ).map((one) => structuredClone(one))
);

/** What a reader does with the log. @type {Arbitrary<(log: Log) => Log>} */
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => (/** @type {Log} */ log) => added(log, changes)) },
  { weight: 2, arbitrary: fc.constant(undone) },
  { weight: 1, arbitrary: fc.constant(redone) },
);

/** @type {<T>(name: string, inputs: Arbitrary<T>, holds: (input: T) => void) => void} */
const always = (name, inputs, holds) =>
  void test(name, () => {
    let tried = 0;
    fc.assert(fc.property(inputs, (input) => (tried += 1, holds(input))), HOW);
    if (seconds > 0) console.log(`${name}: ${tried} runs`);
  });

always("whatever is done and undone, the report keeps its laws and the log can be kept and read again", fc.array(deed, { maxLength: 25 }), (deeds) => {
  const log = deeds.reduce((log, act) => act(log), EMPTY);
  const operations = standing(log);
  const { report, lost } = correct(REPORT, PAGE, operations);
  check(report, PAGE);
  assert.ok(lost.every(({ operation }) => operations.includes(operation)));
  assert.equal(JSON.stringify(REPORT), FROZEN);
  const kept = logOf(JSON.parse(JSON.stringify(log)));
  assert.deepEqual(kept, log);
  assert.deepEqual(correct(REPORT, PAGE, standing(kept)).report, report);
});

always("all that was done is undone, and done again", fc.array(change, { maxLength: 30 }), (changes) => {
  const log = changes.reduce((log, one) => added(log, [one]), EMPTY);
  const back = changes.reduce(undone, log);
  assert.deepEqual([standing(back), undone(back)], [[], back]);
  assert.deepEqual(changes.reduce(redone, back), log);
});

always("a file that is written is read", fc.array(change, { maxLength: 20 }), (changes) => {
  const operations = changes.map((one, index) => ({ ...one, id: index + 1 }));
  assert.deepEqual(read(written(/** @type {Operation[]} */ (operations), "一版")), operations);
});

/** Operations of which a field is another value, and any JSON at all. */
const stranger = fc.oneof(
  fc.tuple(change, fc.constantFrom("kind", "at", "first", "block", "to", "name", "theme", "of", "role", "__proto__"), fc.jsonValue()).map(([one, field, value]) => ({ ...one, [field]: value })),
  fc.jsonValue(),
);

always("a file of a stranger is refused by its operation, or keeps the laws", fc.array(stranger, { maxLength: 4 }), (list) => {
  /** @type {Operation[]} */
  let operations;
  try {
    operations = read(JSON.stringify({ format: "banmian-corrections", version: 1, operations: list }));
  } catch (error) {
    assert.ok(error instanceof BadCorrections && error.operation >= 1 && error.operation <= list.length);
    return;
  }
  check(correct(REPORT, PAGE, operations).report, PAGE);
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

always("any log from a store is refused, or is a log", fc.oneof(fc.jsonValue(), fc.record({ operations: fc.array(stranger, { maxLength: 4 }), cursor: fc.oneof(fc.nat(5), fc.jsonValue()) })), (value) => {
  try {
    const log = logOf(value);
    assert.ok(log.cursor <= log.operations.length);
  } catch (error) {
    assert.ok(error instanceof BadCorrections, String(error));
  }
});

/** What is written into the text: anything, or lines that belong to no article, with marks. */
const put = fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom("\n# **青川日报** 2025年11月7日 第2版\n", "\n> 上一版　**下一版**\n", "\n**责编 苏禾**\n###\n"));

always("an edit of the text moves places and breaks none", fc.tuple(fc.array(change, { maxLength: 6 }), fc.nat(PAGE.length), fc.nat(60), put), ([changes, at, gone, put]) => {
  const after = PAGE.slice(0, at) + put + PAGE.slice(at + gone);
  const operations = rebased(changes.map((one, index) => ({ ...one, id: index + 1 })), PAGE, after);
  check(correct(/** @type {Report} */ (analyze(after)), after, operations).report, after);
});
