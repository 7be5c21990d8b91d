/**
 * The whole analysis beside what a user would pick instead, in one run in Chromium: `npm run bench`. Fetches the peers and
 * a megabyte of news, builds what is missing, and writes the table into docs/performance.md between its markers.
 *
 * Times are only worth comparing within a run: the ratios are what counts.
 */
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium as browserType } from "@playwright/test";
import { buildSite, buildWasm } from "../../scripts/build.js";
import { ROOT, Trouble, output, script } from "../../scripts/run.js";
import { chromium } from "../../scripts/setup.js";
import { memory, painted, ready, throughput } from "./inside.js";
import { FOLDER, JIEBA, fetchPeers, news, ownPages } from "./peers.js";

/** @import { Browser, Page } from "@playwright/test" */

const ROUNDS = 5;
const REPORT = join(ROOT, "docs/performance.md");
const ENGINE = join(ROOT, "www/engine/pkg");
const TYPES = /** @type {Record<string, string>} */ ({ ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html", ".css": "text/css" });

/** The site, and beside it the peer, the bare engine and an empty page. */
function serve() {
  return createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://bench").pathname;
    const place = [["/jieba/", JIEBA], ["/engine/", ENGINE]].find(([prefix]) => path.startsWith(prefix));
    const file = place ? join(place[1], path.slice(place[0].length)) : join(ROOT, "dist", path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = path === "/empty.html" ? "<!doctype html><title>empty</title>" : readFileSync(file);
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/html", "cache-control": "max-age=3600" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** @template {string} Name @param {Record<Name, number[]>} lists */
const medians = (lists) => /** @type {Record<Name, number>} */ (Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, median(/** @type {number[]} */ (list))])));

/**
 * What a fresh page of a fresh window gives.
 * @template T
 * @param {Browser} browser @param {string} address @param {(page: Page) => Promise<T>} work
 */
async function fresh(browser, address, work) {
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${address}/empty.html`);
  const result = await work(page);
  await context.close();
  return result;
}

/** Navigation to the first report of a reader, and again with what the browser has kept. @param {Browser} browser @param {string} address */
async function firstReport(browser, address) {
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
  const page = await context.newPage();
  const times = [];
  const session = await context.newCDPSession(page);
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(`${address}/empty.html`);
    // The page would show what its reader did last; what the browser keeps of its files stays.
    await session.send("Storage.clearDataForOrigin", { origin: address, storageTypes: "local_storage,indexeddb" });
    await page.goto(`${address}/`);
    await page.getByRole("textbox", { name: "版面文字" }).fill("云岭新区首条地铁开工\n本报讯 3月5日，地铁开工建设。");
    await page.getByRole("button", { name: "分析版面" }).click();
    await page.locator("banmian-report").filter({ visible: true }).waitFor();
    times.push(await page.evaluate(() => performance.now()));
  }
  await context.close();
  return times;
}

/** Bytes that a server sends of a file it packs. @param {string} file */
const packed = (file) => brotliCompressSync(readFileSync(file)).length;

/** Milliseconds of each pass without a browser. */
function native() {
  const file = join(FOLDER, "news.txt");
  const said = output("cargo", ["bench", "--quiet", "--bench", "passes", "--", file]);
  if (!said) throw new Trouble("The native benchmark does not run.");
  const row = /^([\w ]+?) +([\d.]+) ms +(?:([\d.]+) %)? +([\d.]+) MB\/s$/gm;
  return [...said.matchAll(row)].map(([, pass, ms, share, speed]) => ({ pass, ms, share, speed }));
}

/** @param {number} value */
const mib = (value) => `${(value / 2 ** 20).toFixed(0)} MiB`;
/** @param {number} value */
const mb = (value) => `${(value / 1e6).toFixed(2)} MB`;
/** @param {number} value */
const ms = (value) => `${value.toFixed(0)} ms`;

/** @param {Browser} browser @param {string} address */
async function measure(browser, address) {
  /** @type {Record<string, Record<string, number>>} */
  const speeds = {};
  for (const [name, texts] of Object.entries({ "1 MB of news": [news()], "own pages": ownPages() })) {
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const times = await fresh(browser, address, (page) => page.evaluate(throughput, { texts, rounds: ROUNDS }));
    speeds[name] = Object.fromEntries(Object.entries(times).map(([tool, list]) => [tool, bytes / 1e3 / median(list)]));
  }
  /** @type {(name: "banmian" | "jieba") => Promise<number>} */
  const readyIn = async (name) => {
    const times = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await fresh(browser, address, (page) => page.evaluate(ready, name)));
    return median(times);
  };
  /** @type {(name: "banmian" | "jieba") => Promise<number>} */
  const memoryOf = (name) => fresh(browser, address, (page) => page.evaluate(memory, { name, text: news(), times: 10 }));
  const visits = [];
  for (let round = 0; round < ROUNDS; round++) visits.push(await firstReport(browser, address));
  const pages = Array.from({ length: 2 * ROUNDS + 1 }, (_, at) => [...news()].slice(at * 3000, at * 3000 + 3000).join(""));
  return {
    speeds,
    ready: { banmian: await readyIn("banmian"), jieba: await readyIn("jieba") },
    memory: { banmian: await memoryOf("banmian"), jieba: await memoryOf("jieba") },
    cold: median(visits.map(([cold]) => cold)),
    cached: median(visits.map(([, cached]) => cached)),
    painted: medians(await fresh(browser, address, (page) => page.evaluate(painted, pages))),
  };
}

/** @param {Awaited<ReturnType<typeof measure>>} found @param {string} version of the browser */
function table(found, version) {
  const { banmian, jieba } = {
    banmian: packed(join(ENGINE, "banmian_bg.wasm")) + packed(join(ENGINE, "banmian.js")),
    jieba: packed(join(JIEBA, "jieba_rs_wasm_bg.wasm")) + packed(join(JIEBA, "jieba_rs_wasm.js")),
  };
  const data = join(ROOT, "src/data");
  const models = readdirSync(data).filter((name) => /\.(bin|model)$/.test(name)).map((name) => statSync(join(data, name)).size);
  /** @param {number} a @param {number} b */
  const times = (a, b) => `${(a / b).toFixed(2)}×`;
  const speed = Object.entries(found.speeds).flatMap(([text, of]) => [
    `| whole analysis, ${text} | ${of.banmian.toFixed(2)} MB/s | ${of.jieba.toFixed(2)} MB/s | ${of.segmenter.toFixed(2)} MB/s | ${times(of.banmian, of.jieba)} jieba, ${times(of.banmian, of.segmenter)} Segmenter |`,
    `| words alone, ${text} | ${of.words.toFixed(2)} MB/s | ${of.jieba.toFixed(2)} MB/s | ${of.segmenter.toFixed(2)} MB/s | ${times(of.words, of.jieba)} jieba, ${times(of.words, of.segmenter)} Segmenter |`,
  ]);
  return [
    `Chromium ${version}, medians of ${ROUNDS} rounds of one run. jieba-wasm 2.4.0 cuts words (\`cut\`), Intl.Segmenter finds words, Banmian does everything.`,
    "",
    "| | Banmian | jieba-wasm | Intl.Segmenter | ratio |",
    "|---|---|---|---|---|",
    ...speed,
    `| module fetched to first answer | ${ms(found.ready.banmian)} | ${ms(found.ready.jieba)} | | ${times(found.ready.banmian, found.ready.jieba)} |`,
    `| wasm memory after 10 MB in one call | ${mib(found.memory.banmian)} | ${mib(found.memory.jieba)} | | ${times(found.memory.banmian, found.memory.jieba)} |`,
    `| module and its script, brotli | ${mb(banmian)} | ${mb(jieba)} | 0 | ${times(banmian, jieba)} |`,
    `| navigation to a reader's first report, cold | ${ms(found.cold)} | | | |`,
    `| the same, cached | ${ms(found.cached)} | | | |`,
    `| 3,000 characters from given to painted, warm | ${ms(found.painted.painted)} | | | |`,
    `| … until the element says that its report is set | ${ms(found.painted.said)} | | | |`,
    `| … the text to the worker and its report back, nothing set | ${ms(found.painted.back)} | | | |`,
    `| … two frames of an idle page | ${ms(found.painted.idle)} | | | |`,
    "",
    `Models in the module: ${mb(models.reduce((sum, size) => sum + size, 0))} before packing.`,
    "",
    "| pass, native, 1 MB of news | time | share | speed |",
    "|---|---|---|---|",
    ...native().map(({ pass, ms, share, speed }) => `| ${pass} | ${ms} ms | ${share ? `${share} %` : ""} | ${speed} MB/s |`),
  ].join("\n");
}

/** Puts the table between the markers. @param {string} text */
function write(text) {
  const [begin, end] = ["<!-- bench: written by npm run bench -->", "<!-- /bench -->"];
  const old = readFileSync(REPORT, "utf8");
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Trouble("docs/performance.md has no markers.");
  writeFileSync(REPORT, `${old.slice(0, from + begin.length)}\n${text}\n${old.slice(to)}`);
}

await script(async () => {
  fetchPeers();
  buildWasm();
  buildSite();
  const server = serve();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const at = server.address();
  const address = `http://127.0.0.1:${at && typeof at === "object" ? at.port : 0}`;
  const browser = await browserType.launch({ executablePath: (await chromium()) ?? undefined, chromiumSandbox: process.getuid?.() !== 0 });
  const text = table(await measure(browser, address), browser.version());
  await browser.close();
  server.close();
  write(text);
  console.log(text);
});
