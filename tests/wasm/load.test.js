/** A thousand pages in a row: the module's memory is what a hundred needed. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { analyze, memory } from "./module.js";

const samples = new URL("../../www/samples/", import.meta.url);
const texts = readdirSync(samples).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(new URL(name, samples), "utf8"));

/** Pages of the samples, no two with the same words. @param {number} from @param {number} to */
function read(from, to) {
  for (let at = from; at < to; at += 1) analyze(texts[at % texts.length].replaceAll("。", `（${at}）。`));
}

test("memory after 100 pages, and after 1,000", () => {
  read(0, 100);
  const before = memory.buffer.byteLength;
  read(100, 1_000);
  console.log(`${before / 65_536} pages of 64 kB after 100 texts, ${memory.buffer.byteLength / 65_536} after 1,000`);
  assert.equal(memory.buffer.byteLength, before);
});
