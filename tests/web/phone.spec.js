/** What a thumb needs: room for each control, and words that have the width of the screen. */
import { expect, test } from "@playwright/test";
import { PAGE } from "./fixtures/pages.js";
import { paste, report } from "./reader.js";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** CSS pixels that a control has at least. */
const LEAST = 40;

/** @param {import("@playwright/test").Page} page @param {string} root */
const small = (page, root) =>
  page.locator(root).locator(".button, select, [role=tab], [role^=menuitem], [aria-pressed]").evaluateAll((controls, least) => controls.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < least).map((one) => one.outerHTML), LEAST);

test("controls are as high as a finger needs", async ({ page }) => {
  await page.goto("./");
  expect(await small(page, "body")).toEqual([]);
  await paste(page, PAGE);
  const shown = await report(page);
  await expect(shown.locator("banmian-article h3").first()).toBeVisible();
  expect(await small(page, "body")).toEqual([]);
  await shown.getByRole("tab", { name: "待核对" }).click();
  await expect(shown.locator("banmian-review")).toBeVisible();
  expect(await small(page, "body")).toEqual([]);
  await page.getByRole("button", { name: "导出" }).click();
  expect(await small(page, "banmian-take")).toEqual([]);
});

test("on paper stand the articles, whichever panel is in sight", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  const shown = await report(page);
  await shown.getByRole("tab", { name: "主题" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(shown.locator("banmian-article h3").first()).toBeVisible();
  await expect(shown.locator("banmian-themes").first()).toBeHidden();
});

test("a page is corrected in one column, with the records below it", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  const galley = page.locator("banmian-galley");
  const paragraph = await galley.locator(".words").first().boundingBox();
  const loose = await galley.locator(".loose-words").first().boundingBox();
  expect(loose?.width).toBeGreaterThan((paragraph?.width ?? 0) * 0.9);
  await page.getByRole("button", { name: "校改记录" }).click();
  await expect(page.getByRole("complementary", { name: "校改记录与主题" })).toBeFocused();
});

test("a new page is begun from anywhere in a row of tabs", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  for (const paper of ["甲", "乙"]) {
    await page.getByRole("tab", { name: "新版面" }).click();
    await paste(page, `${paper}${PAGE}`);
    await report(page);
  }
  const tabs = page.locator("banmian-page-tabs [role=tablist]");
  await expect.poll(() => tabs.evaluate((row) => row.scrollLeft)).toBeGreaterThan(0);
  await expect(page.getByRole("tab", { selected: true }).first()).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("tab", { name: "新版面" })).toBeInViewport({ ratio: 1 });
});
