/**
 * A guard against slowness that is no timing: the instructions that reading one of our own pages takes, counted by
 * valgrind. `node tests/bench/instructions.js`, a part of `npm test`; `--update` writes what is found.
 *
 * Two numbers: what the first page takes with the reading of all tables, and what each page after it takes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT, Trouble, isMain, output, run, script } from "../../scripts/run.js";

/** @typedef {{ first: number, further: number }} Counts millions of instructions */

const PAGE = "www/samples/front-page.txt";
const COMMITTED = join(ROOT, "tests/bench/instructions.json");
/** What compilers, C libraries and the random seeds of hash tables may add, in percent. */
const ROOM = 10;
const FURTHER = 4;

/** Counts, and refuses what exceeds the committed numbers. Says so and does nothing where valgrind is missing. @param {{ update?: boolean }} [how] */
export function countInstructions({ update = false } = {}) {
  if (!output("valgrind", ["--version"])) {
    console.log("Left out: it needs valgrind.");
    return;
  }
  run("cargo", ["build", "--release", "--bin", "banmian"]);
  const first = instructions(1);
  const found = { first, further: Math.round((instructions(1 + FURTHER) - first) / FURTHER) };
  if (update) writeFileSync(COMMITTED, `${JSON.stringify(found, null, 2)}\n`);
  const committed = /** @type {Counts} */ (JSON.parse(readFileSync(COMMITTED, "utf8")));
  for (const name of /** @type {(keyof Counts)[]} */ (["first", "further"])) {
    const most = Math.round(committed[name] * (1 + ROOM / 100));
    console.log(`${name} page: ${found[name]} million instructions of ${most}`);
    if (found[name] > most) throw new Trouble(`The ${name} page takes ${found[name]} million instructions; ${committed[name]} are committed in tests/bench/instructions.json.`);
  }
}

/** Millions of instructions for so many readings of the page. @param {number} times */
function instructions(times) {
  const pages = Array.from({ length: times }, () => PAGE);
  const command = [join(ROOT, "target/release/banmian"), "analyze", "--format", "ndjson", ...pages];
  const { stderr } = spawnSync("valgrind", ["--tool=callgrind", "--callgrind-out-file=/dev/null", ...command], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const counted = /Collected : (\d+)/.exec(stderr)?.[1];
  if (!counted) throw new Trouble(`valgrind counted nothing:\n${stderr}`);
  return Math.round(Number(counted) / 1e6);
}

if (isMain(import.meta.url)) await script(() => countInstructions({ update: process.argv.includes("--update") }));
