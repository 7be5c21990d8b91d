/**
 * Firefox, over WebDriver BiDi: the one file from disk, and the elements in a strict page of another origin. Left out where no
 * Firefox is installed.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { STORY, strict } from "../web/host-page.js";

/** @import { Browser, Page } from "puppeteer-core" */

const FIREFOX = [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"].find((path) => path && existsSync(path));
const FILE = pathToFileURL(fileURLToPath(new URL("../../dist/banmian-standalone.html", import.meta.url))).href;
const skip = FIREFOX ? false : "no Firefox here";

/** @type {Browser} */
let browser;
/** @type {import("node:child_process").ChildProcess} */
let server;
let port = 0;

before(async () => {
  if (!FIREFOX) return;
  port = await freePort();
  server = spawn(process.execPath, [fileURLToPath(new URL("../web/server.js", import.meta.url))], { env: { ...process.env, BANMIAN_TEST_PORT: String(port) }, stdio: "inherit" });
  browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true, extraPrefsFirefox: { "intl.accept_languages": "zh-CN" } });
});
after(async () => {
  await browser?.close();
  server?.kill();
});

/**
 * A new page at an address, with what it complains of.
 * @param {string} url
 * @param {(page: Page, complaints: string[]) => Promise<void>} look
 */
async function at(url, look) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  try {
    await page.goto(url);
    await look(page, complaints);
  } finally {
    await page.close();
  }
}

/**
 * @param {string} body
 * @param {string} [csp]
 */
function guest(body, csp) {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>客</title><link rel="icon" href="data:,"><body>${body}</body></html>`;
  return `http://127.0.0.1:${port}/guest.html?${new URLSearchParams(csp ? { html, csp } : { html })}`;
}

const tag = () => `<script type="module" src="http://localhost:${port}/papers/today/banmian.js"></script>`;

/**
 * Texts of what is found, through shadow trees, once so many are there: articles are set one after the other.
 * @param {Page} page
 * @param {string} selector
 */
async function texts(page, selector, count = 1) {
  await page.waitForSelector(`>>> ${selector}`, { timeout: 30_000 });
  const late = Date.now() + 30_000;
  for (;;) {
    const found = await page.$$eval(`>>> ${selector}`, (all) => all.map(({ textContent }) => textContent?.trim()));
    if (found.length >= count || Date.now() > late) return found;
  }
}

test("the one file reads a page by double click", { skip }, () =>
  at(FILE, async (page, complaints) => {
    const sample = await page.waitForSelector(">>> .samples button");
    await sample?.click();
    assert.ok((await texts(page, "banmian-article >>> h3", 4)).length > 3);
    assert.equal(page.workers().length, 1);
    assert.deepEqual(complaints, []);
  }));

test("an element in a strict page of another origin, its work done by a worker", { skip }, () =>
  at(guest(`${STORY}<banmian-analyzer for="story"></banmian-analyzer>${tag()}`, strict(`http://localhost:${port}`)), async (page, complaints) => {
    assert.deepEqual(await texts(page, "banmian-article >>> h3", 2), ["河湾治理见成效 白鹭回到城里来", "旧粮仓改成图书馆"]);
    assert.equal(page.workers().length, 1);
    assert.deepEqual(complaints, []);
  }));

test("where workers are forbidden the page does the work", { skip }, () =>
  at(guest(`${STORY}<banmian-themes for="story"></banmian-themes>${tag()}`, strict(`http://localhost:${port}`).replace(/worker-src [^;]+/, "worker-src 'none'")), async (page) => {
    assert.ok((await texts(page, "banmian-themes >>> .name")).includes("河湾治理"));
    assert.equal(page.workers().length, 0);
  }));

test("a policy without wasm is named", { skip }, () =>
  at(guest(`${STORY}<banmian-themes for="story"></banmian-themes>${tag()}`, strict(`http://localhost:${port}`).replace(" 'wasm-unsafe-eval'", "")), async (page) => {
    assert.match(String(await texts(page, "[role=alert]")), /'wasm-unsafe-eval'/);
  }));

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
