/** The wasm module as the page loads it, in Node; and the native command, to compare it with. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyze, compare, initSync, words } from "../../www/engine/pkg/banmian.js";

/** The module's own memory, which grows where it must and never shrinks. */
export const { memory } = initSync({ module: readFileSync(new URL("../../www/engine/pkg/banmian_bg.wasm", import.meta.url)) });

export { analyze, compare, words };

const COMMAND = process.env.BANMIAN ?? fileURLToPath(new URL("../../target/debug/banmian", import.meta.url));

/**
 * What the command prints: a JSON value a line.
 * @param {string[]} args
 * @param {string} [input]
 * @returns {any[]}
 */
export function banmian(args, input = "") {
  const printed = execFileSync(COMMAND, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return printed.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}
