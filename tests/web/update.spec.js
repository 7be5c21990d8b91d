/** A new build is put on the server while a reader works with the old one: the old one is whole to its end, and nothing is lost. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { HEADLINES, PAGE } from "./fixtures/pages.js";
import { paste, report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

const BUILT = fileURLToPath(new URL("../../dist/", import.meta.url));
/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" };

/** A copy of what is built as the next build would be: each file whose name has a hash in it has another one. */
function nextBuild() {
  const folder = mkdtempSync(join(tmpdir(), "banmian-next-"));
  cpSync(BUILT, folder, { recursive: true });
  const hashed = readdirSync(join(folder, "assets")).map((name) => /** @type {const} */ ([name, name.replace(/-([\w-]{8})(\.\w+)$/, (_, hash, end) => `-${[...hash].reverse().join("")}${end}`)]));
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:js|mjs|html|css)$/.test(path)) continue;
    const text = readFileSync(join(folder, path), "utf8").replace(/(?<=self\.VERSION = ")\w+/, "next");
    writeFileSync(join(folder, path), hashed.reduce((text, [old, other]) => text.replaceAll(old, other), text));
  }
  for (const [old, other] of hashed) renameSync(join(folder, "assets", old), join(folder, "assets", other));
  return folder;
}

/** A server whose folder can be exchanged. */
function serve() {
  const served = { folder: BUILT };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = join(served.folder, pathname === "/" ? "index.html" : pathname);
    try {
      const bytes = readFileSync(path);
      response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream", "Cache-Control": "no-cache" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((/** @type {(made: { served: { folder: string }, url: string, close: () => void }) => void} */ resolve) => {
    server.listen(0, () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve({ served, url: `http://localhost:${port}/`, close: () => void server.close() });
    });
  });
}

/** The names of the shelves of kept files. @param {Page} page */
const shelves = (page) => page.evaluate(() => caches.keys());

/** The scripts that the page was made of. @param {Page} page */
const script = (page) => page.locator('script[type="module"][src]').first().getAttribute("src");

test.use({ serviceWorkers: "allow" });

test("the new build waits until the old one is closed, and takes over all that was done", async ({ page, context }) => {
  const next = nextBuild();
  const site = await serve();
  try {
    await page.goto(site.url);
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state !== "activated") await new Promise((resolve) => active?.addEventListener("statechange", () => active.state === "activated" && resolve(undefined)));
    });
    await page.reload();
    const old = { script: await script(page), shelves: await shelves(page) };
    await paste(page, PAGE);
    await report(page);

    site.served.folder = next;
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const coming = registration.installing ?? registration.waiting;
      if (coming?.state !== "installed") await new Promise((resolve) => coming?.addEventListener("statechange", () => coming.state === "installed" && resolve(undefined)));
    });

    // Parts that were not loaded yet are gone from the server, and are there all the same.
    await page.getByRole("button", { name: "校改", exact: true }).click();
    await page.locator("banmian-galley").getByRole("button", { name: /^正文：沈知远表示/ }).click();
    await page.getByRole("menuitem", { name: "从这里另起一篇" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出", exact: true }).click();
    await page.getByRole("menuitem", { name: "Excel 工作簿" }).click();
    expect((await saved).suggestedFilename()).toMatch(/xlsx$/);
    await page.getByRole("tab", { name: "新版面" }).click();
    await page.getByRole("textbox", { name: "版面文字" }).fill("写到一半的一版");
    expect(await shelves(page)).toHaveLength(2);

    await page.reload();
    expect(await script(page)).not.toBe(old.script);
    await page.getByRole("tab", { name: "新版面" }).click();
    await expect(page.getByRole("textbox", { name: "版面文字" })).toHaveValue("写到一半的一版");

    await page.close();
    const later = await context.newPage();
    await later.goto(site.url);
    await expect.poll(() => shelves(later)).toEqual(["banmian-next"]);
    expect(old.shelves).not.toContain("banmian-next");
    await later.getByRole("tab", { name: /粘贴 1/ }).click();
    await expect((await report(later)).locator("banmian-article h3")).toHaveCount(HEADLINES.length + 1);
  } finally {
    site.close();
    rmSync(next, { recursive: true });
  }
});
