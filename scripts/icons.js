/** Draws the icons of the installed app from `www/icon.svg`. To be run when that has changed. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium as browserType } from "@playwright/test";
import { ROOT, script } from "./run.js";
import { chromium } from "./setup.js";

/** Name, width, and the share of it that the drawing takes; a mask may cut the rest off. @type {[string, number, number][]} */
const ICONS = [
  ["icon-192.png", 192, 0.84],
  ["icon-512.png", 512, 0.84],
  ["maskable-512.png", 512, 0.6],
  ["apple-180.png", 180, 0.7],
];

const PAPER = "#f6f2e9";

await script(async () => {
  const drawing = readFileSync(join(ROOT, "www/icon.svg"), "utf8");
  const folder = join(ROOT, "www/offline/icons");
  const browser = await browserType.launch({ executablePath: (await chromium()) ?? undefined, chromiumSandbox: process.getuid?.() !== 0 });
  for (const [name, width, share] of ICONS) {
    const page = await browser.newPage({ viewport: { width, height: width } });
    const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`;
    const ground = name.startsWith("icon") ? "transparent" : PAPER;
    await page.setContent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}"><img src="${source}" width="${width * share}">`);
    await page.locator("img").evaluate((/** @type {HTMLImageElement} */ image) => image.decode());
    writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
});
