/** The original beside the repaired text: in step, joined by what is pointed at, every repair shown with its reason. */
import { expect, test } from "@playwright/test";
import { faults } from "./axe.js";
import { HEADLINES, PAGE } from "./fixtures/pages.js";
import { file, litWords, paste, report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
async function compare(page) {
  const shown = await report(page);
  await shown.getByRole("tab", { name: "原文对照" }).click();
  const view = shown.locator("banmian-compare");
  await expect(view.locator(".segment").first()).toBeVisible();
  return {
    view,
    original: view.getByRole("region", { name: "原文" }),
    repaired: view.getByRole("region", { name: "修补后" }),
  };
}

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

test("every line of the original stands there with its number", async ({ page }) => {
  await paste(page, PAGE);
  const { original, repaired } = await compare(page);
  const lines = PAGE.trimEnd().split("\n");
  await expect(original.locator(".line").nth(2)).toHaveAttribute("data-number", "3");
  await expect(original.locator(".line").nth(2)).toHaveText(lines[2]);
  await expect(original.locator(".line").nth(lines.length - 1)).toHaveText(lines[lines.length - 1]);
  await expect(repaired.locator(".segment.title")).toHaveText(HEADLINES);
});

test("what belongs to no article is shown on both sides where it stood", async ({ page }) => {
  await paste(page, PAGE);
  const { original, repaired } = await compare(page);
  await expect(original.locator(".furniture")).toContainText("青川日报　2025年11月7日");
  await expect(repaired.locator(".segment").first()).toHaveClass(/furniture/);
  await expect(repaired.locator(".segment").first()).toHaveAttribute("data-label", "杂项");
});

test("what is pointed at or focused lights up on the other side", async ({ page }) => {
  await paste(page, PAGE);
  const { original, repaired } = await compare(page);
  await repaired.getByText("单位能耗下降近三成").hover();
  await expect(original.locator(".on")).toContainText("单位能耗下降近三成");
  await original.getByText("山区道路湿滑").hover();
  await expect(repaired.locator(".on")).toContainText("山区道路湿滑");
  await repaired.locator(".segment.title").nth(1).focus();
  await expect(original.locator(".on")).toHaveText(HEADLINES[1]);
  await page.keyboard.press("ArrowDown");
  await expect(original.locator(".on")).toContainText("老纺织厂");
});

test("line ends that were taken out are marked on both sides", async ({ page }) => {
  await page.getByRole("button", { name: "逐行断开的旧报" }).click();
  const { original, repaired, view } = await compare(page);
  const line = original.locator(".line", { hasText: "今天上午10时18分" });
  await expect(line.locator(".wrap")).toHaveCount(1);
  const paragraph = repaired.locator(".segment", { hasText: "今天上午10时18分" });
  await expect(paragraph.locator(".wrap")).toHaveCount(4);
  await expect(paragraph).toContainText("最后一组长钢轨稳稳落在");
  await expect(view.getByRole("group", { name: "修补" }).getByRole("button", { name: /还原断行/ })).toContainText("14");
});

test("one repair after another is gone to, and gives its reason", async ({ page }) => {
  await page.getByRole("button", { name: "晚报要闻版" }).click();
  const { view, original, repaired } = await compare(page);
  await view.getByRole("group", { name: "修补" }).getByRole("button", { name: /移回原位/ }).click();
  await view.getByRole("button", { name: "下一处" }).click();
  await expect(view.getByRole("status")).toHaveText("1 / 1 处");
  await expect(view.locator(".reason")).toContainText("移回原位：2 段在原处没有开头");
  const moved = original.locator(".move").first();
  await expect(moved).toBeInViewport();
  await expect(repaired.locator(".move").first()).toBeInViewport();
  await expect(moved).toContainText("线、验仓库");
  const sign = original.getByRole("button", { name: /^修补：移回原位/ });
  await sign.focus();
  await expect(original.locator("[popover]:popover-open")).toContainText("移到文末");
});

test("one side follows the other", async ({ page }) => {
  await page.getByRole("button", { name: "晚报要闻版" }).click();
  const { original, repaired } = await compare(page);
  const last = "港产联动 携手共赢";
  await expect(original.locator(".line", { hasText: last })).not.toBeInViewport();
  await repaired.hover();
  await repaired.evaluate((pane) => (pane.scrollTop = pane.scrollHeight));
  await expect(original.locator(".line", { hasText: last })).toBeInViewport();
  await original.hover();
  await original.evaluate((pane) => (pane.scrollTop = 0));
  await expect(repaired.locator(".segment.title").first()).toBeInViewport();
});

test("a search leads to its place on both sides", async ({ page }) => {
  await page.getByRole("button", { name: "晚报要闻版" }).click();
  const { original, repaired } = await compare(page);
  await page.getByRole("searchbox").fill("白鹭坪乡");
  await page.keyboard.press("Enter");
  await expect(original.locator(".line", { hasText: "白鹭坪乡" }).first()).toBeInViewport();
  // Lit on both sides, each time it stands there.
  const lit = await litWords(page);
  expect(new Set(lit)).toEqual(new Set(["白鹭坪乡"]));
  expect(lit.length % 2).toBe(0);
  await expect(repaired.locator(".segment.on")).toContainText("白鹭坪乡");
  await expect(repaired.locator(".segment.on")).toBeInViewport();
});

test("a long text is set a part at a time and shown to its end", async ({ page }) => {
  const story = (/** @type {number} */ n) => `# 第${n}座粮仓落成\n\n渡口镇讯（记者 陆小满）渡口镇第${n}座粮仓昨日落成，镇上的人都来看。\n${"粮仓用青砖砌成，能放三千担稻谷，今年秋天就要派上用场。\n".repeat(12)}\n`;
  await page.locator("#files").setInputFiles(file("粮仓.txt", Array.from({ length: 400 }, (_, n) => story(n + 1)).join("") + "第四百座粮仓就此封顶。\n"));
  await expect(page.locator("banmian-report")).toBeVisible({ timeout: 40_000 });
  const { original, repaired } = await compare(page);
  expect(await original.locator(".line").count()).toBeLessThan(1500);
  await repaired.hover();
  await repaired.evaluate((pane) => (pane.scrollTop = pane.scrollHeight));
  await expect(repaired.locator(".segment", { hasText: "第四百座粮仓" })).toBeInViewport();
  await expect(original.locator(".line", { hasText: "第四百座粮仓" })).toBeInViewport();
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [390, 1280]) {
    test(`no fault in ${colorScheme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole("button", { name: "晚报要闻版" }).click();
      const { view } = await compare(page);
      await view.getByRole("button", { name: "下一处" }).click();
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}
