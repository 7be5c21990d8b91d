/** Corrections: what each operation does, what is lost, and the laws that hold whatever a reader does. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { textsOf } from "../../www/elements/place.js";
import { correct } from "../../www/workspace/corrections/correct.js";
import { BadCorrections, logOf, read, written } from "../../www/workspace/corrections/file.js";
import { EMPTY, added, canRedo, redone, standing, undone } from "../../www/workspace/corrections/log.js";
import { placeAt, rebased, resolve } from "../../www/workspace/corrections/places.js";
import { describe } from "../../www/workspace/galley/describe.js";
import { analyze } from "../wasm/module.js";
import { PAGE } from "../web/fixtures/pages.js";
import { check } from "./laws.js";

/** @import { Report, Text } from "../../src/report.js" */
/** @import { Change } from "../../www/workspace/corrections/operations.js" */

const sample = (/** @type {string} */ name) => readFileSync(new URL(`../../www/samples/${name}.txt`, import.meta.url), "utf8");
const SEVERAL = readFileSync(new URL("../pages/several-pages.txt", import.meta.url), "utf8");

/** @param {string} input */
function bench(input) {
  const report = /** @type {Report} */ (analyze(input));
  return {
    report,
    at: (/** @type {Text} */ text) => placeAt(input, text.spans[0]),
    words: (/** @type {string} */ words) => placeAt(input, { start: input.indexOf(words), end: input.indexOf(words) + words.length }),
    done: (/** @type {Change[]} */ ...changes) => {
      const corrected = correct(report, input, standing(added(EMPTY, changes)));
      check(corrected.report, input);
      return corrected;
    },
  };
}

const titles = (/** @type {Report} */ { articles }) => articles.map(({ title }) => title.text);

test("nothing to correct gives the report itself", () => {
  const { report } = bench(PAGE);
  assert.equal(correct(report, PAGE, []).report, report);
});

test("an article is split, and the parts put together again are as before", () => {
  const { report, at, done } = bench(PAGE);
  const [first] = report.articles;
  const body = first.paragraphs.filter(({ role }) => role === "body");
  const split = done({ kind: "split", at: at(body[1]) });
  assert.deepEqual(split.lost, []);
  assert.equal(split.report.articles.length, 4);
  assert.equal(split.report.articles[1].paragraphs[0].text, body[1].text);
  assert.equal(split.report.articles[2], report.articles[1], "what nothing touched is the same object");
  const again = done({ kind: "split", at: at(body[1]) }, { kind: "merge", first: at(body[0]), second: at(body[1]) });
  assert.deepEqual(again.report.articles[0], { ...first, confidence: 1 });
});

test("articles are merged: the second headline becomes a heading", () => {
  const { report, at, done } = bench(PAGE);
  const [first, second] = report.articles;
  const { report: merged, lost } = done({ kind: "merge", first: at(first.title), second: at(second.title) });
  assert.deepEqual(lost, []);
  assert.deepEqual(titles(merged), [first.title.text, report.articles[2].title.text]);
  assert.ok(merged.articles[0].paragraphs.some(({ role, text }) => role === "heading" && text === second.title.text));
  const theme = merged.themes.find(({ name }) => name === "青商回归");
  assert.ok(theme && theme.mentions.every(({ article }) => article === first.id));
  assert.equal(theme.articles.length, 1);
});

test("an article that begins with a heading has it as its headline: merged and split again it is as before", () => {
  const { report, at, done } = bench(PAGE);
  const [first, second] = report.articles;
  const { report: again, lost } = done({ kind: "merge", first: at(first.title), second: at(second.title) }, { kind: "split", at: at(second.title) });
  assert.deepEqual(lost, []);
  assert.deepEqual(titles(again), titles(report));
  assert.deepEqual(again.articles[1].paragraphs.map(({ text, role }) => [role, text]), second.paragraphs.map(({ text, role }) => [role, text]));
});

test("quotes inside quotes are single ones", () => {
  const place = { start: 0, end: 6, words: "“青商”归来" };
  assert.equal(describe({ id: 1, kind: "split", at: place }), "从“‘青商’归来”起另成一篇");
  assert.equal(describe({ id: 1, kind: "theme-pin", theme: "「甲」乙" }), "主题“『甲』乙”置顶");
});

test("articles change places, and only on their page", () => {
  const { report, at, done } = bench(PAGE);
  const [first, second, third] = report.articles;
  assert.deepEqual(titles(done({ kind: "order", article: at(third.title), before: at(first.title) }).report), [third, first, second].map(({ title }) => title.text));
  assert.deepEqual(titles(done({ kind: "order", article: at(first.title), before: null }).report), [second, third, first].map(({ title }) => title.text));
  const paper = bench(SEVERAL);
  const [one, , other] = paper.report.articles;
  for (const change of /** @type {Change[]} */ ([
    { kind: "order", article: paper.at(one.title), before: paper.at(other.title) },
    { kind: "merge", first: paper.at(one.title), second: paper.at(other.title) },
    { kind: "move", block: paper.at(one.paragraphs[0]), to: { end: paper.at(other.title) } },
  ])) {
    const { report: kept, lost } = paper.done(change);
    assert.deepEqual(lost.map(({ reason }) => reason), ["page"]);
    assert.deepEqual(titles(kept), titles(paper.report));
  }
});

