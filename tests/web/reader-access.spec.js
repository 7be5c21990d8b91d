/** The page by keyboard and for assistive technology, in light and dark. */
import { expect, test } from "@playwright/test";
import { faults } from "./axe.js";
import { PAGE } from "./fixtures/pages.js";
import { litWords, paste, report } from "./reader.js";

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [390, 1440]) {
    test(`no fault in ${colorScheme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.goto("./");
      expect(await faults(page)).toEqual([]);
      await paste(page, PAGE);
      const shown = await report(page);
      expect(await faults(page)).toEqual([]);
      await shown.getByRole("tab", { name: "主题" }).click();
      await shown.locator("banmian-themes .head").first().click();
      expect(await faults(page)).toEqual([]);
      for (const name of ["名录", "待核对"]) {
        await shown.getByRole("tab", { name }).click();
        expect(await faults(page)).toEqual([]);
      }
      await shown.getByRole("searchbox").fill("青商");
      await expect(shown.locator("banmian-concordance .row").first()).toBeVisible();
      expect(await faults(page)).toEqual([]);
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
  await expect.poll(async () => (await litWords(page)).length).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await expect.poll(() => litWords(page)).toEqual([]);
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
