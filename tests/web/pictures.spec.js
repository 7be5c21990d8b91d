/** The pictures of a page and of several: what they show, where their points lead, and how they are taken away. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { faults } from "./axe.js";
import { PAGE } from "./fixtures/pages.js";
import { file, litWords, paste, report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
async function pictures(page) {
  const shown = await report(page);
  await shown.getByRole("tab", { name: "图示" }).click();
  const figure = (/** @type {string} */ title) => shown.getByRole("figure").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
  await expect(figure("主题与稿件").getByRole("img")).toBeVisible();
  return { shown, figure };
}

/**
 * @param {Page} page
 * @param {import("@playwright/test").Locator} button
 */
async function taken(page, button) {
  const download = page.waitForEvent("download");
  await button.click();
  const got = await download;
  return { name: got.suggestedFilename(), bytes: readFileSync(/** @type {string} */ (await got.path())) };
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const broken = [];
    Object.assign(window, { broken });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => broken.push(`${effectiveDirective} ${blockedURI}`));
  });
  await page.goto("./");
});

test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => /** @type {any} */ (window).broken), "what the policy has blocked").toEqual([]);
});

test("a cell of the matrix leads to the sentence that shows it", async ({ page }) => {
  await paste(page, PAGE);
  const { shown, figure } = await pictures(page);
  const cell = figure("主题与稿件").locator("[data-row]").first();
  await expect(cell.locator("title")).toHaveText(/：第 \d 篇 \d 处/);
  await cell.click();
  await expect(shown.getByRole("tab", { name: "读稿" })).toHaveAttribute("aria-selected", "true");
  await expect(shown.locator("banmian-article .target").first()).toBeFocused();
  await expect.poll(async () => (await litWords(page)).length).toBeGreaterThan(0);
});

test("the numbers of a picture are a table whose rows lead to the same places", async ({ page }) => {
  await paste(page, PAGE);
  const { shown, figure } = await pictures(page);
  const bars = figure("主题出现的次数");
  await bars.getByRole("button", { name: "看表" }).click();
  await expect(bars.getByRole("columnheader", { name: "次数" })).toBeVisible();
  const row = bars.getByRole("row").filter({ hasText: "青商回归" }).first();
  await expect(row.getByRole("cell").nth(2)).toHaveText("3");
  await row.getByRole("button", { name: /到原处/ }).click();
  await expect(shown.locator("banmian-article .target").first()).toHaveText("青商回归");
});

test("the network ties what one paragraph names, and leaves out who writes", async ({ page }) => {
  await paste(page, PAGE);
  const { figure } = await pictures(page);
  const network = figure("主题、人物与机构");
  await network.getByRole("button", { name: "看表" }).click();
  const row = network.getByRole("row").filter({ hasText: "沈知远" }).filter({ hasText: "青商回归" });
  await expect(row).toHaveCount(1);
  await expect(network.getByRole("row").filter({ hasText: "林见微" })).toHaveCount(0);
});

test("a picture is taken away as CSV, SVG and PNG", async ({ page }) => {
  await paste(page, PAGE);
  const { figure } = await pictures(page);
  const bars = figure("主题出现的次数");
  const csv = await taken(page, bars.getByRole("button", { name: "CSV" }));
  expect(csv.name).toBe("themes.csv");
  expect(csv.bytes.toString("utf8")).toMatch(/^\ufeff主题,写法,次数\r\n.*青商回归,原样,3\r\n/s);
  const svg = await taken(page, bars.getByRole("button", { name: "SVG" }));
  const drawing = svg.bytes.toString("utf8");
  expect(drawing).toContain("<title>主题出现的次数</title>");
  expect(drawing).toMatch(/fill="rgb\(165, 28, 28\)"/);
  expect(drawing).not.toMatch(/var\(--|<style| style=/);
  const png = await taken(page, bars.getByRole("button", { name: "PNG" }));
  expect([...png.bytes.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  expect(png.bytes.length).toBeGreaterThan(2000);
});

test("pages of several days are seen over time, with what is printed again", async ({ page }) => {
  const second = PAGE.replace("11月7日　星期五", "11月8日　星期六").replace("# 老厂房里长出新赛道", "# 旧厂房换了新面貌").replaceAll("示范线", "中试线");
  const third = "青川日报　2025年11月9日　星期日　第1版\n\n# 客商把家安在青川\n\n青川日报讯（记者 林见微）“青商回归”一年来，又有八位客商把家安在青川，“青商回归”的故事还在继续。\n";
  await page.locator("#files").setInputFiles([file("七日.txt", PAGE), file("八日.txt", second), file("九日.txt", third)]);
  const { shown, figure } = await pictures(page);
  const timeline = figure("主题的起落");
  await expect(timeline.getByRole("img")).toBeVisible({ timeout: 20_000 });
  await timeline.getByRole("button", { name: "看表" }).click();
  const rows = timeline.getByRole("row").filter({ hasText: "青商回归" });
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText("2025-11-07");
  const again = figure("重复刊出的稿件").getByRole("row").filter({ hasText: "同心谋发展" });
  await expect(again).toContainText("八日.txt");
  await expect(again).toContainText("100%");
  await again.getByRole("button", { name: /到原处/ }).click();
  await expect(page.getByRole("tab", { name: /八日/ })).toHaveAttribute("aria-selected", "true");
  await expect((await report(page)).locator("h3", { hasText: "同心谋发展" }).first()).toBeInViewport();
  await expect(shown).toBeVisible();
});

test("nothing of it is loaded before it is asked for", async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await paste(page, PAGE);
  const shown = await report(page);
  expect(asked.filter((url) => /pictures|compare/.test(url))).toEqual([]);
  await shown.getByRole("tab", { name: "图示" }).click();
  await expect(shown.getByRole("figure").first()).toBeVisible();
  expect(asked.some((url) => /pictures/.test(url))).toBe(true);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [390, 1280]) {
    test(`no fault in ${colorScheme} at ${width} px, drawn and as tables`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await paste(page, PAGE);
      const { figure } = await pictures(page);
      expect(await faults(page)).toEqual([]);
      for (const title of ["主题与稿件", "主题出现的次数", "主题、人物与机构"]) await figure(title).getByRole("button", { name: "看表" }).click();
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}
