/** The two sides of a comparison: lines, segments, who owns what, and where both run in step. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { anchorsOf } from "../../www/elements/compare/anchors.js";
import { chunked, linesOf, ownersOf, segmentsOf } from "../../www/elements/compare/segments.js";
import { article, reportOf, text } from "./reports.js";

const INPUT = "第1版\r\n渡口镇修桥\r\n末段移到这里。\r\n首段。\r\n责编：甲";
const moved = article("a1", { title: text(INPUT, "渡口镇修桥"), body: [text(INPUT, "首段。"), text(INPUT, "末段移到这里。")] });
const loose = (/** @type {string} */ words) => ({ ...text(INPUT, words), role: /** @type {const} */ ("furniture"), reason: "" });
const report = reportOf({ articles: [moved], unplaced: [loose("第1版"), loose("责编：甲")] });

test("lines have their numbers and none of the line ends", () => {
  const lines = linesOf(INPUT);
  assert.deepEqual(lines.map(({ start, end }) => INPUT.slice(start, end)), INPUT.split("\r\n"));
  assert.deepEqual(lines.map(({ number }) => number), [1, 2, 3, 4, 5]);
});

test("a line too long to be set at once is cut, and only its first part has a number", () => {
  const lines = linesOf("长".repeat(7000));
  assert.deepEqual(lines.map(({ number }) => number), [1, null, null]);
  assert.equal(lines.reduce((sum, { start, end }) => sum + end - start, 0), 7000);
});

test("segments follow the repaired text, with what has no article where it stood", () => {
  assert.deepEqual(segmentsOf(report).map((segment) => segment.text.text), ["第1版", "渡口镇修桥", "首段。", "责编：甲", "末段移到这里。"]);
});

test("every character of the repaired texts is owned once, also of long ones", () => {
  const long = "甲".repeat(4000) + "乙".repeat(4000);
  const input = `题\n${long}`;
  const one = reportOf({ articles: [article("a1", { title: text(input, "题"), body: [text(input, long)] })] });
  const segments = segmentsOf(one);
  assert.equal(segments.length, 4);
  const owners = ownersOf(segments, input);
  assert.equal(owners.map(({ start, end }) => input.slice(start, end)).join(""), `题${long}`);
  for (const { start, end, segment } of owners) assert.equal(input.slice(start, end), segment.text.text.slice(segment.from, segment.to));
});

test("both sides run in step by what was not moved", () => {
  const texts = anchorsOf(segmentsOf(report)).map((segment) => segment.text.text);
  assert.deepEqual(texts, ["第1版", "渡口镇修桥", "首段。", "责编：甲"]);
});

test("rows are put together, in their order, without one too many", () => {
  const chunks = chunked(Array.from({ length: 70 }, () => 10), (length) => length);
  assert.deepEqual(chunks.map(({ first, rows }) => [first, rows.length]), [[0, 30], [30, 30], [60, 10]]);
});
