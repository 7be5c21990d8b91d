/**
 * Everything that a browser sends goes through a proxy that writes it down: every job is done, and nothing was asked for but the
 * program's own files. Then the proxy lets nothing through, and every job is done again.
 */
import { expect, test } from "@playwright/test";
import { cmapPdf, docx, newspaper } from "./fixtures/files.js";
import { HEADLINES, PAGE } from "./fixtures/pages.js";
import { BASE, STORY, openHost } from "./host-page.js";
import { drop, file, paste, report } from "./reader.js";
import { recorded, strange } from "./recorder.js";

/** @import { Page } from "@playwright/test" */

/**
 * All that a reader can do with the program, one after another.
 * @param {Page} page
 * @param {number} round from 1, as the library grows by each
 */
async function everyJob(page, round) {
  if (round > 1) await page.getByRole("tab", { name: "新版面" }).click();
  await paste(page, PAGE);
  const shown = await report(page);
  await expect(shown.locator("banmian-article h3")).toHaveText(HEADLINES);
  await shown.getByRole("button", { name: /青商回归/ }).first().click();
  for (const view of ["原文对照", "图示", "读稿"]) await shown.getByRole("tab", { name: view }).click();
  await correctIt(page);
  for (const item of ["版面摘要（Word）", "Excel 工作簿", "Markdown", "网页（HTML）", "CSV：稿件", "TEI XML", "JSON"]) await takeAway(page, item);
  await page.getByRole("tab", { name: "词表" }).click();
  await page.getByRole("textbox", { name: "新词语", exact: true }).fill(`联络员${round}`);
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "新版面" }).click();
  await drop(page, [file(`晚报${round}.docx`, await docx()), file(`早报${round}.txt`, `${PAGE}\n${round}\n`)]);
  await expect(page.getByRole("tab", { name: `早报${round}` })).toBeVisible();
  await page.getByRole("tab", { name: /版面库/ }).click();
  await expect(page.locator("banmian-library .row")).toHaveCount(3 * round);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "存为项目文件" }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.banmian$/);
}

/** @param {Page} page */
async function correctIt(page) {
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await page.locator("banmian-galley").getByRole("button", { name: /^正文：沈知远表示/ }).click();
  await page.getByRole("menuitem", { name: "从这里另起一篇" }).click();
  await expect(page.locator("banmian-galley .story")).toHaveCount(HEADLINES.length + 1);
}

/** @param {Page} page @param {string} item */
async function takeAway(page, item) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).first().click();
  await download;
}

/** Until the program is on the shelf of the service worker. @param {Page} page */
const kept = (page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== "activated") await new Promise((resolve) => active?.addEventListener("statechange", () => active.state === "activated" && resolve(undefined)));
  });

test("every job behind a proxy that writes down what is sent, and again when it lets nothing through", async ({ browser }) => {
  test.slow();
  await recorded(browser, async (context, record) => {
    const page = await context.newPage();
    await page.goto("./");
    await kept(page);
    await everyJob(page, 1);
    expect(record.seen.length, "the proxy is in the way").toBeGreaterThan(5);
    expect(strange(record.seen.splice(0))).toEqual([]);

    record.cut = true;
    const other = await context.newPage();
    await other.goto("./");
    expect(await other.evaluate(() => fetch(`./nothing?${Math.random()}`).then(({ status }) => status)), "the network is cut").toBe(502);
    expect(strange(record.seen.splice(0)).filter(({ url }) => !url.includes("/nothing?"))).toEqual([]);
    await page.close();
    await everyJob(other, 2);
    expect(strange(record.seen)).toEqual([]);
  });
});

test("a link with a text in it, made and opened: no byte of it is asked for, with a network and without", async ({ browser }) => {
  test.slow();
  await recorded(browser, async (context, record) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const first = await context.newPage();
    await first.goto("./");
    await kept(first);
    await first.close();
    for (const cut of [false, true]) {
      record.cut = cut;
      const page = await context.newPage();
      await page.goto("./");
      if (cut) await page.getByRole("tab", { name: "新版面" }).click();
      await paste(page, PAGE);
      await report(page);
      await page.getByRole("button", { name: "导出", exact: true }).click();
      await page.getByRole("menuitem", { name: /用链接分享原文/ }).click();
      await page.getByRole("button", { name: "复制链接" }).click();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toMatch(/#t=[\w-]{100,}$/);
      const other = await context.newPage();
      await other.goto(link);
      await expect((await report(other)).locator("banmian-article h3")).toHaveText(HEADLINES);
      await page.close();
      await other.close();
      const packed = link.slice(link.indexOf("#t=") + 3, link.indexOf("#t=") + 43);
      expect(record.seen.filter(({ url, headers }) => `${url} ${headers}`.includes(packed))).toEqual([]);
      expect(strange(record.seen.splice(0))).toEqual([]);
    }
  });
});

