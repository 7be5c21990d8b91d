/** What JavaScript sees of `compare` and of the themes that stand nowhere. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze, banmian, compare } from "./module.js";

const PAGES = [
  "渡口日报\n2025年3月3日 星期一 第01版\n\n# 老石桥换新颜\n\n渡口日报讯（记者 陆小满）渡口镇实施“千桥焕新”工程，老石桥昨日通行，沿河居民不再绕路。\n",
  "渡口日报\n2025年3月4日 星期二 第01版\n\n# 三座古桥开工修缮\n\n渡口日报讯（记者 陆小满）“千桥焕新”工程再添三座古桥，年底前全部完工。\n",
];
const reports = PAGES.map((text, i) => analyze(text, { name: `${i + 1}.txt` }));

test("gives a plain object with the themes over the pages", () => {
  const comparison = compare(reports);
  assert.deepEqual(comparison, JSON.parse(JSON.stringify(comparison)));
  assert.equal(comparison.version, 1);
  const theme = comparison.themes.find(({ name }) => name === "千桥焕新");
  assert.deepEqual(theme?.pages.map(({ page }) => page), [0, 1]);
  assert.equal(theme?.first?.date, "2025-03-03");
});

test("says the same as the command", () => {
  const lines = reports.map((report) => JSON.stringify(report)).join("\n");
  assert.deepEqual(compare(reports), banmian(["compare"], lines)[0]);
});

test("nothing compared is nothing", () => {
  assert.deepEqual(compare([]).pages, []);
});

test("what is no list of reports is a TypeError", () => {
  for (const bad of /** @type {any[]} */ ([undefined, null, "报", 1, {}, [1], [{ version: 1 }], [{ ...reports[0], version: 2 }]])) {
    assert.throws(() => compare(bad), TypeError);
  }
});

test("the lexicon's themes are reported without mentions if asked for", () => {
  const lexicon = "海绵校园,主题\n";
  const themes = (/** @type {boolean} */ allThemes) => analyze(PAGES[0], { lexicon, allThemes }).themes;
  assert.ok(!themes(false).some(({ name }) => name === "海绵校园"));
  const [theme] = themes(true).filter(({ name }) => name === "海绵校园");
  assert.deepEqual([theme.score, theme.mentions], [0, []]);
  assert.throws(() => analyze(PAGES[0], /** @type {any} */ ({ allThemes: "是" })), TypeError);
});