test("a paragraph moves to another article, out of every one and back", () => {
  const { report, at, done } = bench(PAGE);
  const [first, second] = report.articles;
  const block = first.paragraphs[first.paragraphs.length - 1];
  const moved = done({ kind: "move", block: at(block), to: { end: at(second.title) } }).report;
  assert.equal(moved.articles[1].paragraphs.at(-1)?.text, block.text);
  const out = done({ kind: "move", block: at(block), to: "unplaced" }).report;
  assert.ok(out.unplaced.some(({ text, role }) => text === block.text && role === "stray"));
  assert.ok(!out.entities.some(({ name }) => name === "顾南星"), "who is named nowhere else is no entity of the page");
  const back = done({ kind: "move", block: at(block), to: "unplaced" }, { kind: "move", block: at(block), to: { end: at(first.title) } }).report;
  assert.deepEqual(back.articles.map(({ paragraphs }) => paragraphs), report.articles.map(({ paragraphs }) => paragraphs));
  assert.deepEqual(back.entities, report.entities);
});

test("a line gets another role", () => {
  const { report, at, done } = bench(PAGE);
  const [, second] = report.articles;
  const body = second.paragraphs.find(({ role }) => role === "body");
  assert.ok(body);
  const kicker = done({ kind: "role", block: at(body), role: "kicker" }).report.articles[1];
  assert.equal(kicker.kicker?.text, body.text);
  const plain = done({ kind: "role", block: at(second.title), role: "body" }).report.articles[1];
  assert.deepEqual([plain.title.text, plain.paragraphs[0].text], ["", second.title.text]);
  const out = done({ kind: "role", block: at(second.title), role: "furniture" }).report;
  assert.ok(out.unplaced.some(({ text }) => text === `# ${second.title.text}`), "its mark goes with it");
});

test("a repair is undone, and one is made", () => {
  const input = sample("front-page");
  const { report, at, done } = bench(input);
  const [first] = report.articles;
  const repair = first.repairs.find(({ kind }) => kind === "join");
  assert.ok(repair);
  const after = placeAt(input, { start: repair.end, end: repair.end + 4 });
  const cut = done({ kind: "cut", at: after }).report.articles[0];
  assert.equal(cut.paragraphs.length, first.paragraphs.length + 1);
  assert.ok(!cut.repairs.some(({ kind }) => kind === "join"));
  const two = cut.paragraphs.filter(({ spans }) => spans.some(({ start, end }) => end === repair.start || start === repair.end));
  const joined = done({ kind: "cut", at: after }, { kind: "join", first: at(two[0]), second: at(two[1]) }).report.articles[0];
  assert.deepEqual(joined.paragraphs.map(({ text }) => text), first.paragraphs.map(({ text }) => text));
  assert.equal(joined.repairs.find(({ kind }) => kind === "join")?.reason, "校改");
});

test("a moved piece is put back where it lay", () => {
  const input = sample("front-page");
  const { report, done } = bench(input);
  const home = report.articles.find(({ repairs }) => repairs.some(({ kind }) => kind === "move"));
  const repair = home?.repairs.find(({ kind }) => kind === "move");
  assert.ok(home && repair);
  const { report: back, lost } = done({ kind: "put-back", at: placeAt(input, repair) });
  assert.deepEqual(lost, []);
  const index = report.articles.indexOf(home);
  assert.equal(back.articles[index].paragraphs.length, home.paragraphs.length - 2);
  assert.equal(back.articles[index - 1].paragraphs.length, report.articles[index - 1].paragraphs.length + 2);
  assert.ok(!back.articles.some(({ repairs }) => repairs.some(({ kind }) => kind === "move")));
});

