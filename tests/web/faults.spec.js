/** Faults in mid-work: what the reader did stays, and the message says what to do. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { zipSync } from "fflate";
import { bounded } from "./fixtures/module.js";
import { HEADLINES, PAGE } from "./fixtures/pages.js";
import { drop, file, paste, report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

/** A worker that says that the analysis broke down, as the real one does after a panic or without memory. */
const PANICS = 'self.onmessage = ({ data }) => "id" in data && self.postMessage({ id: data.id, failure: "crashed", detail: "RuntimeError", lines: [] });';

/** A worker that dies and says nothing. */
const BREAKS = 'self.onmessage = ({ data }) => "id" in data && setTimeout(() => { throw new Error("killed"); });';

test("the worker is killed in mid-analysis once: nobody notices", async ({ page }) => {
  await page.route("**/worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: BREAKS }), { times: 1 });
  await page.goto("./");
  await paste(page, PAGE);
  await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
});

test("the worker is killed each time: the page's own thread does the work", async ({ page }) => {
  await page.route("**/worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: BREAKS }));
  await page.goto("./");
  await paste(page, PAGE);
  await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
});

test("the analysis breaks down each time: a message, the text stays, and a press of the button goes on", async ({ page }) => {
  await page.route("**/worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: PANICS }));
  await page.goto("./");
  await paste(page, PAGE);
  await expect(page.getByRole("alert")).toContainText("分析中途出错");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("分析中途出错");
  await page.unroute("**/worker-*.js");
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
});

test("memory runs out over a huge page: a message, its text stays, and the other pages are read on", async ({ page }) => {
  test.slow();
  const huge = PAGE.repeat(100);
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: bounded(await response.body(), 150) });
  });
  await page.goto("./");
  await page.locator("input[type=file]").setInputFiles([file("大版.txt", huge)]);
  // It runs out twice, since a call over which a worker broke down is repeated.
  await expect(page.getByRole("alert")).toContainText("分析中途出错", { timeout: 60_000 });
  await page.getByRole("tab", { name: "新版面" }).click();
  await paste(page, PAGE);
  await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
  await page.getByRole("tab", { name: /大版/ }).click();
  await expect(page.getByRole("alert").filter({ visible: true })).toContainText("分析中途出错");
  await page.unroute("**/*.wasm");
  await page.reload();
  await page.getByRole("tab", { name: /大版/ }).click();
  await expect((await report(page)).locator("banmian-article h3").first()).toHaveText(HEADLINES[0]);
  expect((await kept(page)).map(({ text }) => text)).toEqual(expect.arrayContaining([PAGE, huge]));
});

/** Ends the page's process as a browser without memory does, with no chance to write anything. @param {Page} page */
async function kill(page) {
  const session = await page.context().newCDPSession(page);
  const killed = page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => {});
  await killed;
  await page.close();
}

/** What the database has of each page. @param {Page} page @returns {Promise<{ text: string, corrections: number }[]>} */
const kept = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("banmian");
        opening.onsuccess = () => {
          const all = opening.result.transaction("pages").objectStore("pages").getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.map(({ text, log }) => ({ text, corrections: log.operations.length })));
          };
        };
      }),
  );

test("the browser kills the page and its worker in mid-analysis: opened again, all that was done is there", async ({ page, context }) => {
  const long = PAGE.repeat(40);
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await page.locator("banmian-galley").getByRole("button", { name: /^正文：沈知远表示/ }).click();
  await page.getByRole("menuitem", { name: "从这里另起一篇" }).click();
  await expect.poll(() => kept(page)).toEqual([{ text: PAGE, corrections: 1 }]);
  await page.getByRole("tab", { name: "新版面" }).click();
  // No pause ends any more: what is new must be in the database before it is analysed.
  await page.evaluate(() => Object.assign(globalThis, { setTimeout: () => 0 }));
  await paste(page, long);
  await expect.poll(async () => (await kept(page)).map(({ text }) => text).sort()).toEqual([PAGE, long].sort());
  await kill(page);
  const again = await context.newPage();
  await again.goto("./");
  await again.getByRole("tab", { name: /版面库/ }).click();
  await expect(again.locator("banmian-library .row")).toHaveCount(2);
  await again.locator("banmian-library").getByRole("button", { name: /粘贴 2/ }).first().click();
  await expect((await report(again)).locator("banmian-article h3").first()).toHaveText(HEADLINES[0]);
  await again.getByRole("tab", { name: /版面库/ }).click();
  await again.locator("banmian-library").getByRole("button", { name: /粘贴 1/ }).first().click();
  await expect((await report(again)).locator("banmian-article h3")).toHaveCount(HEADLINES.length + 1);
});

