/** What is to be checked, and what is not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { toReview } from "../../www/elements/review.js";
import { article, reportOf, spanOf, text } from "./reports.js";

/** @import { Entity, Repair } from "../../src/report.js" */

const INPUT = "修桥\n石桥昨日重新\n通行。\n柳成荫来了。\n一段没有主人的话\n第3版";
const line = INPUT.indexOf("\n通行");

/**
 * @param {Repair["kind"]} kind
 * @param {number} confidence
 * @returns {Repair}
 */
const repair = (kind, confidence) => ({ kind, confidence, start: line, end: line + 1, reason: "有缘由" });

/** @param {{ repairs?: Repair[], confidence?: number }} parts */
const bridge = (parts) => article("a1", { title: text(INPUT, "修桥"), body: [text(INPUT, "石桥昨日重新", "通行。"), text(INPUT, "柳成荫来了。")], ...parts });

/**
 * @param {Partial<Entity>} parts
 * @returns {Entity}
 */
const person = (parts) => ({
  id: "e1", kind: "person", name: "柳成荫", aliases: [], roles: [], value: null,
  mentions: [{ article: "a1", ...spanOf(INPUT, "柳成荫"), by: "model" }],
  ...parts,
});

test("joins that are not certain and every gap are listed, restored line ends are not", () => {
  const report = reportOf({ articles: [bridge({ repairs: [repair("join", 0.95), repair("join", 0.8), repair("gap", 1), repair("unwrap", 0.5)] })] });
  const items = toReview(report, INPUT);
  assert.deepEqual(items.map(({ kind }) => kind).sort(), ["gap", "join"]);
  assert.deepEqual(items[0].words, { left: "石桥昨日重新", hit: "", right: "通行。" });
  assert.match(items[0].why(), /有缘由/);
});

test("an article is listed when its boundaries are doubtful", () => {
  assert.equal(toReview(reportOf({ articles: [bridge({ confidence: 0.6 })] }), INPUT).length, 0);
  assert.deepEqual(toReview(reportOf({ articles: [bridge({ confidence: 0.4 })] }), INPUT).map(({ kind, words }) => [kind, words.hit]), [["article", "修桥"]]);
});

test("strays are listed, furniture is not", () => {
  const block = (/** @type {string} */ words, /** @type {"stray" | "furniture"} */ role) => ({ ...text(INPUT, words), role, reason: "" });
  const report = reportOf({ articles: [bridge({})], unplaced: [block("一段没有主人的话", "stray"), block("第3版", "furniture")] });
  assert.deepEqual(toReview(report, INPUT).map(({ kind, article: id, words }) => [kind, id, words.hit]), [["stray", null, "一段没有主人的话"]]);
});

test("a name is listed when only the model speaks for it, once, without an office", () => {
  const listed = (/** @type {Partial<Entity>} */ parts) => toReview(reportOf({ articles: [bridge({})], entities: [person(parts)] }), INPUT).length;
  assert.equal(listed({}), 1);
  assert.equal(listed({ roles: [{ title: "镇长", organization: null, count: 1 }] }), 0);
  assert.equal(listed({ kind: "date" }), 0);
  assert.equal(listed({ mentions: person({}).mentions.map((mention) => ({ ...mention, by: /** @type {const} */ ("lexicon") })) }), 0);
});

test("the list follows the text, and a key stays with its place", () => {
  const report = reportOf({ articles: [bridge({ repairs: [repair("gap", 1)], confidence: 0.2 })], entities: [person({})] });
  assert.deepEqual(toReview(report, INPUT).map(({ key }) => key), ["article:0:2", `gap:${line}:${line + 1}`, `name:${spanOf(INPUT, "柳成荫").start}:${spanOf(INPUT, "柳成荫").end}`]);
});