test("a name is marked here or everywhere, and the mark taken away", () => {
  const { words, done } = bench(PAGE);
  const at = words("老纺织厂");
  const one = done({ kind: "tag", at, type: "organization", name: "老纺织厂", scope: "here" }).report;
  assert.equal(one.entities.find(({ name }) => name === "老纺织厂")?.mentions.length, 1);
  const all = done({ kind: "tag", at: words("青川日报讯").start ? placeAt(PAGE, { start: PAGE.indexOf("回归"), end: PAGE.indexOf("回归") + 2 }) : at, type: "term", name: "回归行动", scope: "all" }).report;
  const entity = all.entities.find(({ name }) => name === "回归行动");
  assert.equal(entity?.mentions.length, PAGE.split("回归").length - 1);
  assert.deepEqual(entity?.aliases, ["回归"]);
  const person = words("沈知远");
  const gone = done({ kind: "untag", at: person, scope: "all" }).report;
  assert.ok(!gone.entities.some(({ name }) => name === "沈知远"));
  const other = done({ kind: "tag", at: person, type: "place", name: "沈知远", scope: "all" }).report;
  assert.deepEqual(other.entities.filter(({ name }) => name === "沈知远").map(({ kind, mentions }) => [kind, mentions.length]), [["place", 2]]);
});

test("themes are renamed, merged, pinned and hidden by name", () => {
  const input = sample("front-page");
  const { report, done } = bench(input);
  const [a, b, c] = report.themes.map(({ name }) => name);
  const { report: changed, pinned } = done({ kind: "theme-rename", theme: a, to: "两句话" }, { kind: "theme-merge", theme: b, into: "两句话" }, { kind: "theme-pin", theme: c });
  assert.deepEqual(changed.themes.slice(0, 2).map(({ name }) => name), [c, "两句话"]);
  assert.ok(pinned.has(c));
  const [ta, tb] = report.themes;
  assert.equal(changed.themes[1].mentions.length, ta.mentions.length + tb.mentions.length);
  assert.ok(changed.themes.every(({ related }) => related.every(({ theme }) => changed.themes.some(({ id }) => id === theme))));
  const hidden = done({ kind: "theme-hide", theme: a }, { kind: "theme-pin", theme: a });
  assert.ok(!hidden.report.themes.some(({ name }) => name === a));
  assert.deepEqual(hidden.lost.map(({ reason }) => reason), ["missing"]);
});

test("what no longer applies is listed, and never done elsewhere", () => {
  const { report, at, done } = bench(PAGE);
  const place = at(report.articles[1].paragraphs[1]);
  const operations = standing(added(EMPTY, [{ kind: "split", at: place }, { kind: "tag", at: { start: 3, end: 5, words: "林某" }, type: "person", name: "林某", scope: "here" }]));
  const shifted = `江口晚报\n\n${PAGE}`;
  const found = correct(/** @type {Report} */ (analyze(shifted)), shifted, operations);
  assert.deepEqual(found.lost.map(({ operation, reason }) => [operation.kind, reason]), [["tag", "gone"]]);
  const twice = `${PAGE}\n${PAGE}`.replace("青川日报　2025", "　");
  const second = correct(/** @type {Report} */ (analyze(twice)), twice, operations);
  assert.deepEqual(second.lost.map(({ reason }) => reason), ["gone", "gone"]);
  assert.deepEqual(done({ kind: "split", at: at(report.articles[0].title) }).lost.map(({ reason }) => reason), ["done"]);
});

test("an edit of the text moves the places behind it", () => {
  const place = placeAt(PAGE, { start: PAGE.lastIndexOf("林见微"), end: PAGE.lastIndexOf("林见微") + 3 });
  const edited = PAGE.replace("路滑", "天凉路滑");
  const [moved] = /** @type {any[]} */ (rebased([{ kind: "untag", at: place, scope: "here", id: 1 }], PAGE, edited));
  assert.deepEqual(resolve(edited, moved.at), { start: place.start + 2, end: place.end + 2 });
  assert.equal(resolve(edited, place), null, "the words stand in two places, so the old place is gone");
});

test("undo, redo and taking back one from the middle", () => {
  let log = added(added(added(EMPTY, [{ kind: "theme-pin", theme: "甲" }]), [{ kind: "theme-pin", theme: "乙" }]), [{ kind: "theme-pin", theme: "丙" }]);
  const names = () => standing(log).map((operation) => "theme" in operation && operation.theme);
  log = added(log, [{ kind: "withdraw", of: 2 }]);
  assert.deepEqual(names(), ["甲", "丙"]);
  log = undone(log);
  assert.deepEqual(names(), ["甲", "乙", "丙"]);
  log = undone(undone(undone(undone(log))));
  assert.deepEqual(names(), []);
  log = redone(log);
  assert.deepEqual(names(), ["甲"]);
  log = added(log, [{ kind: "theme-pin", theme: "丁" }]);
  assert.deepEqual([names(), canRedo(log)], [["甲", "丁"], false]);
});