test("the browser kills the page right after a correction: opened again, it is there", async ({ page, context }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await expect.poll(() => kept(page)).toEqual([{ text: PAGE, corrections: 0 }]);
  // No pause ends any more.
  await page.evaluate(() => Object.assign(globalThis, { setTimeout: () => 0 }));
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await page.locator("banmian-galley").getByRole("button", { name: "并入上一篇" }).first().click();
  await kill(page);
  const again = await context.newPage();
  await again.goto("./");
  await expect((await report(again)).locator("banmian-article h3")).toHaveCount(HEADLINES.length - 1);
});

test("the program was renewed on the server and a part of it is gone: a message, and the work is there after a reload", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await page.locator("banmian-galley").getByRole("button", { name: /^正文：沈知远表示/ }).click();
  await page.getByRole("menuitem", { name: "从这里另起一篇" }).click();
  await page.route("**/assets/xlsx-*.js", (route) => route.fulfill({ status: 404 }));
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: "Excel 工作簿" }).click();
  await expect(page.getByText("没有导出成功，请刷新页面再试。")).toBeVisible();
  await page.unroute("**/assets/xlsx-*.js");
  await page.reload();
  await expect((await report(page)).locator("banmian-article h3")).toHaveCount(4);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: "Excel 工作簿" }).click();
  expect((await saved).suggestedFilename()).toMatch(/xlsx$/);
});

test.describe(() => {
  test.use({ serviceWorkers: "allow" });

  test("a new service worker comes in mid-work: what was begun is finished and kept", async ({ page }) => {
    await page.goto("./");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await paste(page, PAGE);
    await report(page);
    await page.getByRole("tab", { name: "新版面" }).click();
    await page.getByRole("textbox", { name: "版面文字" }).fill("写到一半的一版");
    // What a new version does when it takes over: it clears the shelf of the old one.
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
      const registration = await navigator.serviceWorker.ready;
      await registration.unregister();
      await navigator.serviceWorker.register(new URL("../yesterday/service-worker.js", document.baseURI), { scope: "../yesterday/" }).catch(() => {});
    });
    await page.getByRole("tab", { name: /粘贴 1/ }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: "Excel 工作簿" }).click();
    await saved;
    await page.reload();
    await page.getByRole("tab", { name: "新版面" }).click();
    await expect(page.getByRole("textbox", { name: "版面文字" })).toHaveValue("写到一半的一版");
    await expect(page.getByRole("tab", { name: /粘贴 1/ })).toBeVisible();
  });
});

test("the room is full: the page says so, and the project file still takes all along", async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await expect(page.getByRole("alert")).toContainText("存储空间满了");
  const saved = page.waitForEvent("download");
  await page.getByRole("alert").getByRole("button", { name: "存为项目文件" }).click();
  const bytes = readFileSync(await (await saved).path());
  expect(bytes.length).toBeGreaterThan(500);
});

/**
 * @param {number | string} version
 * @param {object} [more] fields of the page
 */
const project = (version, more = {}) =>
  Buffer.from(
    zipSync({
      "texts/0001.txt": Buffer.from(PAGE),
      "lexicon.csv": Buffer.from(""),
      "project.json": Buffer.from(JSON.stringify({ format: "banmian-project", version, pages: [{ id: "page-0001", name: "甲版", path: "texts/0001.txt", at: 1, log: { operations: [], cursor: 0 }, ...more }] })),
    }),
  );

test("a project file of another version, or damaged anywhere, takes nothing in and touches nothing", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  const whole = project(1);
  const flipped = Buffer.from(whole);
  flipped[Math.floor(whole.length / 3)] ^= 0xff;
  /** @type {[string, Buffer, RegExp][]} */
  const files = [
    ["新", project(2), /较新的版面存的，请先更新/],
    ["零", project(0), /项目文件读不懂/],
    ["文", project("1"), /项目文件读不懂/],
    ["无文", project(1, { path: "texts/0009.txt" }), /项目文件读不懂/],
    ["半", whole.subarray(0, whole.length >> 1), /项目文件/],
    ["缺尾", whole.subarray(0, 60), /项目文件/],
    ["坏字节", flipped, /项目文件/],
  ];
  for (const [name, bytes, message] of files) {
    await drop(page, [file(`${name}.banmian`, bytes)]);
    await expect(page.getByRole("alert").filter({ visible: true })).toContainText(message);
    await page.getByRole("tab", { name: /粘贴 1/ }).click();
    await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
  }
  await drop(page, [file("好.banmian", project(1, { unheard: { of: "a later minor" } }))]);
  await expect(page.getByText("项目文件：新增 1 版", { exact: false })).toBeVisible();
});
