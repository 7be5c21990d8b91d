/** The command and the module give the same report on the same text, byte for byte. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { analyze, banmian } from "./module.js";

const SAMPLES = fileURLToPath(new URL("../../www/samples/", import.meta.url));
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith(".txt"));

/** @type {Record<string, string>} */
const TEXTS = {
  "nothing": "",
  "blanks": " \u3000\t\r\n",
  "one line": "渡口镇修好老石桥",
  "no headline": "渡口镇讯（记者 陆小满）老石桥昨日通行，镇长顾长河到场。\n",
  "line ends of Windows": "# 渡口镇修好老石桥\r\n\r\n渡口镇讯（记者 陆小满）老石桥昨日\r\n通行。\r\n",
  "line ends of old Macs": "# 渡口镇修好老石桥\r渡口镇讯（记者 陆小满）老石桥通行。\r",
  "traditional characters": "# 渡口鎮修好老石橋\n\n渡口鎮訊（記者 陸小滿）老石橋昨日通行。\n",
  "characters of four bytes": "# 𠮷家巷🍜夜市开张\n\n𠮷家巷讯（记者 陆小满）👩‍🌾昨晚来了六百人🎉。\n",
  "NULs": "# 渡口镇\0修好老石桥\n\n\0\0老石桥昨日通行。\0\n",
  "control characters": Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code)).join(""),
  "byte order mark": "\ufeff# 渡口镇修好老石桥\n\n老石桥昨日通行。\n",
  "brackets that never close": "（“《".repeat(3000),
  "heading marks": "#\n##\n### \n#".repeat(500),
};

test("samples are there", () => assert.notEqual(samples.length, 0));

for (const name of samples) {
  test(`the same report on the sample ${name}`, () => {
    const [native] = banmian(["analyze", "--format", "ndjson", SAMPLES + name]);
    same(native, analyze(readFileSync(SAMPLES + name, "utf8"), { name }));
  });
}

test("the same reports on odd texts", async (t) => {
  const input = Object.entries(TEXTS).map(([id, text]) => JSON.stringify({ id, text })).join("\n");
  const answers = new Map(banmian(["batch"], input).map(({ id, report }) => [id, report]));
  for (const [id, text] of Object.entries(TEXTS)) {
    await t.test(id, () => same(answers.get(id), analyze(text)));
  }
});

/**
 * @param {unknown} native
 * @param {unknown} wasm
 */
function same(native, wasm) {
  // Where they differ, a difference by fields is shown; the order of the fields counts too.
  assert.deepEqual(wasm, native);
  assert.equal(JSON.stringify(wasm), JSON.stringify(native));
}
