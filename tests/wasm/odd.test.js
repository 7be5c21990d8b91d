/** Texts that look for a loop without end or a cost that grows with the square: every character has its place all the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "./module.js";

/** @type {Record<string, () => string>} */
const TEXTS = {
  "a million empty lines": () => "\n".repeat(1_000_000),
  "a million lines of blanks": () => "\u3000\n".repeat(1_000_000),
  "10 MB on one line": () => "江口镇的早市开了，来了很多人。".repeat(222_000),
  "100,000 headlines": () => Array.from({ length: 100_000 }, (_, at) => `# 第${at}座桥通车\n`).join(""),
  "100,000 brackets, one in the other": () => `${"（".repeat(100_000)}桥${"）".repeat(100_000)}`,
  "every code point, halves of pairs too": () => Array.from({ length: 0x110000 / 64 }, (_, row) => String.fromCodePoint(...Array.from({ length: 64 }, (_, at) => row * 64 + at))).join("\n"),
  "marks of direction between all characters": () => [..."河湾治理见成效，白鹭回到城里来。".repeat(2_000)].join("\u202e\u2066"),
  "a thousand combining marks on each character": () => [..."河湾治理".repeat(20)].map((c) => c + "\u0301\u20dd".repeat(500)).join(""),
  "emoji of many parts": () => "👩‍👩‍👧‍👦🏳️‍🌈👨🏽‍🌾".repeat(5_000),
  "private use": () => "\ue000\uf8ff\u{f0000}\u{10fffd}，".repeat(20_000),
};

const BLANK = /[\p{White_Space}\u200b\ufeff]/u;

for (const [name, make] of Object.entries(TEXTS)) {
  test(name, () => {
    const text = make();
    const { articles, unplaced, source } = /** @type {import("../../src/report.js").Report} */ (analyze(text));
    assert.equal(source.length, text.length);
    const placed = new Uint8Array(text.length);
    for (const { spans } of [...articles, ...unplaced]) for (const { start, end } of spans) for (let at = start; at < end; at += 1) placed[at] += 1;
    const wrong = placed.findIndex((times, at) => times > 1 || (times === 0 && !BLANK.test(text[at])));
    assert.equal(wrong, -1, `U+${text.charCodeAt(wrong).toString(16)} at ${wrong}`);
  });
}
