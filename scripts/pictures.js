/**
 * Takes the pictures of the guide and of the README from the running page: `npm run pictures`. To be run when the page looks different.
 *
 * Takes the project's own samples; leaves docs/guide/<language>/<name>.webp and docs/page.png. The wasm module must have been built.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium as browserType } from "@playwright/test";
import { preview } from "vite";
import { buildSite } from "./build.js";
import { ROOT, script } from "./run.js";
import { chromium } from "./setup.js";

/** @import { Browser, Page } from "@playwright/test" */

/** What the guide's pictures click on, as it is called in each language. */
const WORDS = {
  zh: {
    locale: "zh-CN", samples: [/晚报要闻版/, /日报民生版/, /逐行断开的旧报/], first: /^示例：晚报要闻版/, fresh: "新版面", theme: /^港产联动/, check: /^待核对/, compare: "原文对照", charts: "图示", read: "读稿",
    correct: /^校改/, library: /^版面库/, lexicon: "词表", pack: "添加主题包", effect: /^对“/, export: "导出", unlight: "取消高亮",
  },
  en: {
    locale: "en-GB", samples: [/^Evening paper/, /^Daily paper/, /^Old newspaper/], first: /^Sample: Evening paper/, fresh: "New page", theme: /^港产联动/, check: /^Check/, compare: "Compare", charts: "Charts", read: "Read",
    correct: /^Corrections/, library: /^Library/, lexicon: "Lexicon", pack: "Add a theme pack", effect: /^On "/, export: "Export", unlight: "Clear highlights",
  },
};

const DESK = { width: 1200, height: 780 };
const PHONE = { width: 390, height: 780 };
const FRONT = { width: 1280, height: 900 };
/** Quality of the pictures, of 100: letters stay sharp. */
const QUALITY = 80;

await script(async () => {
  buildSite();
  const server = await preview({ logLevel: "warn" });
  const address = server.resolvedUrls?.local[0] ?? "";
  const browser = await browserType.launch({ executablePath: (await chromium()) ?? undefined, chromiumSandbox: process.getuid?.() !== 0 });
  for (const language of /** @type {const} */ (["zh", "en"])) {
    const page = await opened(browser, address, WORDS[language].locale);
    await walk(page, WORDS[language], (name) => take(page, join(ROOT, "docs/guide", language), name));
    await page.close();
  }
  await frontPicture(browser, address);
  await browser.close();
  await server.close();
});

/**
 * @param {Browser} browser
 * @param {string} address
 * @param {string} locale
 */
async function opened(browser, address, locale) {
  const page = await browser.newPage({ viewport: DESK, locale, reducedMotion: "reduce", colorScheme: "light" });
  await page.goto(address);
  return page;
}

/**
 * A page as it is read, for whoever sees the project first.
 * @param {Browser} browser
 * @param {string} address
 */
async function frontPicture(browser, address) {
  const page = await opened(browser, address, WORDS.zh.locale);
  await page.setViewportSize(FRONT);
  await page.getByRole("button", { name: WORDS.zh.samples[0] }).click();
  await page.locator("banmian-review, banmian-themes").first().waitFor();
  await quiet(page);
  await page.screenshot({ path: join(ROOT, "docs/page.png") });
  await page.close();
}

/**
 * The whole job, with a picture of each step.
 * @param {Page} page
 * @param {typeof WORDS["zh"] | typeof WORDS["en"]} words
 * @param {(name: string) => Promise<void>} picture
 */
async function walk(page, words, picture) {
  const tab = (/** @type {string | RegExp} */ name) => page.getByRole("tab", { name, exact: typeof name === "string" }).filter({ visible: true }).first();
  const button = (/** @type {string | RegExp} */ name) => page.getByRole("button", { name }).filter({ visible: true }).first();

  await button(words.samples[0]).waitFor();
  await picture("start");
  for (const [index, sample] of words.samples.entries()) {
    if (index > 0) await tab(words.fresh).click();
    await button(sample).click();
    await tab(words.read).waitFor();
  }
  await tab(words.first).click();
  await button(words.theme).click();
  await picture("read");
  await button(words.unlight).click();
  await page.evaluate(() => scrollTo(0, 0));
  await tab(words.check).click();
  await picture("check");
  await tab(words.compare).click();
  await picture("compare");
  await tab(words.charts).click();
  await page.locator("banmian-figure svg").first().waitFor();
  await picture("charts");
  await tab(words.read).click();
  await button(words.export).click();
  await picture("export");
  await page.keyboard.press("Escape");
  await button(words.correct).click();
  await page.locator("banmian-galley [aria-haspopup=menu]").nth(4).click();
  await picture("correct");
  await page.keyboard.press("Escape");
  await tab(words.lexicon).click();
  await page.getByRole("combobox", { name: words.pack }).selectOption({ index: 3 });
  await page.getByRole("status").filter({ hasText: words.effect }).waitFor();
  await picture("lexicon");
  await tab(words.library).click();
  await picture("library");
  await page.setViewportSize(PHONE);
  await tab(words.first).click();
  await button(words.correct).click();
  await picture("phone");
}

/**
 * @param {Page} page
 * @param {string} folder
 * @param {string} name
 */
async function take(page, folder, name) {
  await quiet(page);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, "base64"));
}

/** What was just done is told over the page; it is not what a picture is of. @param {Page} page */
async function quiet(page) {
  await page.locator("banmian-workspace").evaluate((/** @type {any} */ desk) => ((desk.notice = ""), desk.updateComplete));
}
