/**
 * A guard against costs that grow with the square, and no timing: the instructions that texts made to be dear take, each at one
 * length and at four times that, counted by valgrind. `node tests/bench/hostile.js`, a part of `npm test`.
 *
 * All texts go through one process, so that what the start costs is paid once; valgrind writes down what it has counted each time
 * that the reading of a text begins.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, Trouble, isMain, output, run, script } from "../../scripts/run.js";

/** UTF-16 units of the short texts; the long ones have four times as many. */
const SHORT = 2_000;
const TIMES = 4;
/** How many times the instructions of the short one the long one may take. */
const MOST = 5;

/** What a text is made of, by what it is to make dear. @type {Record<string, (at: number) => string>} */
const TEXTS = {
  "empty lines": () => "\n",
  "one line": () => "江口镇的早市开了，来了很多人。",
  "one line without a mark": () => "江口镇的早市开了来了很多人",
  "headlines": (at) => `# 第${1_000 + at}座桥通车\n`,
  "brackets, one in the other": () => "（",
  "quotation marks that do not close": () => "“河湾",
  "lines that go on in no other": (at) => `来，写下了第${1_000 + at}座桥的\n\n`,
  "names in a list": (at) => `贺文${String.fromCodePoint(0x4e00 + at)}、`,
  "people with offices": (at) => `临江县水务局局长贺文${String.fromCodePoint(0x4e00 + at)}说，`,
  "bodies": (at) => `第${1_000 + at}远帆重工集团有限公司、`,
  "places": (at) => `${String.fromCodePoint(0x5000 + at)}江县${String.fromCodePoint(0x5000 + at)}山镇、`,
  "days": (at) => `11月${1 + (at % 28)}日、`,
  "works": (at) => `《${String.fromCodePoint(0x5000 + at)}桥》、`,
  "torn ends and what begins in the middle": (at) => `# 第${1_000 + at}座桥\n\n渡口镇讯 两岸的人都来看，写下了新的\n\n来，第${1_000 + at}座桥通了。\n\n`,
  "pages, one after the other": (at) => `青陵日报　2025年4月16日　第${1 + at}版\n\n# 第${1_000 + at}座桥通车\n\n渡口镇讯 桥通了。\n\n`,
  "slogans": (at) => `“${String.fromCodePoint(0x5000 + at)}业立市、文旅兴城”`,
  "marks of direction": () => "河\u202e\u2066",
  "combining marks": () => "河\u0301\u20dd\u0301\u20dd",
  "emoji of many parts": () => "👩‍👩‍👧‍👦🏳️‍🌈",
};

/** Read before them, so that no text pays for tables that are made at first use. */
const FIRST = "# 渡口镇修好老石桥\n\n渡口镇讯（记者 陆小满）11月6日，“河湾治理”中老石桥通行，渡口镇镇长贺文涛来看。\n";

/** @param {(at: number) => string} piece @param {number} length */
function made(piece, length) {
  let text = "";
  for (let at = 0; text.length < length; at += 1) text += piece(at);
  return text;
}

/** Counts, and refuses what grows faster. Says so and does nothing where valgrind is missing. */
export function countGrowth() {
  if (!output("valgrind", ["--version"])) {
    console.log("Left out: it needs valgrind.");
    return;
  }
  run("cargo", ["build", "--release", "--bin", "banmian"]);
  const pieces = Object.entries(TEXTS);
  const [, ...counts] = instructions([FIRST, ...pieces.flatMap(([, piece]) => [made(piece, SHORT), made(piece, SHORT * TIMES)])]);
  const steep = pieces.filter(([name], index) => {
    const [short, long] = counts.slice(2 * index, 2 * index + 2);
    console.log(`${name}: ${millions(short)}, ${millions(long)} million instructions, ${(long / short).toFixed(2)} times`);
    return long > MOST * short;
  });
  if (steep.length > 0) throw new Trouble(`${TIMES} times the length takes more than ${MOST} times the instructions: ${steep.map(([name]) => name).join(", ")}.`);
}

/** @param {number} count */
const millions = (count) => (count / 1e6).toFixed(1);

/** Instructions for each of some texts. @param {string[]} texts */
function instructions(texts) {
  const folder = mkdtempSync(join(tmpdir(), "banmian-"));
  try {
    const counted = join(folder, "counted");
    const input = texts.map((text, id) => `${JSON.stringify({ id: `${id}`, text })}\n`).join("");
    const command = [join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "release/banmian"), "batch", "--threads", "1"];
    const { status, stderr } = spawnSync("valgrind", ["--tool=callgrind", "--dump-before=banmian::page::read", `--callgrind-out-file=${counted}`, ...command], { input, encoding: "utf8", stdio: ["pipe", "ignore", "pipe"] });
    const parts = readdirSync(folder).filter((name) => name.startsWith("counted")).map((name) => readFileSync(join(folder, name), "utf8"));
    const field = (/** @type {string} */ part, /** @type {string} */ name) => Number(new RegExp(`^${name}: (\\d+)$`, "m").exec(part)?.[1]);
    // The first part is the start, before any text.
    const [, ...counts] = parts.sort((a, b) => field(a, "part") - field(b, "part")).map((part) => field(part, "totals"));
    if (status !== 0 || counts.length !== texts.length || !counts.every((count) => count > 0)) throw new Trouble(`valgrind counted ${counts.length} texts of ${texts.length}:\n${stderr}`);
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) await script(countGrowth);