test("a PDF file: its tables for Chinese fonts are the program's own, and without a network it is read again", async ({ browser }) => {
  test.slow();
  const printer = await browser.newPage();
  await printer.setContent(newspaper());
  const printed = await printer.pdf({ preferCSSPageSize: true });
  await printer.close();
  await recorded(browser, async (context, record) => {
    for (const cut of [false, true]) {
      record.cut = cut;
      const page = await context.newPage();
      await page.goto("./");
      await kept(page);
      await page.locator("input[type=file]").setInputFiles([file("一版.pdf", printed)]);
      await expect((await report(page)).locator("banmian-article h3")).toHaveText(["同心谋发展 携手开新局", "老厂房里长出新赛道"]);
      await page.getByRole("tab", { name: "新版面" }).click();
      await page.locator("input[type=file]").setInputFiles([file("旧版.pdf", cmapPdf())]);
      await expect(await report(page)).toContainText("港口新线启用");
      await page.close();
      expect(record.seen.some(({ url }) => url.includes("UniGB-UCS2-H")), "the tables come once").toBe(!cut);
      expect(strange(record.seen.splice(0))).toEqual([]);
    }
  });
});

/** Another page for an element, of other words. */
const OTHER = "# 渡口镇修好老石桥\n\n渡口镇讯（记者 陆小满）“千桥焕新”行动中，停用三年的老石桥昨日通行。\n";

test("an element on a page of another: what the page has read is told to nobody, and without a network it reads on", async ({ browser }) => {
  await recorded(browser, async (context, record) => {
    const page = await context.newPage();
    await openHost(page, { body: `${STORY}<banmian-analyzer for="story" themes="河湾治理"></banmian-analyzer><script type="module" src="${BASE}banmian.js"></script>` });
    const host = page.url();
    const look = async () => {
      for (const view of ["原文对照", "图示", "读稿"]) await page.getByRole("tab", { name: view }).click();
      await page.getByRole("button", { name: /河湾治理|千桥焕新/ }).first().click();
    };
    await expect(page.locator("banmian-article h3")).toHaveCount(2);
    await look();
    expect(record.seen.length, "the proxy is in the way").toBeGreaterThan(5);
    expect(strange(record.seen.splice(0), [host])).toEqual([]);

    record.cut = true;
    await page.locator("banmian-analyzer").evaluate((element, text) => Object.assign(element, { text }), OTHER);
    await expect(page.locator("banmian-article h3")).toHaveText(["渡口镇修好老石桥"]);
    await look();
    expect(record.seen).toEqual([]);
    await page.evaluate(() => fetch("/guest.html?河湾").catch(() => {}));
    expect(strange(record.seen, [host]), "what is told is seen").toHaveLength(1);
  });
});

test("an element in a frame: texts go into it by messages and nowhere else, with a network and without", async ({ browser }) => {
  await recorded(browser, async (context, record) => {
    const page = await context.newPage();
    const host = `http://127.0.0.1:${new URL(BASE).port}`;
    const frame = `${BASE}frame.html?origin=${encodeURIComponent(host)}`;
    await page.addInitScript(() => {
      Object.assign(window, { heard: [] });
      addEventListener("message", ({ data }) => data?.banmian === 1 && /** @type {any} */ (window).heard.push(`${data.type} ${data.id ?? ""}`));
    });
    await openHost(page, { body: `<iframe title="版面分析" width="100%" src="${frame}"></iframe>` });
    const heard = () => page.evaluate(() => /** @type {any} */ (window).heard);
    const ask = (/** @type {number} */ id, /** @type {string} */ text) =>
      page.evaluate(([id, text, base]) => document.querySelector("iframe")?.contentWindow?.postMessage({ banmian: 1, type: "analyze", id, text }, new URL(base).origin), /** @type {const} */ ([id, text, BASE]));
    const inside = page.frameLocator("iframe");
    await expect.poll(heard).toContain("ready ");
    await ask(1, PAGE);
    await expect.poll(heard).toContain("report 1");
    await expect(inside.locator("banmian-article h3")).toHaveText(HEADLINES);
    expect(strange(record.seen.splice(0), [page.url(), frame])).toEqual([]);

    record.cut = true;
    await ask(2, OTHER);
    await expect.poll(heard).toContain("report 2");
    await expect(inside.locator("banmian-article h3")).toHaveText(["渡口镇修好老石桥"]);
    expect(record.seen).toEqual([]);
  });
});
