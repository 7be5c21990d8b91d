/** What a reader does with a page and sees of it. */
import { expect, test } from "@playwright/test";
import { HEADLINES, PAGE, SENTENCE } from "./fixtures/pages.js";
import { litWords, paste, report } from "./reader.js";

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

test("a pasted page becomes articles in the order of the page", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  await expect(shown.locator("banmian-article h3")).toHaveText(HEADLINES);
  await expect(shown.getByText(SENTENCE)).toBeVisible();
  await expect(shown.locator("banmian-article").first()).toContainText("林见微");
  await expect(shown.locator("banmian-masthead")).toContainText("3 篇稿件");
});

test("nothing pasted gives a hint and no analysis", async ({ page }) => {
  await page.getByRole("button", { name: "分析版面" }).click();
  await expect(page.getByRole("alert")).toContainText("还没有文字");
  await expect(page.getByRole("textbox", { name: "版面文字" })).toBeFocused();
});

test("the legend switches the tags of a kind off and on", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  const places = shown.locator("banmian-article .tag.place");
  await expect(places.first()).toBeVisible();
  const before = await shown.locator("banmian-article .body").allInnerTexts();
  const toggle = shown.getByRole("group", { name: "标注图例与开关" }).getByRole("button", { name: /地点/ });
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  await expect(places).toHaveCount(0);
  expect(await shown.locator("banmian-article .body").allInnerTexts()).toEqual(before);
  await toggle.click();
  await expect(places.first()).toBeVisible();
});

test("a theme lights its mentions and its evidence leads to its place", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  const theme = shown.locator("banmian-themes").getByRole("button", { name: /青商回归/ }).first();
  await theme.click();
  await expect(theme).toHaveAttribute("aria-expanded", "true");
  await expect.poll(async () => new Set(await litWords(page))).toEqual(new Set(["青商回归"]));
  const proof = shown.locator("banmian-themes .theme .evidence").last();
  const words = (await proof.innerText()).trim();
  await proof.click();
  const target = shown.locator("banmian-article .target").first();
  await expect(target).toBeInViewport();
  await expect(target).toBeFocused();
  expect(words).toContain((await target.innerText()).trim());
});

test("the bar walks from mention to mention", async ({ page }) => {
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("tab", { name: "名录" }).click();
  await shown.locator("banmian-entities").getByRole("button", { name: /沈知远/ }).click();
  const walk = shown.getByRole("group", { name: "逐处查看" });
  await walk.getByRole("button", { name: "下一处" }).click();
  await expect(shown.locator("banmian-article .target").first()).toHaveText("沈知远");
  await walk.getByRole("button", { name: "取消高亮" }).click();
  await expect.poll(() => litWords(page)).toEqual([]);
});

test("the original can be changed and is analysed again", async ({ page }) => {
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "改原文" }).click();
  const box = page.getByRole("textbox", { name: "原文" });
  await expect(box).toHaveValue(PAGE);
  await box.fill(`${PAGE}\n# 夜市今晚开张\n\n青川日报讯（记者 程砚秋）南门夜市今晚开张，摊位八十个。\n`);
  await page.getByRole("button", { name: "重新分析" }).click();
  await expect((await report(page)).locator("banmian-article h3")).toHaveText([...HEADLINES, "夜市今晚开张"]);
});

test("the report can be taken away as Markdown and as JSON", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: "复制 Markdown" }).click();
  await expect(page.getByText("已复制全版 Markdown。")).toBeVisible();
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  expect(markdown).toContain(`## ${HEADLINES[1]}`);
  expect(markdown.match(/程砚秋/g)).toHaveLength(1);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: "JSON" }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.json$/);
});

test("a phone shows articles, contents, themes and names as tabs", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("tab", { name: "目录" }).click();
  await shown.locator("banmian-contents").getByRole("button", { name: new RegExp(HEADLINES[2]) }).click();
  await expect(shown.getByRole("tab", { name: "稿件" })).toHaveAttribute("aria-selected", "true");
  await expect(shown.locator("h3", { hasText: HEADLINES[2] })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("an analysis can be stopped, and begun again with the same text", async ({ page }) => {
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await paste(page, PAGE);
  await page.getByRole("button", { name: "取消" }).click();
  await expect(page.getByRole("alert")).toContainText("分析已取消。");
  release();
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
});

test("a sample shows its repairs where they were made, each with its reason", async ({ page }) => {
  await page.getByRole("button", { name: "晚报要闻版" }).click();
  const shown = await report(page);
  const repair = shown.getByRole("button", { name: /^修补：接合断段。/ }).first();
  await repair.focus();
  const label = await repair.getAttribute("aria-label");
  const reason = shown.locator("banmian-repair [popover]:popover-open");
  await expect(reason).toBeVisible();
  expect(label).toContain((await reason.innerText()).split("\n")[0].replace("接合断段", "").trim());
  await page.keyboard.press("Escape");
  await expect(reason).toHaveCount(0);
});

test("after an analysis the keyboard goes on at the page's tab", async ({ page }) => {
  await paste(page, PAGE);
  await report(page);
  await expect(page.getByRole("tab", { name: /粘贴 1/ })).toBeFocused();
});
