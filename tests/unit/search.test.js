/** Search over a report, and hits in their context. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hitsOf, inContext, inputRange, litBy } from "../../www/elements/hits.js";
import { foldBy, search } from "../../www/elements/search.js";
import { article, reportOf, spanOf, text } from "./reports.js";

const fold = foldBy(readFileSync(new URL("../../src/data/traditional.txt", import.meta.url), "utf8"));

const INPUT = "渡口镇修桥\n老石桥昨日重新\n通行。\n粮仓落成\n新粮仓能放三千担。ＡＢ\n第3版";
const bridge = article("a1", { title: text(INPUT, "渡口镇修桥"), body: [text(INPUT, "老石桥昨日重新", "通行。")] });
const barn = article("a2", { title: text(INPUT, "粮仓落成"), body: [text(INPUT, "新粮仓能放三千担。ＡＢ")] });
const report = reportOf({ articles: [bridge, barn], unplaced: [{ ...text(INPUT, "第3版"), role: "furniture", reason: "" }] });

/** @param {string} query */
const found = (query) => search(report, query, fold).hits.map((hit) => [hit.article, inContext(hit).hit]);

test("the fold keeps the length and knows traditional, wide and large letters", () => {
  assert.equal(fold("新糧倉ＡＢ　C"), "新粮仓ab c");
  const astral = "𠮷家巷🍜";
  assert.equal(fold(astral), astral);
});

test("a word is found across a restored line end", () => {
  assert.deepEqual(found("重新通行"), [["a1", "重新通行"]]);
  const [hit] = search(report, "重新通行", fold).hits;
  assert.equal(INPUT.slice(inputRange(hit, INPUT).start, inputRange(hit, INPUT).end), "重新\n通行");
});

test("all words must stand in one article", () => {
  assert.deepEqual(found("粮仓 担"), [["a2", "粮仓"], ["a2", "粮仓"], ["a2", "担"]]);
  assert.deepEqual(found("粮仓 石桥"), []);
});

test("what belongs to no article is found too, and blanks find nothing", () => {
  assert.deepEqual(found("第3版"), [[null, "第3版"]]);
  assert.deepEqual(found(" 　"), []);
});

test("mentions come in the order of the page and are lit in their texts", () => {
  const mentions = [{ article: "a2", ...spanOf(INPUT, "三千") }, { article: "a1", ...spanOf(INPUT, "石桥") }, { article: "gone", start: 0, end: 1 }];
  const hits = hitsOf(report, INPUT, mentions);
  assert.deepEqual(hits.map((hit) => inContext(hit).hit), ["石桥", "三千"]);
  assert.deepEqual(litBy(hits).get(bridge.paragraphs[0]), [{ start: 1, end: 3 }]);
});
