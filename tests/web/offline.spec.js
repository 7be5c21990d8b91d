/** The installed app: it works without a network, fetches nothing but its own files, and embeds stay as they are. */
import { expect, test } from "@playwright/test";
import { HEADLINES, PAGE } from "./fixtures/pages.js";
import { paste, report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

test.use({ serviceWorkers: "allow" });

/** @param {Page} page */
async function installed(page) {
  await page.goto("./");
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== "activated") await new Promise((resolve) => active?.addEventListener("statechange", () => active.state === "activated" && resolve(undefined)));
  });
}

test("without a network it is loaded, analyses, corrects, and keeps what it had", async ({ page, context }) => {
  await installed(page);
  await paste(page, PAGE);
  await report(page);
  await context.setOffline(true);
  await page.reload();
  expect(await page.evaluate(() => fetch(`./nothing?${Math.random()}`).then(() => true, () => false)), "there is no network").toBe(false);
  await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
  await page.getByRole("button", { name: "校改" }).click();
  await expect(page.locator("banmian-galley .story")).toHaveCount(3);
  await page.getByRole("tab", { name: /版面库/ }).click();
  await expect(page.locator("banmian-library .row")).toHaveCount(1);
  await page.getByRole("tab", { name: "词表" }).click();
  await expect(page.locator("banmian-lexicon")).toBeVisible();
  await page.getByRole("tab", { name: "新版面" }).click();
  await paste(page, "# 断网也能读\n\n青川日报讯（记者 林见微）断网后仍能分析。\n");
  await expect((await report(page)).locator("banmian-article h3")).toHaveText(["断网也能读"]);
});

test("what it fetches ahead are its own files and nothing else", async ({ page, context, baseURL }) => {
  /** @type {import("@playwright/test").Request[]} */
  const seen = [];
  context.on("request", (request) => seen.push(request));
  await installed(page);
  expect(seen.length).toBeGreaterThan(5);
  for (const request of seen) {
    expect(request.method()).toBe("GET");
    expect(request.url().startsWith(baseURL ?? "")).toBe(true);
  }
  const kept = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(kept.some((path) => path.endsWith(".wasm"))).toBe(true);
  expect(kept.filter((path) => /\/embed[.-]|banmian\.js$/.test(path))).toEqual([]);
});

test("it can be installed: a manifest with a name, icons that are there, and a start", async ({ page, request }) => {
  await page.goto("./");
  const href = (await page.locator('link[rel="manifest"]').getAttribute("href")) ?? "";
  const url = new URL(href, page.url()).href;
  const manifest = await (await request.get(url)).json();
  expect(manifest).toMatchObject({ name: "版面", start_url: "./", display: "standalone" });
  for (const { src, sizes } of manifest.icons) {
    const icon = await request.get(new URL(src, url).href);
    expect(icon.ok(), src).toBe(true);
    if (!src.endsWith(".png")) continue;
    const bytes = await icon.body();
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
});

test("a page that embeds the elements gets no service worker", async ({ page }) => {
  await page.goto("./embed.html");
  await expect(page.locator("#with-for banmian-article").first()).toBeVisible({ timeout: 20_000 });
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0);
  await expect(page.locator('link[rel="manifest"]')).toHaveCount(0);
});
