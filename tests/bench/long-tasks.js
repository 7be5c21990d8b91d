/**
 * The longest tasks of the page's own thread while a reader works: `node tests/bench/long-tasks.js`. The site must have
 * been built; the machine should do nothing else.
 *
 * Each job is done three times, each in a fresh window; the median of their longest tasks is printed in milliseconds. The
 * browser reports tasks from 50 ms, so a dash is what is asked for. That the browser hands over 500 files costs it one task
 * of its own before any script hears of them; the line of a page that does nothing with them tells how long, and the job counts from
 * then on.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium as browserType } from "@playwright/test";
import { preview } from "vite";
import { ROOT, script } from "../../scripts/run.js";
import { chromium } from "../../scripts/setup.js";

/** @import { Page } from "@playwright/test" */

const CHARACTERS = 20_000;
const PAGES = 500;
const ROUNDS = 3;

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

/** What a reader does; what is measured begins after `before`. @type {Record<string, { before: (page: Page) => Promise<void>, job: (page: Page) => Promise<void> }>} */
const JOBS = {
  "first view": { before: async () => {}, job: async (page) => void (await page.getByRole("textbox", { name: "版面文字" }).waitFor()) },
  "analysis of 20,000 characters": { before: (page) => page.getByRole("textbox", { name: "版面文字" }).fill(long), job: analyse },
  "search in them": { before: pasted, job: search },
  "a theme lit": { before: pasted, job: (page) => page.locator("banmian-themes").filter({ visible: true }).getByRole("button").first().click() },
  "the original beside": { before: pasted, job: (page) => page.getByRole("tab", { name: "原文对照" }).click() },
  "the page to correct": { before: pasted, job: correct },
  "500 files only handed over": { before: bare, job: handOver },
  "500 files taken in": { before: async () => {}, job: takeIn },
};

/** @param {Page} page */
async function analyse(page) {
  await page.getByRole("button", { name: "分析版面" }).click();
  await page.locator("banmian-report").filter({ visible: true }).waitFor();
}

/** @param {Page} page */
async function pasted(page) {
  await page.getByRole("textbox", { name: "版面文字" }).fill(long);
  await analyse(page);
}

/** @param {Page} page */
async function search(page) {
  await page.keyboard.press("/");
  await page.keyboard.type("市委");
}

/** @param {Page} page */
async function correct(page) {
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await page.locator("banmian-galley .story").last().waitFor();
}

/** @param {Page} page */
async function bare(page) {
  await page.goto("about:blank");
  await page.evaluate(() => {
    const field = Object.assign(document.createElement("input"), { id: "files", type: "file", multiple: true });
    field.addEventListener("change", () => {});
    document.body.append(field);
  });
}

/** @param {Page} page */
async function handOver(page) {
  await page.locator("#files").setInputFiles(library);
}

/** @param {Page} page */
async function takeIn(page) {
  await page.evaluate(() => addEventListener("change", () => Object.assign(window, { begun: performance.now() }), { capture: true, once: true }));
  await handOver(page);
  await page.locator("banmian-library").getByText(`${PAGES} 版`).first().waitFor({ timeout: 120_000 });
}

/** The longest task of the job. @param {Page} page @param {keyof typeof JOBS} name */
async function longest(page, name) {
  const { before, job } = JOBS[name];
  await before(page);
  await page.evaluate(() => {
    const tasks = /** @type {number[]} */ ([]);
    Object.assign(window, { tasks, begun: 0 });
    const since = (/** @type {PerformanceEntry} */ { startTime }) => startTime >= /** @type {{ begun: number }} */ (/** @type {unknown} */ (window)).begun;
    new PerformanceObserver((list) => tasks.push(...list.getEntries().filter(since).map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  await job(page);
  // What the job set off has to be over too.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 3000 })));
  await page.waitForTimeout(500);
  return page.evaluate(() => Math.max(0, .../** @type {{ tasks: number[] }} */ (/** @type {unknown} */ (window)).tasks));
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
    console.log(`${name.padEnd(32)} ${median ? `${median.toFixed(0)} ms` : "–"}`);
  }
  await browser.close();
  server.httpServer.close();
  rmSync(folder, { recursive: true });
});
