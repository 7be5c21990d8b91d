/** A long text in pieces: the command and the engine cut and read it alike, progress is told, and it can be stopped. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Readable } from "node:stream";
import { Engine as Any } from "../../www/engine/engine.js";
import { EngineError } from "../../www/engine/error.js";
import { perform } from "../../www/engine/perform.js";
import { pieces } from "../../www/engine/pieces.js";
import { Reading, compare, cuts } from "../../www/engine/pkg/banmian.js";
import { analyze, banmian } from "./module.js";

/** @import { PiecesOptions, Source } from "../../www/engine/pieces.js" */

/** Hands that work at once, on this thread. */
const core = Promise.resolve({ Reading, compare, cuts });
let hired = 0;
class Engine extends Any {
  constructor() {
    super({
      worker({ answer }) {
        hired++;
        let ended = false;
        const say = (/** @type {any} */ message) => ended || answer(message);
        return { post: (task) => void setTimeout(() => ended || perform(core, task, say)), rest() {}, end: () => void (ended = true) };
      },
      here: () => Promise.reject(new Error("there are workers")),
    });
  }
}

/** @param {Source} source @param {PiecesOptions} [options] */
const read = (source, options) => pieces(new Engine(), Engine, source, options);

const BODY = "渡口镇修好老石桥\n渡口镇讯（记者 陆小满）老石桥昨日通行，“河湾治理”又添一景，𠮷家巷的老人头一个走过桥去。\n";
const paper = (/** @type {number} */ pages) => Array.from({ length: pages }, (_, i) => `青陵日报　2025年4月${(i >> 2) % 28 + 1}日　第${(i % 4) + 1}版\n${BODY.repeat(1 + (i % 3))}`).join("");

/** @param {AsyncIterable<import("../../www/engine/pieces.js").Piece>} found */
async function all(found) {
  const list = [];
  for await (const piece of found) list.push(piece);
  return list;
}

test("the command and the engine give the same pieces with the same reports", async () => {
  const text = paper(300);
  const native = banmian(["analyze", "--pieces"], text);
  const found = await all(read(text));
  assert.equal(found.length, 300);
  assert.equal(found.map((piece) => piece.text).join(""), text);
  assert.deepEqual(found.map(({ start, end, report }) => ({ name: null, start, end, report })), native);
  for (const { text, report } of found.slice(0, 9)) assert.deepEqual(report, analyze(text));
});

test("where the text is torn does not matter, nor whether it comes as bytes, nor how many workers there are", async () => {
  const text = paper(40);
  const expected = await all(read(text));
  const bytes = new TextEncoder().encode(text);
  const torn = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) => bytes.slice(i * 7, i * 7 + 7));
  const units = [...Array(text.length).keys()].map((i) => text[i]);
  for (const source of [new Blob([bytes]), new Blob([bytes]).stream(), Readable.from(torn), units, torn]) {
    assert.deepEqual(await all(read(source)), expected);
  }
  const before = hired;
  assert.deepEqual(await all(read(text, { workers: 3 })), expected);
  assert.equal(hired - before, 3);
});

test("an endless text is read as far as it is wanted, with few pieces in hand", async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given++;
      yield paper(400);
    }
  }
  let seen = 0;
  for await (const { report } of read(endless())) {
    assert.equal(report.version, 1);
    if (++seen === 50) break;
  }
  const rested = given;
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(given <= 20 && given === rested, String(given));
});

test("progress rises to the whole", async () => {
  /** @type {{ read: number, total: number | null }[]} */
  const told = [];
  const text = paper(12);
  await all(read(text, { onProgress: (done) => told.push(done) }));
  assert.equal(told.length, 12);
  assert.ok(told.every(({ read, total }, i) => total === text.length && read > (told[i - 1]?.read ?? 0)));
  assert.equal(told.at(-1)?.read, text.length);
});

test("it is stopped by its signal, also where the source is silent", async () => {
  const code = (/** @type {unknown} */ error) => error instanceof EngineError && error.code === "aborted";
  const stop = new AbortController();
  const seen = [];
  await assert.rejects(async () => {
    for await (const piece of read(paper(50), { signal: stop.signal })) {
      seen.push(piece);
      if (seen.length === 3) stop.abort();
    }
  }, code);
  assert.equal(seen.length, 3);
  await assert.rejects(all(read("文", { signal: AbortSignal.abort() })), code);
  const silent = new ReadableStream({ pull: () => new Promise(() => {}) });
  const later = new AbortController();
  setTimeout(() => later.abort(), 30);
  await assert.rejects(all(read(silent, { signal: later.signal })), code);
});

test("what is no text is an input error, nothing gives nothing, and a source that fails fails", async () => {
  for (const source of [7, null, [3]]) {
    await assert.rejects(all(read(/** @type {any} */ (source))), { code: "input" });
  }
  assert.deepEqual(await all(read("")), []);
  async function* broken() {
    yield "文";
    throw new Error("the disk is gone");
  }
  await assert.rejects(all(read(broken())), /the disk is gone/);
  await assert.rejects(all(read("文", { lexicon: "一,没有这一类" })), { code: "lexicon" });
});
