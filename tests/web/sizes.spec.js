/** What an embedded element, and the first view of the site, cost in script, packed as a server would pack it, and may cost. */
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { BASE, STORY, openHost } from "./host-page.js";

/** Bytes, packed. */
const BUDGET = { waiting: 17_000, themes: 20_000, analyzer: 30_000, site: 200_000 };

/**
 * Packed bytes of all scripts that a page has loaded once it shows what it is to show; what comes
 * after that, or when a reader asks for more, is not among them.
 * @param {import("@playwright/test").Page} page
 * @param {string} body
 * @param {() => Promise<void>} shown
 */
async function packed(page, body, shown) {
  /** @type {Map<string, import("@playwright/test").Response>} */
  const scripts = new Map();
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.set(response.url(), response);
  });
  await page.addInitScript(() => document.addEventListener("banmian-report", () => performance.mark("shown")));
  await openHost(page, { body: `${body}<script type="module" src="${BASE}banmian.js"></script>` });
  await shown();
  const late = await page.evaluate(() => {
    const shown = performance.getEntriesByName("shown")[0]?.startTime ?? Infinity;
    return performance.getEntriesByType("resource").filter(({ startTime }) => startTime > shown).map(({ name }) => name);
  });
  for (const name of late) scripts.delete(name);
  const sizes = (await Promise.all([...scripts.values()].map((script) => script.body()))).map((script) => brotliCompressSync(script).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}

test("waiting for its reader", async ({ page }) => {
  const size = await packed(page, `<p style="height: 4000px"></p>${STORY}<banmian-analyzer for="story"></banmian-analyzer>`, async () => {
    await page.waitForFunction(() => customElements.get("banmian-analyzer"));
  });
  expect(size).toBeLessThan(BUDGET.waiting);
});

test("the themes and the engine", async ({ page }) => {
  const size = await packed(page, `${STORY}<banmian-themes for="story"></banmian-themes>`, () => expect(page.locator("banmian-themes")).toContainText("河湾治理"));
  expect(size).toBeLessThan(BUDGET.themes);
});

test("the whole report and the engine", async ({ page }) => {
  const size = await packed(page, `${STORY}<banmian-analyzer for="story"></banmian-analyzer>`, () => expect(page.locator("banmian-article h3")).toHaveCount(2));
  expect(size).toBeLessThan(BUDGET.analyzer);
});

test("the first view of the site, script and style, with what it fetches when idle", async ({ page }) => {
  /** @type {import("@playwright/test").Response[]} */
  const parts = [];
  page.on("response", (response) => void (/\.(?:js|css)$/.test(response.url()) && parts.push(response)));
  await page.goto("./", { waitUntil: "networkidle" });
  await expect(page.getByRole("button", { name: "分析版面" })).toBeVisible();
  const sizes = await Promise.all(parts.map(async (part) => brotliCompressSync(await part.body()).length));
  expect(parts.some((part) => part.url().endsWith(".css"))).toBe(true);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(BUDGET.site);
});
