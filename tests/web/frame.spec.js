/** The element in a frame: messages, the list of origins, height. */
import { expect, test } from "@playwright/test";
import { faults } from "./axe.js";
import { BASE, openHost } from "./host-page.js";

/** @import { Page } from "@playwright/test" */

const TEXT = "# 河湾治理见成效\n\n白石晚报讯（记者 程小满）“河湾治理”一年，白鹭回来了。\n\n# 旧粮仓改成图书馆\n\n白石晚报讯（记者 叶知秋）“河湾治理”的老照片在馆里展出。\n";
const HOST = `http://127.0.0.1:${new URL(BASE).port}`;
const frame = (query = "") => `<main><h1>白石晚报</h1><iframe title="版面分析" width="100%" src="${BASE}frame.html?origin=${encodeURIComponent(HOST)}${query}"></iframe></main>`;

/** Hears the frame from the start. @param {Page} page */
const listen = (page) =>
  page.addInitScript(() => {
    Object.assign(window, { heard: [] });
    addEventListener("message", ({ data, origin }) => {
      if (data?.banmian === 1) /** @type {any} */ (window).heard.push({ ...data, origin });
    });
  });

/**
 * The messages of one type.
 * @param {Page} page
 * @param {string} type
 */
const heard = (page, type) => page.evaluate((type) => /** @type {any} */ (window).heard.filter((/** @type {any} */ message) => message.type === type), type);

/**
 * @param {Page} page
 * @param {object} message
 */
const ask = (page, message) => page.evaluate(([message, base]) => document.querySelector("iframe")?.contentWindow?.postMessage(message, new URL(String(base)).origin), /** @type {const} */ ([message, BASE]));

test.beforeEach(({ page }) => listen(page));

test("reads a text, tells the report and how high it wants to be", async ({ page }) => {
  await openHost(page, { body: frame(), csp: `default-src 'none'; frame-src ${new URL(BASE).origin}` });
  await expect.poll(() => heard(page, "ready")).toHaveLength(1);
  await ask(page, { banmian: 1, type: "analyze", id: 7, text: TEXT });
  await expect.poll(() => heard(page, "report")).toMatchObject([{ id: 7, origin: new URL(BASE).origin, report: { version: 1, articles: [{}, {}] } }]);
  await expect.poll(async () => (await heard(page, "height")).at(-1)?.height).toBeGreaterThan(300);
  await expect(page.frameLocator("iframe").locator("banmian-article h3")).toHaveText(["河湾治理见成效", "旧粮仓改成图书馆"]);
  await ask(page, { banmian: 1, type: "analyze", id: 8, text: " " });
  await expect.poll(() => heard(page, "error")).toMatchObject([{ id: 8, code: "empty", message: "没有可分析的文字。" }]);
});

test("shows the themes alone, in the scheme that is asked for, and grows with what is opened", async ({ page }) => {
  await openHost(page, { body: frame("&element=themes&scheme=dark") });
  await expect.poll(() => heard(page, "ready")).toHaveLength(1);
  await ask(page, { banmian: 1, type: "analyze", id: 1, text: TEXT });
  const inside = page.frameLocator("iframe");
  await expect(inside.getByRole("button", { name: /河湾治理/ })).toBeVisible();
  const closed = (await heard(page, "height")).at(-1).height;
  await inside.getByRole("button", { name: /河湾治理/ }).click();
  await expect.poll(async () => (await heard(page, "height")).at(-1).height).toBeGreaterThan(closed);
  expect(await page.frames()[1].evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  expect(await faults(page)).toEqual([]);
});

test("it is deaf to other origins and to what is no message, and says to them nothing", async ({ page }) => {
  const other = `<iframe title="版面分析" src="${BASE}frame.html?origin=https%3A%2F%2Fbaishi.example"></iframe>`;
  await openHost(page, { body: other });
  await page.waitForFunction(() => document.querySelector("iframe"));
  const inside = page.frameLocator("iframe").locator("banmian-analyzer");
  await expect(inside).toBeAttached();
  await ask(page, { banmian: 1, type: "analyze", id: 1, text: TEXT });
  await expect.poll(() => page.frames()[1].evaluate(() => /** @type {any} */ (document.querySelector("banmian-analyzer")).text)).toBeNull();
  expect(await page.evaluate(() => /** @type {any} */ (window).heard)).toEqual([]);
});

test("without an origin, or outside a frame, it says what it is for", async ({ page }) => {
  await page.goto("./frame.html");
  await expect(page.locator("main")).toContainText("origin");
  expect(await page.locator("banmian-analyzer").count()).toBe(0);
});
