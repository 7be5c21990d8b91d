/** The lexicon between its text and a table, and what a change of it does. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { effectOf } from "../../www/workspace/lexicon/effect.js";
import { effectWords } from "../../www/workspace/lexicon/said.js";
import { WORD_KINDS, csvOf, engineWords, formatLexicon, isBad, parseLexicon, united, withWords } from "../../www/workspace/lexicon/table.js";
import { analyze } from "../wasm/module.js";
import { PAGE } from "../web/fixtures/pages.js";

/** The lines that the engine cannot read. @param {string} lexicon */
function badLines(lexicon) {
  try {
    analyze("字", { lexicon });
    return [];
  } catch (error) {
    return /** @type {any} */ (error).lines.map((/** @type {{ line: number }} */ { line }) => line);
  }
}

const bad = (/** @type {string} */ text) => parseLexicon(text).flatMap(({ rows }) => rows.filter(isBad).map(({ line }) => line));

/** The files that the core's own tests of the lexicon read. */
const FILES = [...readFileSync(new URL("../data/lexicon.toml", import.meta.url), "utf8").matchAll(/^text = (".*")$/gm)].map(([, text]) => JSON.parse(text));

test("the table reads what the engine reads, and stumbles where it does", () => {
  assert.ok(FILES.length > 5);
  const odd = ["甲,人名\n\n# 注\n乙", "词语,类别,规范名\n甲,人物\n词语,类别", '"甲"乙,人物', '甲"乙,人物', "甲，人物，乙", "甲\t人物,乙", "甲,PERSON", "甲,人物,,", "甲,人物,乙,,丙", '"甲,人物', ",人物", "甲, ,乙"];
  for (const text of [...FILES, ...odd]) assert.deepEqual(bad(text), badLines(text), JSON.stringify(text));
});

test("whatever the table writes the engine reads", () => {
  const words = ["甲", "甲,乙", '说"好"', "#井", "全，角"];
  const rows = words.flatMap((word) => WORD_KINDS.map((kind) => ({ word, kind, name: kind === "exclude" ? "" : `${word}的,名` })));
  const text = formatLexicon([{ name: "", on: true, rows }]);
  assert.deepEqual(badLines(text), []);
  assert.deepEqual(parseLexicon(text)[0].rows, rows);
  assert.equal(formatLexicon([{ name: "", on: true, rows: [{ word: "制表\t符", kind: "term", name: "" }] }]), "制表 符,术语");
  assert.deepEqual(parseLexicon(csvOf({ name: "", on: true, rows }))[0].rows, rows);
});

test("sections can be off, keep what cannot be read, and the reader's own words win", () => {
  const text = "老石桥,地点\n坏行\n# 主题包：修桥\n桥连两岸,主题\n老石桥,术语\n# 主题包：夜市（停用）\n夜市,主题";
  assert.equal(formatLexicon(parseLexicon(text)), text);
  assert.equal(engineWords(text), "桥连两岸,主题\n老石桥,术语\n老石桥,地点");
  const { entities } = analyze("老石桥昨日通行。", { lexicon: engineWords(text) });
  assert.equal(entities.find(({ name }) => name === "老石桥")?.kind, "place");
});

test("one lexicon takes up what it lacks of another", () => {
  const own = "甲,人物\n# 主题包：修桥\n桥,主题";
  assert.equal(withWords(own, "甲,人物\n乙,人物\n# 主题包：修桥\n路,主题\n# 主题包：新\n新,主题"), "甲,人物\n乙,人物\n# 主题包：修桥\n桥,主题\n路,主题\n# 主题包：新\n新,主题");
  assert.equal(united([], [{ word: "甲", kind: "person", name: "" }]).fresh, 1);
});

test("what a change does to a page is counted", () => {
  const before = analyze(PAGE);
  const after = analyze(PAGE, { lexicon: "联络员,术语\n沈知远,地点\n" });
  const { added, removed, came } = effectOf(/** @type {any} */ (before), /** @type {any} */ (after));
  assert.ok(added >= 1 && removed >= 1);
  assert.ok(came.some(({ name }) => name === "联络员"));
  assert.deepEqual(effectOf(/** @type {any} */ (before), /** @type {any} */ (before)), { added: 0, removed: 0, came: [], went: [] });
});

test("a name that only changes its kind is told with both", () => {
  const before = analyze(PAGE, {});
  const after = analyze(PAGE, { lexicon: "沈知远,机构\n" });
  const words = effectWords(effectOf(/** @type {any} */ (before), /** @type {any} */ (after)), "一版");
  assert.match(words, /新增 沈知远（机构）/);
  assert.match(words, /减少 沈知远（人物）/);
});
