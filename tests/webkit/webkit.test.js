/**
 * The main jobs in WebKitGTK, over WebDriver: Debian's MiniBrowser on a display that nobody sees. Left out where it is not installed
 * (`apt-get install webkit2gtk-driver xvfb`).
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Builder, Capabilities } from "selenium-webdriver";
import { HEADLINES, PAGE } from "../web/fixtures/pages.js";
import { STORY } from "../web/host-page.js";

/** @import { ChildProcess } from "node:child_process" */
/** @import { WebDriver } from "selenium-webdriver" */

const DRIVER = "/usr/bin/WebKitWebDriver";
const XVFB = "/usr/bin/Xvfb";
const FILE = pathToFileURL(fileURLToPath(new URL("../../dist/banmian-standalone.html", import.meta.url))).href;
const skip = existsSync(DRIVER) && existsSync(XVFB) && miniBrowser() ? false : "no WebKitGTK here (webkit2gtk-driver, xvfb)";
/** An analysis on a machine that does other things as well takes its time. */
const PATIENCE = 30_000;

/** Where Debian puts it, for whatever machine. */
function miniBrowser() {
  const lib = "/usr/lib";
  const folders = existsSync(lib) ? readdirSync(lib).filter((name) => name.endsWith("-linux-gnu")) : [];
  return folders.map((name) => `${lib}/${name}/webkit2gtk-4.1/MiniBrowser`).find((path) => existsSync(path));
}

/** @type {ChildProcess[]} */
const started = [];
/** @type {WebDriver} */
let browser;
let site = "";
let port = 0;

before(async () => {
  if (skip) return;
  port = await freePort();
  site = `http://localhost:${port}/papers/today/`;
  start(process.execPath, [fileURLToPath(new URL("../web/server.js", import.meta.url))], { BANMIAN_TEST_PORT: String(port) });
  const display = await startDisplay();
  const driver = await freePort();
  start(DRIVER, [`--port=${driver}`], { DISPLAY: display, LANG: "zh_CN.UTF-8", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", WEBKIT_DISABLE_DMABUF_RENDERER: "1" });
  await Promise.all([reachable(port), reachable(driver)]);
  const wish = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } });
  browser = await new Builder().usingServer(`http://127.0.0.1:${driver}`).withCapabilities(wish).disableEnvironmentOverrides().build();
});

after(async () => {
  await browser?.quit();
  for (const one of started) one.kill();
});

/** @param {string} command @param {string[]} args @param {Record<string, string>} env */
function start(command, args, env) {
  const one = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  started.push(one);
  return one;
}

/** A display of its own; the server chooses its number and says it when it is there. @returns {Promise<string>} */
function startDisplay() {
  const server = start(XVFB, ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {});
  return new Promise((resolve) => server.stdio[3]?.once("data", (/** @type {Buffer} */ number) => resolve(`:${String(number).trim()}`)));
}

/** @param {number} port @returns {Promise<void>} when somebody listens there */
async function reachable(port) {
  while (!(await fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false)));
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/** What a script of a page has at hand: elements in sight by a selector, through all shadows, and the one of them with some words. */
const AT_HAND = `
  const all = (root, selector) => [...root.querySelectorAll("*")].flatMap((one) => [...(one.matches(selector) ? [one] : []), ...(one.shadowRoot ? all(one.shadowRoot, selector) : [])]);
  const find = (selector) => all(document, selector).filter((one) => one.checkVisibility());
  const said = (one) => (one.getAttribute("aria-label") ?? "") + one.textContent;
  const say = (selector, words) => find(selector).find((one) => said(one).includes(words));`;

/**
 * What a script in the page returns, as soon as it returns something.
 * @param {string} body
 * @param {...unknown} args
 * @returns {Promise<any>}
 */
const once = (body, ...args) => browser.wait(() => browser.executeScript(`${AT_HAND}\n${body}`, ...args), PATIENCE, `${body} ${args}`);

/** @param {string} selector @param {string} words */
const press = (selector, words) => once("const one = say(arguments[0], arguments[1]); one?.click(); return Boolean(one);", selector, words);

/** The texts, once so many are there: articles are set one after the other. @param {string} selector @param {number} count @returns {Promise<string[]>} */
const texts = (selector, count) => once("const found = find(arguments[0]).map(({ textContent }) => textContent.trim()); return found.length >= arguments[1] && found;", selector, count);

/** @param {string} field @param {string} text */
const fill = (field, text) =>
  once("const [one] = find(arguments[0]); if (!one) return false; one.value = arguments[1]; one.dispatchEvent(new Event('input', { bubbles: true })); return true;", field, text);

/** The page in simplified Chinese, whatever language the browser prefers. @param {string} url */
async function open(url) {
  await browser.get(url);
  await press("button", "简");
}

/** Notes what is taken away, as the browser of a test shows no file. */
const NOTE_DOWNLOADS = "window.taken = []; HTMLAnchorElement.prototype.click = function () { if (this.download) window.taken.push(this.download); }; return true;";

test("a pasted page becomes articles; a theme is lit, the page corrected, taken away and kept", { skip }, async () => {
  await open(site);
  await fill("textarea", PAGE);
  await press("button", "分析版面");
  assert.deepEqual(await texts("article h3", HEADLINES.length), HEADLINES);

  await press("button", "青商回归");
  assert.ok((await once("return typeof Highlight === 'undefined' ? -1 : CSS.highlights.get('banmian-lit')?.size")) >= 3, "the theme is lit");

  await once(NOTE_DOWNLOADS);
  await press("button", "导出");
  await press("[role=menuitem]", "Excel 工作簿");
  assert.match((await once("return window.taken.length > 0 && window.taken"))[0], /\.xlsx$/);

  await press("button", "校改");
  await press("button", "正文：沈知远表示");
  await press("[role=menuitem]", "从这里另起一篇");
  assert.equal((await once(`const stories = find(".story"); return stories.length === ${HEADLINES.length + 1} && stories.map(({ textContent }) => textContent)`)).length, HEADLINES.length + 1);

  // WebKitGTK begins anew where other browsers come back to the page that was open; it is in the library, with what was done to it.
  await browser.navigate().refresh();
  await press("[role=tab]", "版面库");
  await press(".open", "");
  const kept = await once(`const titles = find("article h3"); return titles.length === ${HEADLINES.length + 1} && titles.length`);
  assert.equal(kept, HEADLINES.length + 1);
});

test("a word of the reader's own is known on the page", { skip }, async () => {
  await open(site);
  await press("button", "词表");
  await fill("input[aria-label=新词语]", "联络员");
  await press("button", "添加");
  assert.ok(await once("return find('input').some(({ value }) => value === '联络员')"));
});

test("an element on another's page reads its text", { skip }, async () => {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>客</title><body>${STORY}<banmian-analyzer for="story"></banmian-analyzer><script type="module" src="${site}banmian.js"></script></body></html>`;
  await browser.get(`http://127.0.0.1:${port}/guest.html?${new URLSearchParams({ html })}`);
  assert.deepEqual(await texts("article h3", 2), ["河湾治理见成效 白鹭回到城里来", "旧粮仓改成图书馆"]);
});

test("the one file reads a page by double click", { skip }, async () => {
  await browser.get(FILE);
  await press(".samples button", "");
  assert.ok(await once("return find('article h3').length > 3"));
});
