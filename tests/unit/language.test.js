/** What the page says is said in every language, with every value, and nothing else stands in the tables. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { hant, texts } from "../../scripts/language.js";
import { TABLE as english } from "../../www/language/en.js";
import { TABLE as traditional } from "../../www/language/hant.js";
import { longDate } from "../../www/elements/kinds.js";
import { dateInWords } from "../../www/formats/source.js";
import { sayReported } from "../../www/language/report.js";
import { language, nearest, say, useLanguage } from "../../www/language/say.js";

after(() => useLanguage("zh-Hans"));

const tables = Object.entries({ english, traditional });
const inPlaces = texts();

/** The values that a text has places for. @param {string} text */
const places = (text) => [...text.matchAll(/\{(\d+)\}/g)].map(([, number]) => number).sort();

for (const [name, table] of tables) {
  test(`${name} has the texts of the code, all of them and no other`, () => {
    assert.deepEqual(inPlaces.filter((text) => !(text in table)), [], "missing");
    assert.deepEqual(Object.keys(table).filter((text) => !inPlaces.includes(text)), [], "not in the code");
  });

  test(`${name} says every value`, () => {
    for (const [text, said] of Object.entries(table)) {
      const values = places(text).map((number) => `{${number}}`);
      const words = typeof said === "function" ? said(...values) : said;
      assert.deepEqual(places(words), places(text), text);
      assert.notEqual(words.trim(), "", text);
    }
  });
}

test("traditional Chinese is what the script writes", () => {
  assert.equal(readFileSync(new URL("../../www/language/hant.js", import.meta.url), "utf8"), hant());
});

test("English has no Chinese in it", () => {
  const han = Object.values(english).map((said) => (typeof said === "function" ? said("1", "1", "1", "1", "1", "1") : said)).filter((said) => /\p{Script=Han}/u.test(said.replace("(版面)", "")));
  assert.deepEqual(han, []);
});

test("one is told from many", async () => {
  await useLanguage("en");
  assert.equal(say`${1} 篇稿件`, "1 article");
  assert.equal(say`${"1,204"} 篇稿件`, "1,204 articles");
  assert.equal(say`${1} 位人物`, "1 person");
});

test("days are said as each language writes them, what is no day as it is", async () => {
  const dates = () => [longDate("2025-11-07"), dateInWords("2025-11-07"), dateInWords("2025-11"), longDate("2025-13-01"), longDate("农历初八"), dateInWords("2025")];
  await useLanguage("zh-Hans");
  assert.deepEqual(dates(), ["2025年11月7日星期五", "2025年11月7日", "2025年11月", "2025-13-01", "农历初八", "2025"]);
  await useLanguage("en");
  assert.deepEqual(dates(), ["Friday, November 7, 2025", "November 7, 2025", "November 2025", "2025-13-01", "农历初八", "2025"]);
});

test("a reason of the analysis is said in parts, words of the page stay as they are", async () => {
  await useLanguage("en");
  assert.equal(sayReported("前段止于逗号或顿号，与后段合为一段"), "the paragraph before stops at a comma, joined with the next paragraph");
  assert.equal(sayReported("“桥上，灯”与上段末尾重复，可能是分栏扫描重叠"), "\"桥上，灯\" repeats the end of the paragraph before, perhaps an overlap of scanned columns");
  assert.equal(sayReported("按固定行宽折断的 12 行合为一段"), "12 lines of fixed width put together");
  assert.equal(sayReported("政务"), "Government");
  assert.equal(sayReported("未名之事"), "未名之事");
});

test("of two languages asked for in short order the later holds", async () => {
  await Promise.all([useLanguage("en"), useLanguage("zh-Hant"), useLanguage("zh-Hans")]);
  assert.equal(language(), "zh-Hans");
  assert.equal(say`${3} 篇稿件`, "3 篇稿件");
});

test("the nearest language to a tag", () => {
  const near = { "zh-TW": "zh-Hant", "zh-Hant": "zh-Hant", "zh-HK": "zh-Hant", "zh-Hans-HK": "zh-Hans", zh: "zh-Hans", "zh-CN": "zh-Hans", "": "zh-Hans", "en-GB": "en", fr: "en" };
  for (const [tag, expected] of Object.entries(near)) assert.equal(nearest(tag), expected, tag);
});
