/** The page by keyboard and for assistive technology, in light and dark. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "@playwright/test";
import { PAGE } from "./fixtures/pages.js";
import { paste, report } from "./reader.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Rules broken seriously, each with the elements that break it.
 * @param {import("@playwright/test").Page} page
 */
async function serious(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run();
    return violations
      .filter((/** @type {any} */ { impact }) => impact === "serious" || impact === "critical")
      .map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.target.join(" ")).join(", ")}`);
  });
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [390, 1440]) {
    test(`no serious fault in ${colorScheme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.goto("./");
      expect(await serious(page)).toEqual([]);
      await paste(page, PAGE);
      const shown = await report(page);
      expect(await serious(page)).toEqual([]);
      await shown.getByRole("tab", { name: "主题" }).click();
      await shown.locator("banmian-themes .head").first().click();
      expect(await serious(page)).toEqual([]);
      await shown.getByRole("tab", { name: "名录" }).click();
      expect(await serious(page)).toEqual([]);
    });
  }
}

test("the keyboard alone reads a page", async ({ page }) => {
  await page.goto("./");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到内容" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: "版面文字" })).toBeFocused();
  await page.keyboard.insertText(PAGE);
  await page.keyboard.press("Control+Enter");
  const shown = await report(page);
  await shown.getByRole("tab", { name: "主题" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(shown.getByRole("tab", { name: "名录" })).toBeFocused();
  await expect(shown.getByRole("tabpanel", { name: "名录" })).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await shown.locator("banmian-themes .head").first().focus();
  await page.keyboard.press("Enter");
  await expect(shown.locator("banmian-article .lit").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(shown.locator("banmian-article .lit")).toHaveCount(0);
});

test("the reader can choose the dark page, and it is kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("./");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByLabel("外观").selectOption("dark");
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await page.reload();
  await expect.poll(ground).toBe(dark);
});
