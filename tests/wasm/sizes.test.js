/** What the module and its models may weigh: every reader downloads them. */
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

/** Bytes. */
const MODULE = 1_560_000;
const MODELS = { "words.bin": 350_000, "tags.model": 580_000, "lines.model": 415_000, "background.bin": 75_000 };

/** @param {string} path */
const at = (path) => new URL(`../../${path}`, import.meta.url);

test("the module, packed as a server would pack it", () => {
  const size = brotliCompressSync(readFileSync(at("www/engine/pkg/banmian_bg.wasm"))).length;
  assert.ok(size < MODULE, `${size} bytes`);
});

for (const [name, budget] of Object.entries(MODELS)) {
  test(name, () => {
    const { size } = statSync(at(`src/data/${name}`));
    assert.ok(size <= budget, `${size} bytes`);
  });
}
