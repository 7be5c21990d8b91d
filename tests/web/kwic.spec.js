/** Looking for words and names: what is lit, what is listed in its context, and the way from the list to the text. */
import { expect, test } from "@playwright/test";
import { PAGE, TRADITIONAL } from "./fixtures/pages.js";
import { litWords, paste, report } from "./reader.js";

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

test("a search lights its hits, counts them and lists them in their context", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("searchbox", { name: "搜索全版" }).fill("示范线");
  const walk = shown.getByRole("group", { name: "逐处查看" });
  await expect(walk.getByRole("status")).toHaveText("1 处");
  await expect.poll(() => litWords(page)).toEqual(["示范线"]);
  const row = walk.getByRole("button", { name: /示范线昨日投产/ });
  await expect(row.locator("mark")).toHaveText("示范线");
  await expect(walk.getByRole("heading", { name: /第 2 篇.*老厂房里长出新赛道/ })).toBeVisible();
  await row.click();
  const target = shown.locator("banmian-article .target");
  await expect(target).toHaveText("示范线");
  await expect(target).toBeFocused();
  await expect(target).toBeInViewport();
});

test("several words are found in the articles that have all of them", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("searchbox").fill("青商回归 沈知远");
  const walk = shown.getByRole("group", { name: "逐处查看" });
  await expect(walk.getByRole("heading")).toHaveCount(1);
  await expect(walk.getByRole("heading")).toContainText("同心谋发展");
  await expect.poll(async () => new Set(await litWords(page))).toEqual(new Set(["青商回归", "沈知远"]));
});

test("traditional characters find simplified ones, and the other way round", async ({ page }) => {
  await paste(page, PAGE);
  let shown = await report(page);
  await shown.getByRole("searchbox").fill("紡織廠");
  await expect.poll(() => litWords(page)).toEqual(["纺织厂"]);
  await page.getByRole("button", { name: "合上" }).click();
  await paste(page, TRADITIONAL);
  shown = await report(page);
  await shown.getByRole("searchbox").fill("货运航线");
  await expect.poll(() => litWords(page)).toEqual(["貨運航線"]);
});

test("what is not found is said, and a cleared search lets go", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  const field = shown.getByRole("searchbox");
  await field.fill("火星车");
  await expect(shown.getByRole("group", { name: "逐处查看" }).getByRole("status")).toHaveText("没有找到");
  await field.press("Escape");
  await expect(shown.getByRole("group", { name: "逐处查看" })).toHaveCount(0);
  await expect(field).toHaveValue("");
});

test("words that belong to no article are found where they lie", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("searchbox").fill("星期五");
  const walk = shown.getByRole("group", { name: "逐处查看" });
  await expect(walk.getByRole("heading")).toContainText("未归入稿件的文字");
  await walk.getByRole("button", { name: /星期五/ }).click();
  const block = shown.locator("banmian-unplaced .target .text");
  await expect(block).toBeFocused();
  await expect(block).toContainText("星期五");
});

test("a search offers the names and themes that go by it", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("searchbox").fill("知远");
  const walk = shown.getByRole("group", { name: "逐处查看" });
  await walk.getByRole("button", { name: "沈知远", exact: true }).click();
  await expect.poll(async () => new Set(await litWords(page))).toEqual(new Set(["沈知远"]));
  await expect(shown.getByRole("searchbox")).toHaveValue("");
});

test("the keyboard alone looks for a word and goes to it", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  await page.keyboard.press("/");
  await expect(shown.getByRole("searchbox")).toBeFocused();
  await page.keyboard.insertText("临江县");
  const rows = shown.locator("banmian-concordance .row");
  await expect(rows.first()).toBeVisible();
  const count = await rows.count();
  expect(count).toBeGreaterThan(2);
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(rows.nth(count - 1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(shown.locator("banmian-article .target")).toBeFocused();
  await expect(rows.nth(count - 1)).toHaveAttribute("aria-current", "true");
});

test("a name lights and lists its mentions, and says where it is found", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("tab", { name: "名录" }).click();
  const name = shown.locator("banmian-entities").getByRole("button", { name: /林见微/ });
  await expect(name).toContainText("见第 1、3 篇");
  await name.click();
  await expect(shown.getByRole("group", { name: "逐处查看" }).locator(".row mark")).toHaveText(["林见微", "林见微"]);
  await expect.poll(() => litWords(page)).toEqual(["林见微", "林见微"]);
});

test("a browser that cannot paint over the text marks it", async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { Highlight: undefined }));
  await page.goto("./");
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("searchbox").fill("示范线");
  await expect(shown.locator("banmian-article .lit")).toHaveText(["示范线"]);
});

test("a text of several pages has a head for each", async ({ page }) => {
  const second = PAGE.replace("第1版", "第2版").replace("11月7日　星期五", "11月8日　星期六");
  await paste(page, `${PAGE}\n${second}`);
  const shown = await report(page);
  await expect(shown.locator("h2.page-head")).toHaveText([/青川日报　2025年11月7日星期五　第1版/, /青川日报　2025年11月8日星期六　第2版/]);
});

test("a view that is left and come back to keeps its panel, and what is lit", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("tab", { name: "名录" }).click();
  await shown.locator("banmian-entities").getByRole("button", { name: /沈知远/ }).click();
  const lit = await litWords(page);
  expect(lit.length).toBeGreaterThan(1);
  await shown.getByRole("tab", { name: "图示" }).click();
  await expect(shown.getByRole("figure").first()).toBeVisible();
  await shown.getByRole("tab", { name: "读稿" }).click();
  await expect(shown.getByRole("tab", { name: "名录" })).toHaveAttribute("aria-selected", "true");
  await expect.poll(() => litWords(page)).toEqual(lit);
});

test("a search among the pictures leads to the text", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("tab", { name: "图示" }).click();
  await shown.getByRole("searchbox").fill("示范线");
  await page.keyboard.press("Enter");
  await expect(shown.locator("banmian-article .target")).toHaveText("示范线");
});
