/** What JavaScript sees of `analyze`: options, progress, errors. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze, words } from "./module.js";

const TEXT = "# 渡口镇修好老石桥\n\n渡口镇讯（记者 陆小满）老石桥昨日通行。\n";

test("gives a plain object", () => {
  const report = analyze(TEXT);
  assert.deepEqual(report, JSON.parse(JSON.stringify(report)));
  assert.equal(report.version, 1);
  assert.equal(report.source.name, null);
  assert.equal(report.source.length, TEXT.length);
});

test("gives the places of words alone", () => {
  const text = "大桥😀通行了\n老石桥";
  const places = [...words(text)];
  const found = [];
  for (let at = 0; at < places.length; at += 2) found.push(text.slice(places[at], places[at + 1]));
  assert.equal(found.join(""), text.replace("\n", ""));
  assert.ok(found.includes("通行") && found.includes("😀"));
  assert.throws(() => words(/** @type {any} */ (1)), TypeError);
});

test("gives the name back", () => {
  assert.equal(analyze(TEXT, { name: "渡口.txt" }).source.name, "渡口.txt");
  assert.equal(analyze(TEXT, { name: null, lexicon: null }).source.name, null);
  assert.equal(analyze(TEXT, null).source.name, null);
});

test("says which pass begins", () => {
  /** @type {string[]} */
  const stages = [];
  analyze(TEXT, {}, (stage) => stages.push(stage));
  assert.deepEqual(stages, ["articles", "tags", "themes", "report"]);
});

test("a callback that throws stops nothing", () => {
  const report = analyze(TEXT, {}, () => {
    throw new Error("no");
  });
  assert.equal(report.version, 1);
});

test("the lexicon wins", () => {
  const { entities } = analyze(TEXT, { lexicon: "老石桥,person\n" });
  const bridge = entities.find(({ name }) => name === "老石桥");
  assert.equal(bridge?.kind, "person");
  assert.ok(bridge.mentions.every(({ by }) => by === "lexicon"));
});

test("a lexicon that cannot be read names every bad line", () => {
  assert.throws(() => analyze(TEXT, { lexicon: "老石桥,place\n甲,没有这一类\n\n乙,也没有\n" }), (/** @type {any} */ error) => {
    assert.ok(error instanceof Error);
    assert.equal(error.name, "LexiconError");
    const { lines } = /** @type {import("../../www/engine/pkg/banmian.js").LexiconError} */ (error);
    assert.deepEqual(lines.map(({ line }) => line), [2, 4]);
    for (const { line, reason } of lines) assert.ok(error.message.includes(`line ${line}: ${reason}`));
    return true;
  });
});

test("what is not a string is a TypeError", () => {
  for (const text of /** @type {any[]} */ ([undefined, null, 1, {}, [], Symbol("字")])) {
    assert.throws(() => analyze(text), TypeError);
  }
  assert.throws(() => analyze(TEXT, /** @type {any} */ ({ name: 1 })), TypeError);
  assert.throws(() => analyze(TEXT, /** @type {any} */ ({ lexicon: {} })), TypeError);
  assert.throws(() => analyze(TEXT, /** @type {any} */ ("name")), { name: "TypeError" });
});

test("a lone surrogate keeps its length and its place", () => {
  const text = "# 渡口镇\ud800修好\udc00老石桥\n\n老石桥昨日通行。\udfff\n";
  const report = analyze(text);
  assert.equal(report.source.length, text.length);
  assert.deepEqual(report, analyze(text.toWellFormed()));
});
