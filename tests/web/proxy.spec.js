/**
 * Everything that a browser sends goes through a proxy that writes it down: every job is done, and nothing was asked for but the
 * program's own files. Then the proxy lets nothing through, and every job is done again.
 */
import { createServer, request as ask } from "node:http";
import { expect, test } from "@playwright/test";
import { docx } from "./fixtures/files.js";
import { HEADLINES, PAGE } from "./fixtures/pages.js";
import { BASE } from "./host-page.js";
import { drop, file, paste, report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

/**
 * What Chromium asks for by itself wherever a page has fields to fill in; it tells the kinds of fields and not what is in them. No
 * page can forbid it, and the policy of this one lets none of its scripts reach there.
 */
const OF_THE_BROWSER = "content-autofill.googleapis.com:443";

/** Forwards what is meant for the test's own server and refuses all else; the list has both. */
async function recorder() {
  /** @type {{ method: string, url: string, bytes: number }[]} */
  const seen = [];
  const state = { seen, cut: false };
  const server = createServer((incoming, outgoing) => {
    const line = { method: incoming.method ?? "", url: incoming.url ?? "", bytes: 0 };
    seen.push(line);
    incoming.on("data", (part) => (line.bytes += part.length));
    if (state.cut || !line.url.startsWith(BASE)) return void outgoing.writeHead(502).end();
    incoming.pipe(ask(line.url, { method: line.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }));
  });
  // What is encrypted, and sockets, would ask for a tunnel.
  server.on("connect", ({ url }, socket) => {
    if (url !== OF_THE_BROWSER) seen.push({ method: "CONNECT", url: url ?? "", bytes: 0 });
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((/** @type {(value?: unknown) => void} */ resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { state, server, address: `http://127.0.0.1:${port}` };
}

/**
 * All that a reader can do with the program, one after another.
 * @param {Page} page
 * @param {number} round from 1, as the library grows by each
 */
async function everyJob(page, round) {
  if (round > 1) await page.getByRole("tab", { name: "新版面" }).click();
  await paste(page, PAGE);
  const shown = await report(page);
  await expect(shown.locator("banmian-article h3")).toHaveText(HEADLINES);
  await shown.getByRole("button", { name: /青商回归/ }).first().click();
  for (const view of ["原文对照", "图示", "读稿"]) await shown.getByRole("tab", { name: view }).click();
  await correctIt(page);
  for (const item of ["版面摘要（Word）", "Excel 工作簿", "Markdown", "网页（HTML）", "CSV：稿件", "TEI XML", "JSON"]) await takeAway(page, item);
  await page.getByRole("tab", { name: "词表" }).click();
  await page.getByRole("textbox", { name: "新词语", exact: true }).fill(`联络员${round}`);
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "新版面" }).click();
  await drop(page, [file(`晚报${round}.docx`, await docx()), file(`早报${round}.txt`, `${PAGE}\n${round}\n`)]);
  await expect(page.getByRole("tab", { name: `早报${round}` })).toBeVisible();
  await page.getByRole("tab", { name: /版面库/ }).click();
  await expect(page.locator("banmian-library .row")).toHaveCount(3 * round);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "存为项目文件" }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.banmian$/);
}

/** @param {Page} page */
async function correctIt(page) {
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await page.locator("banmian-galley").getByRole("button", { name: /^正文：沈知远表示/ }).click();
  await page.getByRole("menuitem", { name: "从这里另起一篇" }).click();
  await expect(page.locator("banmian-galley .story")).toHaveCount(HEADLINES.length + 1);
}

/** @param {Page} page @param {string} item */
async function takeAway(page, item) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).first().click();
  await download;
}

test("every job behind a proxy that writes down what is sent, and again when it lets nothing through", async ({ browser }) => {
  test.slow();
  const { state, server, address } = await recorder();
  const context = await browser.newContext({ baseURL: BASE, locale: "zh-CN", serviceWorkers: "allow", proxy: { server: address, bypass: "<-loopback>" } });
  try {
    const page = await context.newPage();
    await page.goto("./");
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state !== "activated") await new Promise((resolve) => active?.addEventListener("statechange", () => active.state === "activated" && resolve(undefined)));
    });
    await everyJob(page, 1);
    expect(state.seen.length, "the proxy is in the way").toBeGreaterThan(5);
    const files = state.seen.splice(0);
    expect(files.filter(({ method, url, bytes }) => method !== "GET" || bytes > 0 || !url.startsWith(BASE) || /[?#]/.test(url))).toEqual([]);

    state.cut = true;
    const other = await context.newPage();
    await other.goto("./");
    expect(await other.evaluate(() => fetch(`./nothing?${Math.random()}`).then(({ status }) => status)), "the network is cut").toBe(502);
    await page.close();
    await everyJob(other, 2);
    expect(state.seen.filter(({ method, url, bytes }) => method !== "GET" || bytes > 0 || !url.startsWith(BASE))).toEqual([]);
  } finally {
    await context.close();
    server.close();
  }
});
