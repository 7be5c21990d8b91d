/** What an embedded element costs in script, packed as a server would pack it, and what it may cost. */
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { BASE, STORY, openHost } from "./host-page.js";

/** Bytes, packed. */
const BUDGET = { waiting: 17_000, themes: 20_000, analyzer: 30_000 };

/**
 * Packed bytes of all scripts that a page has loaded once it shows what it is to show; what is loaded when a reader asks for more is not among them.
 * @param {import("@playwright/test").Page} page
 * @param {string} body
 * @param {() => Promise<void>} shown
 */
async function packed(page, body, shown) {
  /** @type {Promise<Buffer>[]} */
  const scripts = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.body());
  });
  await openHost(page, { body: `${body}<script type="module" src="${BASE}banmian.js"></script>` });
  await shown();
  const sizes = (await Promise.all(scripts)).map((script) => brotliCompressSync(script).length);
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
