/** What is kept in the browser is listed, and one button erases it; what is built names no one else's host. */
import { readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { PAGE } from "./fixtures/pages.js";
import { paste, report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

/** All that the browser has of this origin. @param {Page} page */
const kept = (page) =>
  page.evaluate(async () => {
    const records = [];
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(String(name));
      await new Promise((resolve) => (opening.onsuccess = resolve));
      for (const store of opening.result.objectStoreNames) {
        const asked = opening.result.transaction(store).objectStore(store).getAllKeys();
        await new Promise((resolve) => (asked.onsuccess = resolve));
        records.push(...asked.result);
      }
      opening.result.close();
    }
    const workers = (await navigator.serviceWorker.getRegistrations()).length;
    return { records: records.length, small: Object.keys(localStorage), session: Object.keys(sessionStorage), caches: await caches.keys(), cookies: document.cookie, workers };
  });

test.describe(() => {
  test.use({ serviceWorkers: "allow" });

  test("what is kept is listed and erased, and stays away", async ({ page }) => {
    await page.goto("./");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.evaluate(() => localStorage.setItem("neighbour", "of the same origin"));
    await paste(page, PAGE);
    await report(page);
    await page.getByRole("tab", { name: "词表" }).click();
    await page.getByRole("textbox", { name: "新词语", exact: true }).fill("联络员");
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "新版面" }).click();
    await page.getByRole("textbox", { name: "版面文字" }).fill("另一版刚起了个头");
    await expect.poll(async () => (await kept(page)).records).toBe(2);
    const before = await kept(page);
    expect(before.caches).toHaveLength(1);
    expect(before.cookies).toBe("");
    expect(before.session).toEqual([]);
    const storage = page.locator("banmian-storage");
    await storage.getByText("这个浏览器里存了什么").click();
    for (const item of ["版面和校改", "词表", "还没分析的文字", "程序文件"]) await expect(storage.getByRole("listitem").filter({ hasText: item })).toBeVisible();
    await storage.getByRole("button", { name: "全部抹去……" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "全部抹去" }).click();
    await expect(page.getByText("已全部抹去。", { exact: false })).toBeVisible();
    expect(await kept(page)).toEqual({ records: 0, small: ["neighbour"], session: [], caches: [], cookies: "", workers: 0 });
    await expect(page.getByRole("textbox", { name: "版面文字" })).toHaveValue("");
    await page.reload();
    await expect(page.getByRole("textbox", { name: "版面文字" })).toHaveValue("");
    await expect(page.getByRole("tab", { name: /版面库|粘贴/ })).toHaveCount(0);
    await page.getByRole("button", { name: /词表/ }).first().click();
    await expect(page.getByText("还没有词。")).toBeVisible();
  });
});

/**
 * Addresses that stand in what is built and are never asked for: names of formats, homes of libraries in their notices and
 * messages, and invented hosts in examples. The policy lets none be reached; this keeps the list from growing unseen.
 */
const NAMED =
  /^https?:\/\/(?:(?:www\.)?w3\.org|schemas\.(?:openxmlformats\.org|microsoft\.com|xmlsoap\.org|zwobble\.org)|purl\.(?:org|oclc\.org)|www\.tei-c\.org|(?:[\w-]+\.)*example(?:\.com)?|ns\.adobe\.com|www\.xfa\.org|lit\.dev|github\.com|stuk\.github\.io|answers\.microsoft\.com|rolldown\.rs|foo\.bar|fb\.me|creativecommons\.org|www\.apache\.org|mozilla\.github\.io)(?:[/:?#;]|$)/;

test("what is built names no other host", () => {
  const root = new URL("../../dist/", import.meta.url);
  /** @type {Map<string, string>} */
  const others = new Map();
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:js|mjs|html|css|json|svg|webmanifest|txt)$/.test(path)) continue;
    for (const [address] of readFileSync(new URL(path, root), "utf8").matchAll(/(?:https?|wss?):\/\/[\w.-]+\.[a-z]{2,}[^\s"'`<>)\\]*/gi)) {
      if (!NAMED.test(address)) others.set(address, path);
    }
  }
  expect([...others]).toEqual([]);
});

test("what is built names no folder of the machine that built it", () => {
  const root = new URL("../../dist/", import.meta.url);
  const folders = [fileURLToPath(new URL("../..", import.meta.url)), homedir(), "registry/src"];
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => /\.\w+$/.test(path));
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const built = readFileSync(new URL(path, root), "latin1");
    expect(folders.filter((folder) => built.includes(folder)), path).toEqual([]);
  }
});
