/**
 * Firefox, over WebDriver BiDi: the one file from disk, the elements in a strict page of another origin, and text that would do harm, pasted
 * and in an element. Left out where no Firefox is installed.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { HARM, HOSTILE_PAGE, TRAP } from "../web/fixtures/hostile.js";
import { STORY, strict } from "../web/host-page.js";
import { inside } from "../web/inside.js";

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

/** Firefox has nothing to do with port 9 and tells nobody that it was asked for; this one it would try. */
const HOSTILE = HOSTILE_PAGE.replaceAll(TRAP, "http://127.0.0.1:8/trap");

/**
 * A page where nothing may happen: what runs, is asked for, opens or had to be stopped fails the test when it has done its harm.
 * @param {string} url
 * @param {(page: Page, look: () => Promise<void>) => Promise<void>} harm
 */
async function trapped(url, harm) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const happened = [];
  page.on("dialog", (dialog) => (happened.push(`dialog ${dialog.message()}`), void dialog.dismiss()));
  page.on("popup", (popup) => happened.push(`window ${popup?.url()}`));
  page.on("pageerror", (error) => happened.push(`error ${error}`));
  page.on("request", (request) => {
    const { protocol, port: at, href } = new URL(request.url());
    if (!["blob:", "data:"].includes(protocol) && !(request.method() === "GET" && at === String(port))) happened.push(`request ${request.method()} ${href}`);
  });
  await page.evaluateOnNewDocument(() => {
    const stopped = /** @type {string[]} */ ([]);
    Object.assign(window, { stopped, ran: (/** @type {unknown} */ what) => stopped.push(`ran ${what}`) });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => stopped.push(`${effectiveDirective} ${blockedURI} ${sample}`));
  });
  const look = async () => assert.deepEqual([...happened, ...(await page.evaluate(inside))], []);
  try {
    await page.goto(url);
    assert.equal(await page.evaluate(() => typeof (/** @type {any} */ (window).ran)), "function");
    await harm(page, look);
    await look();
  } finally {
    await page.close();
  }
}

/** In every view. @param {Page} page @param {() => Promise<void>} look */
async function everyView(page, look) {
  const views = new Set(["读稿", "原文对照", "图示"]);
  for (const tab of await page.$$(">>> [role=tab]")) {
    if (!views.delete(await tab.evaluate(({ textContent }) => textContent?.trim() ?? ""))) continue;
    await tab.evaluate((one) => /** @type {HTMLElement} */ (one).click());
    await page.waitForFunction((one) => one.getAttribute("aria-selected") === "true", {}, tab);
    await look();
  }
  assert.equal(views.size, 0);
}

test("text that would do harm, pasted: it is shown as text, and nothing else happens", { skip }, () =>
  trapped(`http://localhost:${port}/papers/today/`, async (page, look) => {
    const box = await page.waitForSelector(">>> textarea#text");
    await box?.evaluate((one, text) => {
      /** @type {HTMLTextAreaElement} */ (one).value = text;
      one.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    }, HOSTILE);
    await (await page.waitForSelector(">>> .actions .main"))?.evaluate((one) => /** @type {HTMLElement} */ (one).click());
    const shown = await texts(page, "banmian-article >>> h3", Object.keys(HARM).length);
    assert.ok(shown.some((text) => text?.includes(HARM.script)), shown.join("\n"));
    await everyView(page, look);
  }));

test("text that would do harm, in an element on a page of another: nothing outside it changes", { skip }, () =>
  trapped(guest(`<p id="own">本页自己的话</p><banmian-analyzer id="guest"></banmian-analyzer>${tag()}`), async (page, look) => {
    await page.waitForFunction(() => customElements.get("banmian-analyzer"));
    const outside = () => page.evaluate(() => [document.body.innerHTML, document.title, location.href, document.adoptedStyleSheets.length, Object.keys(window).length, history.length]);
    const before = await outside();
    await page.$eval("#guest", (element, text) => void Object.assign(element, { text }), HOSTILE);
    const shown = await texts(page, "banmian-article >>> h3", Object.keys(HARM).length);
    assert.ok(shown.some((text) => text?.includes(HARM.script)), shown.join("\n"));
    await everyView(page, look);
    assert.deepEqual(await outside(), before);
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
