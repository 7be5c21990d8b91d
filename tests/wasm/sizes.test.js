/** What the module and its models may weigh: every reader downloads them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

/** Bytes, packed as a server would pack them. */
const MODULE = 1_560_000;
const MODELS = { "words.bin": 305_000, "tags.model": 296_000, "clusters.bin": 68_000, "lines.model": 89_000, "background.bin": 66_000 };

/** @param {string} path */
const at = (path) => new URL(`../../${path}`, import.meta.url);

/** @param {string} path */
const packed = (path) => brotliCompressSync(readFileSync(at(path))).length;

test("the module", () => {
  const size = packed("www/engine/pkg/banmian_bg.wasm");
  assert.ok(size < MODULE, `${size} bytes`);
});

for (const [name, budget] of Object.entries(MODELS)) {
  test(name, () => {
    const size = packed(`src/data/${name}`);
    assert.ok(size <= budget, `${size} bytes`);
  });
}
