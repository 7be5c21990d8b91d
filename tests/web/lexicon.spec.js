/** The reader's own words: in a table, from a selection, in and out as CSV, and what they do to the page in sight. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { PAGE } from "./fixtures/pages.js";
import { paste, report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
async function lexicon(page) {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("tab", { name: "词表" }).click();
  return page.locator("banmian-lexicon");
}

/** @param {import("@playwright/test").Locator} table @param {string} word @param {string} kind */
async function add(table, word, kind) {
  await table.getByRole("textbox", { name: "新词语", exact: true }).fill(word);
  await table.getByLabel("新词语的类别").selectOption({ label: kind });
  await table.getByRole("button", { name: "添加", exact: true }).click();
}

test("a word that is added shows at once what it does to the page, and is there after a reload", async ({ page }) => {
  const table = await lexicon(page);
  await add(table, "联络员", "术语");
  await expect(table.getByRole("status")).toContainText("新增提及 1 处，减少 0 处");
  await expect(table.getByRole("textbox", { name: "新词语", exact: true })).toBeFocused();
  await table.getByLabel("“联络员”的类别").selectOption({ label: "人物" });
  await expect(table.getByRole("status")).toContainText("新增提及 1 处，减少 1 处");
  await page.getByRole("tab", { name: /粘贴 1/ }).click();
  await expect((await report(page)).locator("banmian-article .tag.person", { hasText: "联络员" })).toBeVisible();
  await page.reload();
  await page.getByRole("tab", { name: "词表" }).click();
  await expect(table.getByLabel("词语", { exact: true })).toHaveValue("联络员");
  await table.getByRole("button", { name: "删除 联络员" }).click();
  await expect(table.getByText("还没有词。")).toBeVisible();
});

test("a theme pack is added, switched off and on, and taken away", async ({ page }) => {
  const table = await lexicon(page);
  await table.getByLabel("添加主题包").selectOption("空白主题包");
  await add(table, "联络员", "主题");
  await expect(table.getByRole("status")).toContainText("新增 联络员");
  await table.getByLabel("启用").uncheck();
  await expect(table.getByRole("status")).toContainText("减少 联络员");
  await table.getByRole("button", { name: "移除这个主题包" }).click();
  await table.getByLabel("添加主题包").selectOption("营商环境");
  await expect(table.getByRole("button", { name: "删除 一网通办" })).toBeVisible();
});

test("CSV comes in with its bad lines by number and reason, is put right, and goes out for Excel", async ({ page }) => {
  const table = await lexicon(page);
  const csv = "词语,类别,规范名\r\n联络员,术语\r\n老纺织厂,没有这类\r\n\r\n,人物\r\n市发改委,机构,市发展和改革委员会\r\n";
  await table.getByLabel("词表文件").setInputFiles({ name: "词表.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(page.getByText("导入 4 行；文件第 3、5 行读不懂，列在表上方。")).toBeVisible();
  const bad = table.getByRole("region", { name: "读不懂的行" });
  await expect(bad.getByRole("listitem")).toHaveCount(2);
  await expect(bad).toContainText("没有这个类别");
  await bad.getByRole("textbox", { name: /没有这个类别/ }).fill("老纺织厂,机构");
  await page.keyboard.press("Tab");
  await expect(bad.getByRole("listitem")).toHaveCount(1);
  await bad.getByRole("button", { name: /删除/ }).click();
  await expect(bad).toHaveCount(0);
  const saved = page.waitForEvent("download");
  await table.getByRole("button", { name: "导出 CSV" }).click();
  expect(readFileSync(await (await saved).path(), "utf8")).toBe("\ufeff词语,类别,规范名\r\n联络员,术语\r\n老纺织厂,机构\r\n市发改委,机构,市发展和改革委员会\r\n");
  await page.getByRole("tab", { name: /粘贴 1/ }).click();
  await expect((await report(page)).locator("banmian-article .tag.organization", { hasText: "老纺织厂" })).toBeVisible();
});

test("words that are selected on the page go into the lexicon", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "校改" }).click();
  const galley = page.locator("banmian-galley");
  await galley.getByRole("button", { name: /^正文：临江县县长/ }).click();
  await galley.getByRole("menu").getByText("标注一个词……").click();
  await galley.getByLabel("要标注的字").fill("联络员");
  await galley.getByRole("radio", { name: "术语" }).check();
  await galley.getByRole("button", { name: "加入词表" }).click();
  await expect(galley.locator(".tag.term", { hasText: "联络员" })).toBeVisible();
  await page.getByRole("tab", { name: "词表" }).click();
  await expect(page.locator("banmian-lexicon").getByLabel("词语", { exact: true })).toHaveValue("联络员");
});

test("while the page is analysed again with more words, it stays in sight where the reader is", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "校改" }).click();
  const galley = page.locator("banmian-galley");
  const grip = galley.getByRole("button", { name: /^正文：临江县县长/ });
  await grip.click();
  await galley.getByRole("menu").getByText("标注一个词……").click();
  await galley.getByLabel("要标注的字").fill("联络员");
  await galley.getByRole("radio", { name: "术语" }).check();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(100);
  await page.evaluate(() => {
    let gone = false;
    Object.assign(window, { gone: () => gone });
    new MutationObserver(() => (gone ||= scrollY < 100)).observe(document, { subtree: true, childList: true });
    addEventListener("scroll", () => (gone ||= scrollY < 100));
  });
  await galley.getByRole("button", { name: "加入词表" }).click();
  await expect(galley.locator(".tag.term", { hasText: "联络员" })).toBeVisible();
  await expect(page.getByText("分析完成，分出 3 篇稿件。")).toBeVisible();
  expect(await page.evaluate(() => /** @type {any} */ (window).gone())).toBe(false);
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(40);
  await expect(grip).toBeFocused();
});

test("a theme that was not found is added where themes are put right, and from words of the page", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "校改" }).click();
  const themes = page.locator("banmian-theme-desk");
  await themes.getByLabel("添加主题").fill("单位能耗");
  await page.keyboard.press("Enter");
  await expect(themes.getByRole("listitem").filter({ hasText: "单位能耗" })).toBeVisible();
  const galley = page.locator("banmian-galley");
  await galley.getByRole("button", { name: /^正文：临江县县长/ }).click();
  await galley.getByRole("menu").getByText("标注一个词……").click();
  await galley.getByLabel("要标注的字").fill("施工图");
  await galley.getByRole("button", { name: "设为主题" }).click();
  await expect(themes.getByRole("listitem").filter({ hasText: "施工图" })).toBeVisible();
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await expect((await report(page)).locator("banmian-themes").getByRole("button", { name: /^施工图/ })).toBeVisible();
});

test("a view that is chosen while the page that was open is still looked for is the one that is shown", async ({ page }) => {
  await lexicon(page);
  await page.getByRole("tab", { name: "粘贴 1" }).click();
  /** @param {string} file @returns {Promise<(value?: unknown) => void>} lets it through */
  const held = async (file) => {
    /** @type {(value?: unknown) => void} */
    let go = () => {};
    const asked = new Promise((resolve) => (go = resolve));
    await page.route(file, async (route) => {
      await asked;
      await route.continue();
    });
    return go;
  };
  const [database, table] = [await held("**/assets/store-*.js"), await held("**/assets/banmian-lexicon-*.js")];
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("button", { name: "词表" }).click();
  database();
  await expect(page.getByRole("tab", { name: "粘贴 1" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "粘贴 1" })).toHaveAttribute("aria-selected", "false");
  table();
  await expect(page.getByRole("textbox", { name: "新词语", exact: true })).toBeVisible();
});
