/** The reading order of pages of a PDF, from places alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageText } from "../../www/formats/readers/pdf-text.js";
import { withoutRadicals } from "../../www/formats/readers/radicals.js";
import { parted } from "../../www/formats/readers/pdf-vertical.js";

/** @import { Piece } from "../../www/formats/readers/pdf-layout.js" */

/**
 * Lines of a column, twelve points of type on eighteen of lead; ¶ is the indent of a paragraph.
 * @param {number} x
 * @param {number} y
 * @param {string[]} texts
 * @returns {Piece[]}
 */
const column = (x, y, texts) =>
  texts.map((line, index) => {
    const text = line.replace("¶", "");
    return { text, x: line === text ? x : x + 24, y: y + 18 * index, width: 12 * text.length, size: 12 };
  });

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {number} [size]
 * @returns {Piece}
 */
const headline = (text, x, y, size = 30) => ({ text, x, y, width: size * text.length, size });

/** @param {Piece[]} pieces */
const linesOf = (pieces) => pageText(pieces).split("\n").filter(Boolean);

test("columns are read one after another, below a headline over both", () => {
  const left = column(0, 60, ["¶左一左一左一左一左一左", "左二左二左二左二左二左二左", "左三左三左三左三左三左三左"]);
  const right = column(190, 60, ["右一右一右一右一右一右一右", "右二右二右二右二右二右二。"]);
  const lines = linesOf([...right, headline("青川今日开港", 80, 30), ...left]);
  assert.equal(lines[0], "# 青川今日开港");
  assert.match(lines[1], /^　　左一.*左二.*左三/);
  assert.match(lines[2], /^右一.*/);
});

test("a short headline in the middle stands above all columns, not in one", () => {
  const columns = [0, 150, 300, 450].flatMap((x, index) => column(x, 60, ["甲乙丙丁"[index].repeat(10), "甲乙丙丁"[index].repeat(10)]));
  assert.deepEqual(linesOf([...columns, headline("开港", 255, 30)]).map((line) => line[0] === "#" ? line : line[0]), ["# 开港", "甲", "甲", "乙", "乙", "丙", "丙", "丁", "丁"]);
});

test("two articles side by side are not read across", () => {
  const left = [headline("左边标题", 0, 30), ...column(0, 60, ["左".repeat(12), "左".repeat(12), "左".repeat(12)])];
  const right = [headline("右边标题", 200, 30), ...column(200, 60, ["右".repeat(12), "右".repeat(12), "右".repeat(12)])];
  assert.equal(linesOf([...left, ...right]).map((line) => line.replace("# ", "")[0]).join(""), "左左左左右右右右");
});

test("a headline's main line is marked, what stands above and below it is not", () => {
  const lines = linesOf([headline("引题在上", 40, 20, 18), headline("主题第一行", 20, 60), headline("主题第二行", 20, 100), headline("副题在下", 40, 130, 18), ...column(0, 160, ["¶正文正文正文正文", "正文正文正文正文正文。"])]);
  assert.deepEqual(lines.slice(0, 3), ["引题在上", "# 主题第一行 主题第二行", "副题在下"]);
});

test("the row of date and page number belongs to no column", () => {
  const row = [{ text: "2025年11月7日", x: 0, y: 10, width: 100, size: 12 }, { text: "第1版", x: 330, y: 10, width: 36, size: 12 }];
  const lines = linesOf([...row, ...column(0, 40, ["左".repeat(12), "左".repeat(12)]), ...column(200, 40, ["右".repeat(12), "右".repeat(12)])]);
  assert.equal(lines[0], "2025年11月7日 第1版");
});

test("vertical lines are read from the right, each character below the one before", () => {
  /** @type {(text: string, x: number, size: number) => Piece[]} */
  const stack = (text, x, size) => [...text].map((character, index) => ({ text: character, x, y: 40 + size * (index + 1), width: size, size }));
  const pieces = [...stack("港口開航", 300, 30), ...stack("第一行第一行第一行", 250, 12), ...stack("第二行。", 230, 12)];
  const { lying, standing } = parted(pieces.map((piece) => ({ ...piece, height: piece.size, vertical: false })));
  assert.deepEqual(lying, []);
  assert.deepEqual(linesOf(standing), ["# 港口開航", "第一行第一行第一行", "第二行。"]);
});

test("pieces made to take time do not", { timeout: 20_000 }, () => {
  for (const step of [0, 30]) assert.notEqual(pageText(Array.from({ length: 5_000 }, (_, index) => headline("字", index * 50, index * step, 10))), "");
});

test("radicals are the characters they look like", () => {
  assert.equal(withoutRadicals("⻘川⽇报⾛访⻓江"), "青川日报走访长江");
});

test("nothing, one piece, pieces on one spot and pieces without a place", () => {
  assert.equal(pageText([]), "");
  assert.equal(pageText([headline("字", 0, 0, 10)]), "字");
  const spot = Array.from({ length: 500 }, () => headline("字", 5, 5, 10));
  assert.equal(pageText(spot).replace(/\s/g, "").length, 500);
  assert.doesNotThrow(() => pageText([headline("字", NaN, Infinity, 10), headline("字", -Infinity, NaN, 10)]));
});
