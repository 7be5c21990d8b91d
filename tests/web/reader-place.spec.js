/** From places in the input to places in repaired text; no browser is needed. */
import { expect, test } from "@playwright/test";
import { piecesOf, placesOf, seamOf } from "../../www/elements/place.js";
import { outermost, runs } from "../../www/elements/runs.js";

const INPUT = "甲乙丙\n　　丁戊 TV\nCCTV己\n庚辛";
const span = (/** @type {string} */ words) => ({ start: INPUT.indexOf(words), end: INPUT.indexOf(words) + words.length });
const text = (/** @type {string[]} */ words, joined = words.join("")) => ({ text: joined, spans: words.map(span) });

/** An article whose second paragraph lay in two lines, and whose last words come first on the page. */
const first = { role: "body", sentences: [], ...text(["丁戊 TV", "CCTV己"], "丁戊 TV CCTV己") };
const moved = { role: "body", sentences: [], ...text(["庚辛", "甲乙丙"]) };
const article = /** @type {import("../../src/report.js").Article} */ (
  /** @type {unknown} */ ({ kicker: null, title: { text: "", spans: [] }, subtitles: [], paragraphs: [first, moved] })
);

test("a space between pieces is the text's and not the input's", () => {
  expect(piecesOf(first, INPUT).map(({ at }) => at)).toEqual([0, 6]);
});

test("a range is found whole, cut by a line end, and moved", () => {
  const shown = (/** @type {{ start: number, end: number }} */ range) =>
    placesOf(article, INPUT, range).map(({ text: { text: words }, start, end }) => words.slice(start, end));
  expect(shown(span("戊"))).toEqual(["戊"]);
  expect(shown({ start: span("TV").start, end: span("CCTV己").end })).toEqual(["TV CCTV己"]);
  expect(shown(span("甲乙"))).toEqual(["甲乙"]);
  expect(shown({ start: 3, end: 4 })).toEqual([]);
});

test("a seam without characters shows after the words before it", () => {
  const lineEnd = span("CCTV").start - 1;
  expect(seamOf(article, INPUT, { start: lineEnd, end: lineEnd + 1 })).toEqual({ text: first, at: 5 });
  const before = span("丁").start;
  expect(seamOf(article, INPUT, { start: before, end: before })).toEqual({ text: first, at: 0 });
});

test("runs cover the text once, with the marks that lie over each", () => {
  expect(runs(6, [{ start: 1, end: 4, mark: "a" }, { start: 2, end: 6, mark: "b" }], [3])).toEqual([
    { start: 0, end: 1, marks: [] },
    { start: 1, end: 2, marks: ["a"] },
    { start: 2, end: 3, marks: ["a", "b"] },
    { start: 3, end: 4, marks: ["a", "b"] },
    { start: 4, end: 6, marks: ["b"] },
  ]);
});

test("of names inside names the outermost is shown", () => {
  expect(outermost([{ start: 2, end: 4 }, { start: 0, end: 4 }, { start: 4, end: 5 }])).toEqual([{ start: 0, end: 4 }, { start: 4, end: 5 }]);
});
