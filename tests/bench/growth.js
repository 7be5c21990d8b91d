/**
 * What a megabyte costs from 10 kB to 100 MB, and what archives cost: `npm run growth`, or a part of it, `npm run growth -- sizes` or `-- archives`.
 * Writes the tables of docs/scale.md between their markers.
 *
 * Costs are seconds of work, on all cores together, not seconds by the clock: what else runs on the machine makes these
 * longer and those hardly. The work of Spark's many processes cannot be had, so of Spark it is the clock.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildWasm } from "../../scripts/build.js";
import { ROOT, Trouble, run, script } from "../../scripts/run.js";
import { sparkPython } from "../../scripts/setup.js";
import { files, ndjson } from "./archive.js";
import { fetchNews } from "./peers.js";

const REPORT = join(ROOT, "docs/scale.md");
const COMMAND = join(ROOT, "target/release/banmian");
const HERE = join(ROOT, "tests/bench");

/** Bytes of a text, and how many bytes of such texts are read one after another. */
const SIZES = [
  [1e4, 5e6],
  [1e5, 5e6],
  [1e6, 5e6],
  [1e7, 1e7],
  [1e8, 1e8],
];
/** Pages that `batch` reads; Spark reads a quarter and all, so that the difference is free of what starting costs. */
const PAGES = 800;
const YEAR = 20_000;
const CENTURY = 2_000_000;

/** @typedef {{ clock: number, work: number, peak: number }} Cost */

/**
 * @param {string[]} command @param {string} [input] a file @param {Record<string, string>} [env]
 * @returns {Cost}
 */
function cost(command, input = "/dev/null", env = {}) {
  const printed = execFileSync("python3", [join(HERE, "cost.py"), input, ...command], { encoding: "utf8", env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(printed);
}

/** Seconds of a megabyte, in the command and in the module, for each size. */
function growth() {
  return SIZES.map(([size, total]) => {
    const { written, bytes } = files(size, total);
    console.log(`${size} bytes, ${written.length} times`);
    const native = cost([COMMAND, "analyze", "--pieces", ...written]);
    const node = JSON.parse(execFileSync(process.execPath, [join(HERE, "pieces-in-node.js")], { encoding: "utf8", input: JSON.stringify(written) }));
    const megabytes = bytes / 1e6;
    return { size, native: native.work / megabytes, peak: native.peak * 1024, node: node.work / megabytes, memory: node.memory };
  });
}

/** Pages a second of one core's work. @param {string} file */
function batch(file) {
  return [1, 2].map((threads) => ({ threads, ...cost([COMMAND, "batch", "--threads", `${threads}`], file) }));
}

/** @param {string} python @param {string} file @param {number} cores */
function spark(python, file, cores) {
  const [some, all] = [PAGES / 4, PAGES].map((limit) =>
    cost([python, join(HERE, "pages_on_spark.py"), file, COMMAND, `${cores}`, `${limit}`], undefined, {
      PYTHONPATH: join(ROOT, "integrations/spark/src"),
      PYSPARK_PYTHON: python,
    }),
  );
  return { cores, pages: PAGES - PAGES / 4, clock: all.clock - some.clock };
}

/** @param {number} bytes */
const named = (bytes) => (bytes < 1e6 ? `${bytes / 1e3} kB` : `${bytes / 1e6} MB`);
/** @param {number} bytes */
const mib = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
/** @param {number} seconds */
const lasting = (seconds) => (seconds < 90 ? `${seconds.toFixed(0)} s` : seconds < 5400 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(1)} h`);
/** @param {number[]} values */
const spread = (values) => `${(Math.max(...values) / Math.min(...values)).toFixed(2)}×`;

/** @param {ReturnType<typeof growth>} rows */
function growthTable(rows) {
  return [
    "| size of a text | command, work for a MB | its peak of memory | module in Node, work for a MB | the module's memory |",
    "|---|---|---|---|---|",
    ...rows.map(({ size, native, peak, node, memory }) => `| ${named(size)} | ${native.toFixed(2)} s | ${mib(peak)} | ${node.toFixed(2)} s | ${mib(memory)} |`),
    `| dearest to cheapest | ${spread(rows.map(({ native }) => native))} | | ${spread(rows.map(({ node }) => node))} | |`,
  ];
}

/** @param {ReturnType<typeof batch>} batches @param {ReturnType<typeof spark>[]} sparks */
function speedTable(batches, sparks) {
  const pace = (/** @type {number} */ pages, /** @type {number} */ seconds) => (pages / seconds).toFixed(0);
  return [
    "| way | pages a second of a core's work | pages a second by the clock |",
    "|---|---|---|",
    ...batches.map(({ threads, work, clock }) => `| \`batch --threads ${threads}\` | ${pace(PAGES, work)} | ${pace(PAGES, clock)} |`),
    ...sparks.map(({ cores, pages, clock }) => `| Spark, \`local[${cores}]\` | | ${pace(pages, clock)} |`),
  ];
}

/** @param {number} work seconds of one core for a page */
function archiveTable(work) {
  const cores = [1, 2, 8, 64, 256];
  const row = (/** @type {string} */ name, /** @type {number} */ pages) =>
    `| ${name}: ${pages.toLocaleString("en")} × ${(work * 1e3).toFixed(1)} ms = ${lasting(pages * work)} | ${cores.map((count) => lasting((pages * work) / count)).join(" | ")} |`;
  return [
    `| one core ÷ cores | ${cores.map((count) => (count === 1 ? "1 core" : `${count} cores`)).join(" | ")} |`,
    `|---|${"---|".repeat(cores.length)}`,
    row("a year of a newspaper", YEAR),
    row("a century of a national archive", CENTURY),
  ];
}

/** Puts tables between their markers. @param {"sizes" | "archives"} part @param {string[]} lines */
function write(part, lines) {
  const [begin, end] = [`<!-- ${part}: written by npm run growth -->`, `<!-- /${part} -->`];
  const old = readFileSync(REPORT, "utf8");
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Trouble(`docs/scale.md has no markers of ${part}.`);
  console.log(lines.join("\n"));
  writeFileSync(REPORT, `${old.slice(0, from + begin.length)}\n${lines.join("\n")}\n${old.slice(to)}`);
}

/** Both ways of many pages, and what archives cost by Spark. @param {string} python */
function archives(python) {
  const file = ndjson(PAGES);
  const batches = batch(file);
  const sparks = [1, 2].map((cores) => spark(python, file, cores));
  const [{ pages, clock }] = sparks;
  return [...speedTable(batches, sparks), "", "An archive, by the clock of Spark on one core:", "", ...archiveTable(clock / pages)];
}

await script(() => {
  const part = process.argv[2];
  const python = sparkPython();
  if (!python) throw new Trouble("Growth is measured on Spark too, which needs Java 17 and Python 3 with venv.");
  fetchNews();
  buildWasm();
  run("cargo", ["build", "--release"]);
  if (part !== "sizes") write("archives", archives(python));
  if (part !== "archives") write("sizes", growthTable(growth()));
});
