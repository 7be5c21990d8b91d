/** The page and the embedded element in the reader's language; the words of the paper stay as they are. */
import { expect, test } from "@playwright/test";
import { faults } from "./axe.js";
import { untranslated } from "./untranslated.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page @param {string} name */
const chosen = (page, name) => page.getByTitle(name, { exact: true });

test("a reader switches to English, does the main job, and finds the page in English again", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await chosen(page, "English").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveTitle("Banmian");
  await expect(chosen(page, "English")).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("textbox", { name: "Text of the page" }).fill("# 修桥\n\n本报讯（记者 柳成荫）石桥昨日重新通行。\n\n# 种树\n\n本报讯（记者 顾一苇）河岸昨日种下三千棵柳树。\n");
  await page.getByRole("button", { name: "Read the page" }).click();
  await expect(page.getByText("Done: 2 articles found.")).toBeAttached();
  await expect(page.locator("banmian-masthead").getByText("2 articles", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("tab", { name: "Read" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "修桥" })).toBeVisible();
});

test("a page that is being read changes its language at once", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: /晚报要闻版/ }).click();
  await expect(page.getByRole("tab", { name: "读稿" })).toBeVisible();
  await chosen(page, "繁體中文").click();
  await expect(page.getByRole("tab", { name: "讀稿" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expect(page.getByRole("button", { name: "匯出" })).toBeVisible();
  await chosen(page, "English").click();
  await expect(page.getByRole("tab", { name: "Read" })).toBeVisible();
  await chosen(page, "简体中文").click();
  await expect(page.getByRole("tab", { name: "读稿" })).toBeVisible();
  await expect(page.getByText("分析在这台电脑的浏览器里完成")).toBeVisible();
});

test.describe("with a browser that speaks English", () => {
  test.use({ locale: "en-GB" });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`no view says anything in Chinese but the words of the paper, and axe finds nothing, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(150_000);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto("./");
      const check = async () => {
        expect(await untranslated(page)).toEqual([]);
        expect(await faults(page)).toEqual([]);
      };
      const tab = (/** @type {string | RegExp} */ name) => page.getByRole("tab", { name, exact: typeof name === "string" }).filter({ visible: true }).first();

      await expect(page.getByRole("button", { name: "Read the page" })).toBeVisible();
      await check();
      await page.getByRole("button", { name: "Lexicon", exact: true }).click();
      await expect(page.getByRole("combobox", { name: "Add a theme pack" })).toBeVisible();
      await check();
      await tab("New page").click();
      await page.getByRole("button", { name: /^Evening paper/ }).click();
      await expect(tab("Read")).toBeVisible();
      for (const name of [/^Themes/, /^Names/, /^Contents/, /^Check/]) {
        await tab(name).click();
        await check();
      }
      await tab("Compare").click();
      await expect(page.getByRole("region", { name: "Repaired" })).toBeVisible();
      await check();
      await tab("Charts").click();
      await expect(page.getByRole("heading", { name: "Themes by article" })).toBeVisible();
      await check();
      await page.getByRole("button", { name: "Export" }).click();
      await expect(page.getByText("Media digest (Word)")).toBeVisible();
      await check();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^Corrections/ }).click();
      await expect(page.getByRole("heading", { name: "Correction log" })).toBeVisible();
      await check();
      await tab(/^Library/).click();
      await expect(page.getByRole("heading", { name: "汐川晚报" })).toBeVisible();
      await check();
    });
  }
});

test.describe("with a browser of Taiwan", () => {
  test.use({ locale: "zh-TW" });

  test("the page begins in traditional Chinese", async ({ page }) => {
    await page.goto("./");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
    await expect(page.getByRole("heading", { name: "把一版報紙的文字，還原成一篇篇稿件" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  for (const width of [390, 1280]) {
    test(`no view says anything in simplified Chinese but the words of the paper, and axe finds nothing, ${width} px`, async ({ page }) => {
      test.setTimeout(150_000);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.goto("./");
      const check = async () => {
        expect(await untranslated(page)).toEqual([]);
        expect(await faults(page)).toEqual([]);
      };
      const tab = (/** @type {string | RegExp} */ name) => page.getByRole("tab", { name, exact: typeof name === "string" }).filter({ visible: true }).first();
      await page.getByRole("button", { name: "詞表", exact: true }).click();
      await page.getByRole("combobox", { name: /主題包/ }).selectOption({ index: 1 });
      await check();
      await tab("新版面").click();
      await page.getByRole("button", { name: /^日報民生版/ }).click();
      await expect(page.getByRole("heading", { name: "推进“千塘清淤” 守护一方碧水" })).toBeVisible();
      for (const name of [/^主題/, /^名錄/, /^目錄/, /^待核對/]) {
        await tab(name).click();
        await check();
      }
      await tab("原文對照").click();
      await expect(page.getByRole("region", { name: "修補後" })).toBeVisible();
      await check();
      await tab("圖示").click();
      await expect(page.getByRole("heading", { name: "主題與稿件" })).toBeVisible();
      await check();
      await page.getByRole("button", { name: "匯出", exact: true }).click();
      await expect(page.getByText("輿情摘報（Word）")).toBeVisible();
      await check();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^校改/ }).click();
      await expect(page.getByRole("heading", { name: "校改記錄" })).toBeVisible();
      await check();
      await tab(/^版面庫/).click();
      await expect(page.getByRole("heading", { name: "青陵日报" })).toBeVisible();
      await check();
    });
  }
});

test("the embedded element speaks the language of its place, and follows it", async ({ page }) => {
  await page.goto("./embed.html");
  const masthead = page.locator("banmian-masthead").first();
  await expect(masthead).toContainText("篇稿件");
  const say = (/** @type {string} */ lang) => page.evaluate((tag) => (document.documentElement.lang = tag), lang);
  await say("en-GB");
  await expect(masthead).toContainText(/\d articles?/);
  await say("zh-TW");
  await expect(masthead).toContainText("篇稿件");
  await expect(page.getByRole("tab", { name: "讀稿" }).first()).toBeVisible();
  await page.locator("banmian-analyzer").evaluateAll((all) => all.forEach((one) => one.setAttribute("lang", "en")));
  await expect(masthead).toContainText(/\d articles?/);
});

test.describe(() => {
  test.use({ locale: "en-GB" });

  test("a language chosen while another is still being loaded stays", async ({ page }) => {
    /** @type {(value?: unknown) => void} */
    let go = () => {};
    const asked = new Promise((resolve) => (go = resolve));
    await page.route("**/assets/en-*.js", async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto("./", { waitUntil: "commit" });
    await page.getByRole("button", { name: "简" }).click();
    const loaded = page.waitForResponse("**/assets/en-*.js");
    go();
    await (await loaded).finished();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
    await expect(page.getByRole("button", { name: "分析版面" })).toBeVisible();
  });
});
