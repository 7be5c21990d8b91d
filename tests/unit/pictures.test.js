/** The numbers behind the pictures. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { overTime } from "../../www/pictures/over-time.js";
import { csvOf } from "../../www/pictures/take.js";
import { tiesOf } from "../../www/pictures/ties.js";
import { together } from "../../www/pictures/together.js";
import { compare } from "../wasm/module.js";
import { article, reportOf, spanOf, text } from "./reports.js";

/** @import { Entity, Theme } from "../../src/report.js" */

const STORY = "渡口镇的老石桥昨日重新通行，两岸的居民又可以从桥上走到对岸去买菜、上学、赶集，镇上为此开了一个小小的庆祝会，来的人比过年还多，连桥下的船也停了下来。";

/**
 * @param {string} name
 * @param {number} [body] mentions in the first article
 * @returns {Theme}
 */
const theme = (name, body = 1) => ({
  id: name, name, variants: [], origin: "quoted", score: 1, articles: body > 0 ? [{ article: "a1", headline: 0, body }] : [], mentions: [], evidence: [], related: [], entities: [],
});

/** @param {string} date */
const sourceOf = (date) => ({ ...reportOf({ articles: [] }).source, name: `${date}.txt`, masthead: { paper: null, date, page: null, editors: [] } });

/** @param {import("../../www/pictures/over-time.js").DatedPage[]} pages */
const seen = (pages) => overTime(compare(pages.map(({ report }) => report)), pages);

/**
 * @param {string} date
 * @param {string[]} bodies
 * @param {Theme[]} [themes]
 */
function day(date, bodies, themes = []) {
  const articles = bodies.map((body, index) => article(`a${index + 1}`, { title: { text: "题", spans: [] }, body: [text(body, body)] }));
  return { name: `${date}.txt`, date, report: reportOf({ articles, themes, source: sourceOf(date) }) };
}

test("a theme is followed over days that do not name it", async () => {
  const { whens, series } = seen([
    day("2025-05-03", ["两城同心，两城同心。", "两城同心。"]),
    day("2025-05-01", ["两城同心从今天说起。", "别的事。"], [theme("两城同心")]),
    day("2025-05-02", ["别的事。"]),
  ]);
  assert.deepEqual(whens, ["2025-05-01", "2025-05-02", "2025-05-03"]);
  assert.deepEqual(series.map(({ name, first, last, total, trend }) => ({ name, first, last, total, trend })), [
    { name: "两城同心", first: "2025-05-01", last: "2025-05-03", total: 4, trend: "rising" },
  ]);
  assert.equal(series[0].moments[1].page, 0);
});

test("forms of one theme on different days are one", async () => {
  const { series } = seen([
    day("2025-05-01", ["“两城同心”。"], [theme("“两城同心”")]),
    day("2025-05-02", ["两城同心。"], [theme("两城同心")]),
  ]);
  assert.equal(series.length, 1);
  assert.equal(series[0].moments.length, 2);
});

test("a theme of the reader's own that stands nowhere has no line", () => {
  const nowhere = { ...theme("千桥焕新", 0), origin: /** @type {const} */ ("lexicon") };
  const { series } = seen([day("2025-05-01", ["两城同心。"], [theme("两城同心"), nowhere]), day("2025-05-02", ["两城同心。"], [nowhere])]);
  assert.deepEqual(series.map(({ name }) => name), ["两城同心"]);
});

test("an article printed again is found, a little changed as well; another is not", async () => {
  const other = "昨夜一场大雨过后，山里的蘑菇都冒了出来，采蘑菇的人天不亮就上山，到了中午，集市上已经摆满了一筐一筐的鲜菇，价钱比往年便宜一成，买的人却更多了。";
  const { reprints } = seen([
    day("2025-05-01", [STORY, other]),
    day("2025-05-04", [STORY.replace("昨日重新通行", "日前重新通行")]),
    day("2025-05-05", [other.split("").reverse().join("")]),
  ]);
  assert.deepEqual(reprints.map(({ first, again }) => [first.when, first.article.id, again.when]), [["2025-05-01", "a1", "2025-05-04"]]);
});

test("what one paragraph names is tied; who signs an article is not", () => {
  const input = "沈知远到恒岚厂。\n沈知远说，恒岚厂好。\n林见微。";
  const entity = (/** @type {string} */ name, /** @type {Entity["kind"]} */ kind, /** @type {number[]} */ ...starts) => ({
    id: name, kind, name, aliases: [], roles: [], value: null,
    mentions: starts.map((start) => ({ article: "a1", start, end: start + name.length, by: /** @type {const} */ ("model") })),
  });
  const one = article("a1", { title: { text: "", spans: [] }, body: [text(input, "沈知远到恒岚厂。"), text(input, "沈知远说，恒岚厂好。"), text(input, "林见微。")] });
  one.byline = [{ name: "林见微", role: null, organization: null, ...spanOf(input, "林见微") }];
  const report = reportOf({
    articles: [one],
    entities: [entity("沈知远", "person", 0, 9), entity("恒岚厂", "organization", 4, 14), entity("林见微", "person", input.indexOf("林见微"))],
  });
  const { nodes, ties } = tiesOf(report, input);
  assert.deepEqual(nodes.map(({ name }) => name).sort(), ["恒岚厂", "沈知远"]);
  assert.deepEqual(ties.map(({ count, place }) => [count, place.start]), [[2, 0]]);
});

test("CSV keeps commas, quotes and what looks like a formula", () => {
  const rows = [{ cells: ["a,b", '说"好"', "=1+1", 3], place: null }];
  assert.equal(csvOf({ columns: ["甲", "乙", "丙", "丁"], rows }), '\ufeff甲,乙,丙,丁\r\n"a,b","说""好""",\'=1+1,3\r\n');
});

test("the list of pages is the same as long as their reports are", () => {
  const listed = together();
  const { report } = day("2025-05-01", []);
  const first = listed([{ id: 1, name: "甲", report }, { id: 2, name: "乙", report: null }]);
  assert.equal(first.length, 1);
  assert.equal(listed([{ id: 1, name: "甲", report }]), first);
  assert.notEqual(listed([{ id: 1, name: "甲", report: reportOf({ articles: [] }) }]), first);
});