test("corrections are written and read, and what is no correction is refused", () => {
  const operations = standing(added(EMPTY, [{ kind: "split", at: { start: 3, end: 9, words: "一二三四五六" } }, { kind: "order", article: { start: 3, end: 4, words: "一" }, before: null }]));
  assert.deepEqual(read(written(operations, "一版")), operations);
  const file = (/** @type {unknown[]} */ ...list) => JSON.stringify({ format: "banmian-corrections", version: 1, operations: list });
  for (const bad of ["", "[]", "null", "{}", '{"format":"banmian-corrections","version":2,"operations":[]}', file().replace("[]", "{}")]) assert.throws(() => read(bad), BadCorrections);
  const at = { start: 1, end: 2, words: "一" };
  for (const one of [
    null, 7, "split", [], {}, { kind: "toString" }, { kind: "__proto__" }, { kind: "split" }, { kind: "split", at: { ...at, start: -1 } },
    { kind: "split", at: { ...at, end: 1 } }, { kind: "split", at: { ...at, end: 1e300 } }, { kind: "split", at: { ...at, words: 5 } },
    { kind: "role", block: at, role: "constructor" }, { kind: "tag", at, type: "person", name: " ", scope: "all" },
    { kind: "tag", at, type: "person", name: "一".repeat(501), scope: "all" }, { kind: "move", block: at, to: {} }, { kind: "withdraw", of: "1" },
  ]) {
    assert.throws(() => read(file({ kind: "theme-pin", theme: "甲" }, one)), { operation: 2 });
  }
  const [made] = read('{"format":"banmian-corrections","version":1,"operations":[{"kind":"theme-pin","theme":"甲","__proto__":{"bad":1},"more":2}]}');
  assert.deepEqual(Object.keys(made), ["kind", "theme", "id"]);
  assert.throws(() => logOf({ operations: [], cursor: 1 }), BadCorrections);
});

/** Numbers that look random and are the same each time. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ sides) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

/**
 * @param {Report} report as corrected so far
 * @param {string} input
 * @param {(sides: number) => number} roll
 * @returns {Change}
 */
function anyChange(report, input, roll) {
  const texts = [...report.articles.flatMap(textsOf), ...report.unplaced].filter(({ spans }) => spans.length > 0);
  const text = () => texts[roll(texts.length)];
  const at = (one = text()) => placeAt(input, one.spans[0]);
  const inside = () => {
    const { start, end } = text().spans[0];
    const from = start + roll(end - start);
    return placeAt(input, { start: from, end: Math.min(end, from + 1 + roll(5)) });
  };
  const roles = /** @type {const} */ (["kicker", "title", "subtitle", "body", "heading", "caption", "note", "credit", "furniture", "stray"]);
  const kinds = /** @type {const} */ (["person", "organization", "place"]);
  const theme = () => report.themes[roll(report.themes.length)]?.name ?? "无";
  const scope = /** @type {const} */ (["here", "all"]);
  /** @type {(() => Change)[]} */
  const ways = [
    () => ({ kind: "split", at: at() }),
    () => ({ kind: "merge", first: at(), second: at() }),
    () => ({ kind: "order", article: at(), before: roll(4) === 0 ? null : at() }),
    () => ({ kind: "move", block: at(), to: roll(4) === 0 ? "unplaced" : roll(2) === 0 ? { before: at() } : { end: at() } }),
    () => ({ kind: "role", block: at(), role: roles[roll(roles.length)] }),
    () => ({ kind: "join", first: at(), second: at() }),
    () => ({ kind: "cut", at: inside() }),
    () => ({ kind: "put-back", at: inside() }),
    () => ({ kind: "tag", at: inside(), type: kinds[roll(3)], name: "某某", scope: scope[roll(2)] }),
    () => ({ kind: "untag", at: inside(), scope: scope[roll(2)] }),
    () => ({ kind: "theme-merge", theme: theme(), into: theme() }),
    () => ({ kind: "theme-rename", theme: theme(), to: `主题${roll(5)}` }),
    () => ({ kind: "theme-hide", theme: theme() }),
    () => ({ kind: "theme-pin", theme: theme() }),
  ];
  return ways[roll(ways.length)]();
}

for (const [name, input] of Object.entries({ "front-page": sample("front-page"), plain: sample("plain"), wrapped: sample("wrapped"), "several pages": SEVERAL, short: PAGE })) {
  test(`whatever is done to ${name}, no character is lost and nothing is invented`, () => {
    const report = /** @type {Report} */ (analyze(input));
    const frozen = JSON.stringify(report);
    let applied = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const roll = dice(seed * 7919);
      let log = EMPTY;
      let now = report;
      for (let step = 0; step < 25; step += 1) {
        log = added(log, [anyChange(now, input, roll)]);
        const corrected = correct(report, input, standing(log));
        check(corrected.report, input);
        now = corrected.report;
        applied = Math.max(applied, standing(log).length - corrected.lost.length);
      }
      assert.deepEqual(correct(report, input, standing(log)).report, now, "the same operations give the same report");
    }
    assert.ok(applied > 8, `at most ${applied} operations applied`);
    assert.equal(JSON.stringify(report), frozen, "the analysis is not changed");
  });
}
