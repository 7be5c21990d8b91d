/**
 * The longest tasks of the page's own thread while a reader works: `node tests/bench/long-tasks.js`. The site must have
 * been built; the machine should do nothing else.
 *
 * Each job is done three times, each in a fresh window; the median of their longest tasks is printed in milliseconds. The
 * browser reports tasks from 50 ms, so a dash is what is asked for. That the browser hands over 500 files, picked or dropped, costs it
 * one task of its own in which it tells the page of them; the lines of a page that does nothing with them tell how long. Of a page that
 * takes them in, the lines count what its own scripts do in that task, and every task from then on.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium as browserType } from "@playwright/test";
import { preview } from "vite";
import { ROOT, script } from "../../scripts/run.js";
import { chromium } from "../../scripts/setup.js";

/** @import { Locator, Page } from "@playwright/test" */

const CHARACTERS = 20_000;
const PAGES = 500;
const ROUNDS = 3;
/** Milliseconds until all that a press has set off is over. */
const SETTLED = 2500;

const samples = join(ROOT, "www/samples");
const parts = readdirSync(samples).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(join(samples, name), "utf8"));
const long = Array.from({ length: 40 }, (_, i) => parts[i % parts.length]).join("\n\n").slice(0, CHARACTERS);
// Files of the disk: what a test hands over from memory the page would have to unpack.
const folder = mkdtempSync(join(tmpdir(), "banmian-"));
const library = Array.from({ length: PAGES }, (_, i) => {
  const file = join(folder, `${i}.txt`);
  writeFileSync(file, `江口日报　2025年${(i % 12) + 1}月${(i % 28) + 1}日　第A0${(i % 8) + 1}版\n\n${parts[i % parts.length].slice(0, 1500)}`);
  return file;
});

/**
 * What a reader does; what is measured begins after `before`. What is to be pressed is found there too, since to find it by its role
 * is a long task of the test's own.
 * @type {Record<string, { before: (page: Page) => Promise<Point | void>, job: (page: Page, at: Point) => Promise<void> }>}
 */
const JOBS = {
  "first view": { before: async () => {}, job: (page) => page.locator("banmian-compose textarea").waitFor() },
  "analysis of 20,000 characters": { before: filled, job: analyse },
  "search in them": { before: pasted, job: search },
  "a theme lit": { before: (page) => pasted(page).then(() => pointOf(page.locator("banmian-themes .theme .head").first())), job: press },
  "the original beside": { before: (page) => pasted(page).then(() => pointOf(page.getByRole("tab", { name: "原文对照" }))), job: press },
  "the page to correct": { before: (page) => pasted(page).then(() => pointOf(page.getByRole("button", { name: "校改", exact: true }))), job: press },
  "500 files picked, page without us": { before: bare, job: pick },
  "500 files picked and taken in": { before: async () => {}, job: (page) => takeIn(page, pick) },
  "500 files dropped, page without us": { before: bare, job: drop },
  "500 files dropped and taken in": { before: async () => {}, job: (page) => takeIn(page, drop) },
  "a folder of 500 dropped, without us": { before: bare, job: dropFolder },
  "a folder of 500 dropped, taken in": { before: async () => {}, job: (page) => takeIn(page, dropFolder) },
};

/** Where something is pressed, in CSS pixels of the window. @typedef {{ x: number, y: number }} Point */

/** @param {Locator} element */
async function pointOf(element) {
  const box = await element.boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

/**
 * @param {Page} page
 * @param {Point} at
 */
async function press(page, { x, y }) {
  await page.mouse.click(x, y);
  await page.waitForTimeout(SETTLED);
}

/** @param {Page} page */
async function filled(page) {
  await page.getByRole("textbox", { name: "版面文字" }).fill(long);
  return pointOf(page.getByRole("button", { name: "分析版面" }));
}

/**
 * @param {Page} page
 * @param {Point} at
 */
async function analyse(page, { x, y }) {
  await page.mouse.click(x, y);
  await page.locator("banmian-report").waitFor();
  await page.waitForTimeout(SETTLED);
}

/** @param {Page} page */
async function pasted(page) {
  await analyse(page, await filled(page));
}

/** @param {Page} page */
async function search(page) {
  await page.keyboard.press("/");
  await page.keyboard.type("市委");
  await page.waitForTimeout(SETTLED);
}

/** @param {Page} page */
async function bare(page) {
  await page.goto("about:blank");
  await page.evaluate(() => {
    const field = Object.assign(document.createElement("input"), { id: "files", type: "file", multiple: true });
    document.body.append(field);
    for (const type of ["dragover", "drop"]) addEventListener(type, (event) => event.preventDefault());
  });
}

/** @param {Page} page */
async function pick(page) {
  await page.locator("#files").setInputFiles(library);
}

/** @param {Page} page */
function drop(page) {
  return dropped(page, library);
}

/** @param {Page} page */
function dropFolder(page) {
  return dropped(page, [folder]);
}

/**
 * Drops what lies on the disk as a hand does.
 * @param {Page} page
 * @param {string[]} files
 */
async function dropped(page, files) {
  const session = await page.context().newCDPSession(page);
  for (const type of /** @type {const} */ (["dragEnter", "dragOver", "drop"])) {
    await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data: { items: [], files, dragOperationsMask: 1 } });
  }
}

/**
 * @param {Page} page
 * @param {(page: Page) => Promise<void>} hand
 */
async function takeIn(page, hand) {
  await page.locator("#files").evaluate((field) => {
    for (const [target, type] of /** @type {const} */ ([[field, "change"], [window, "drop"]])) {
      target.addEventListener(type, () => Object.assign(window, { told: performance.now() }), { capture: true, once: true });
      target.addEventListener(type, () => Object.assign(window, { begun: performance.now() }), { once: true });
    }
  });
  await hand(page);
  await page.locator("banmian-library .row").first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(SETTLED * 4);
}

/** The longest task of the job. @param {Page} page @param {keyof typeof JOBS} name */
async function longest(page, name) {
  const { before, job } = JOBS[name];
  const at = await before(page);
  await page.evaluate(() => {
    const tasks = /** @type {PerformanceEntry[]} */ ([]);
    // What is told, and what the page's own scripts have answered by then, where the browser hands over files.
    Object.assign(window, { tasks, told: 0, begun: 0 });
    new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });
  });
  await job(page, at ?? { x: 0, y: 0 });
  // What the job set off has to be over too.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 3000 })));
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    const { tasks, told, begun } = /** @type {{ tasks: PerformanceEntry[], told: number, begun: number }} */ (/** @type {unknown} */ (window));
    const own = begun - told;
    return Math.max(own > 50 ? own : 0, ...tasks.filter(({ startTime }) => startTime >= begun).map(({ duration }) => duration));
  });
}

await script(async () => {
  const server = await preview({ logLevel: "warn" });
  const address = server.resolvedUrls?.local[0] ?? "";
  const browser = await browserType.launch({ executablePath: (await chromium()) ?? undefined, chromiumSandbox: process.getuid?.() !== 0 });
  for (const name of Object.keys(JOBS)) {
    const tasks = [];
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
      const page = await context.newPage();
      await page.goto(address);
      tasks.push(await longest(page, name));
      await context.close();
    }
    const median = tasks.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
    console.log(`${name.padEnd(36)} ${median ? `${median.toFixed(0)} ms` : "–"}`);
  }
  await browser.close();
  server.httpServer.close();
  rmSync(folder, { recursive: true });
});
