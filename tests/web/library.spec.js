/** The library: many pages at once, found again, kept, deleted after asking, taken along as one file, in two windows. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { zipSync } from "fflate";
import { HEADLINES, PAGE } from "./fixtures/pages.js";
import { drop, file, paste, report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

/**
 * A page of an invented paper.
 * @param {number} day
 * @param {number} sheet
 */
const paper = (day, sheet) =>
  `江口日报　2025年11月${day}日　第A0${sheet}版\n\n# 渡口镇第${day}期修桥工程完工\n\n江口日报讯（记者 陆小满）渡口镇老石桥昨日通行，镇长顾长河到场。\n\n# 夜市今晚开张\n\n南门夜市今晚开张，摊位八十个。\n`;

/** @param {Page} page */
async function library(page) {
  await page.getByRole("tab", { name: /版面库/ }).click();
  const shown = page.locator("banmian-library");
  await expect(shown).toBeVisible();
  return shown;
}

const files = (/** @type {number} */ days, /** @type {number} */ sheets) =>
  Array.from({ length: days * sheets }, (_, index) => {
    const [day, sheet] = [Math.floor(index / sheets) + 1, (index % sheets) + 1];
    return file(`${day}日-${sheet}.txt`, paper(day, sheet));
  });

test("a zip of pages is listed by paper, date and 版次, and one is found by its headline", async ({ page }) => {
  await page.goto("./");
  const inside = Object.fromEntries([...files(3, 4).map(({ name, buffer }) => [`江口/${name}`, new Uint8Array(buffer)]), ["__MACOSX/._1", new Uint8Array([0, 5])]]);
  await drop(page, [file("江口.zip", zipSync(inside))]);
  await expect(page.getByText("读入 12 个文件。")).toBeVisible();
  const shown = page.locator("banmian-library");
  await expect(shown.getByText("等待分析")).toHaveCount(0, { timeout: 30_000 });
  await expect(shown.getByRole("heading", { level: 3 }).first()).toHaveText("江口日报");
  await expect(shown.getByRole("heading", { name: /2025年11月3日/ })).toBeVisible();
  await expect(shown.locator(".open").first()).toContainText("A01");
  await shown.getByRole("searchbox", { name: "查找" }).fill("第2期");
  await expect(shown.getByText("找到 4 版")).toBeVisible();
  await shown.getByRole("searchbox", { name: "查找" }).fill("11月2日 A01");
  await expect(shown.getByText("找到 1 版")).toBeVisible();
  await shown.locator(".open").first().click();
  await expect((await report(page)).locator("banmian-article h3").first()).toHaveText("渡口镇第2期修桥工程完工");
});

test("a folder that is dropped gives the pages in it and below it, in the order of their names", async ({ page }) => {
  await page.goto("./");
  // What a browser gives for a folder from the disk, which no script may make.
  await page.evaluate((days) => {
    /** @param {string} name @param {any[]} inner */
    const folder = (name, inner) => ({ name, isFile: false, isDirectory: true, createReader: () => ({ readEntries: (/** @type {(part: any[]) => void} */ give) => give(inner.splice(0, 1)) }) });
    const leaf = (/** @type {{ name: string, text: string }} */ { name, text }) => ({ name, isFile: true, isDirectory: false, file: (/** @type {(file: File) => void} */ give) => give(new File([text], name)) });
    const entry = folder("江口", [folder("十一月", days.map(leaf)), leaf({ name: ".看不见", text: "不读" })]);
    const transfer = { types: ["Files"], files: [], items: [{ kind: "file", webkitGetAsEntry: () => entry }] };
    document.body.dispatchEvent(Object.assign(new Event("drop", { bubbles: true, cancelable: true }), { dataTransfer: transfer }));
  }, files(1, 3).map(({ name, buffer }) => ({ name, text: buffer.toString("utf8") })));
  await expect(page.getByText("读入 3 个文件。")).toBeVisible();
  await expect(page.getByRole("tab", { name: /^1日-\d/ })).toHaveText([/1日-1/, /1日-2/, /1日-3/]);
});

test("of many things that are dropped those that may be folders are asked, and opened", async ({ page }) => {
  await page.goto("./");
  const asked = await page.evaluate((pages) => {
    let asked = 0;
    const leaf = (/** @type {{ name: string, text: string }} */ { name, text }) => ({ kind: "file", type: "text/plain", getAsFile: () => new File([text], name), webkitGetAsEntry: () => void (asked += 1) });
    const inside = { name: "夹中.txt", isFile: true, isDirectory: false, file: (/** @type {(file: File) => void} */ give) => give(new File(["夹中一版的文字。"], "夹中.txt")) };
    let parts = [[inside], []];
    const folder = { name: "夹", isFile: false, isDirectory: true, createReader: () => ({ readEntries: (/** @type {(part: any[]) => void} */ give) => give(parts.shift() ?? []) }) };
    const items = [...pages.map(leaf), { kind: "file", type: "", getAsFile: () => new File([], "夹"), webkitGetAsEntry: () => folder }];
    document.body.dispatchEvent(Object.assign(new Event("drop", { bubbles: true, cancelable: true }), { dataTransfer: { types: ["Files"], files: [], items } }));
    return asked;
  }, files(10, 4).map(({ name, buffer }) => ({ name, text: buffer.toString("utf8") })));
  expect(asked).toBe(0);
  await expect(page.getByText("读入 41 个文件。")).toBeVisible();
});

test("five hundred pages are taken in, and only those in sight are set", async ({ page }) => {
  test.slow();
  await page.goto("./");
  await page.locator("#files").setInputFiles(files(25, 20).map((one) => ({ ...one, mimeType: "text/plain" })));
  const shown = page.locator("banmian-library");
  await expect(shown.getByText("500 版", { exact: false }).first()).toBeVisible({ timeout: 60_000 });
  expect(await shown.locator(".row").count()).toBeLessThan(60);
  await page.getByRole("tab", { name: "新版面" }).click();
  await paste(page, PAGE);
  await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
});

test("many pages are read by several workers, one of which may die, and one worker stays", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "hardwareConcurrency", { value: 4 }));
  const dies = 'self.onmessage = ({ data }) => "id" in data && (self.postMessage({ ready: true }), setTimeout(() => { throw new Error("killed"); }));';
  await page.route("**/worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: dies }), { times: 1 });
  let hired = 0;
  page.on("worker", () => hired++);
  await page.goto("./");
  await drop(page, files(3, 8));
  const shown = page.locator("banmian-library");
  await expect(shown.getByText("等待分析")).toHaveCount(0, { timeout: 30_000 });
  await shown.getByRole("searchbox", { name: "查找" }).fill("渡口镇第");
  await expect(shown.getByText("找到 24 版")).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(1);
  expect(hired).toBe(4);
});

test("a list that grows shorter while it is drawn leaves no row behind that is gone", async ({ page }) => {
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.goto("./");
  await drop(page, files(6, 10));
  const shown = await library(page);
  await expect(shown.getByText("等待分析")).toHaveCount(0, { timeout: 30_000 });
  await shown.evaluate(async (/** @type {any} */ element) => {
    for (const words of ["第3期", "", "第2期 A01", "", "A02"]) {
      element.words = words;
      await element.updateComplete;
      // As a change of what is marked does, before the list has heard of its new length.
      element.requestUpdate();
      await element.updateComplete;
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    }
  });
  await expect(shown.locator(".row")).toHaveCount(6);
  expect(faults).toEqual([]);
});

test("what is open and what was written is there after a reload, the original in mid-edit too", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "改原文" }).click();
  await page.getByRole("textbox", { name: "原文" }).fill(`${PAGE}\n# 还没写完的一条\n`);
  await page.getByRole("tab", { name: "新版面" }).click();
  await page.getByRole("textbox", { name: "版面文字" }).fill("另一版刚起了个头");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "版面文字" })).toHaveValue("另一版刚起了个头");
  await page.getByRole("tab", { name: /粘贴 1/ }).click();
  await expect(page.getByRole("textbox", { name: "原文" })).toHaveValue(/还没写完的一条/);
  await page.getByRole("button", { name: "放弃改动" }).click();
  await expect(page.getByRole("textbox", { name: "原文" })).toHaveValue(PAGE);
});

test("deleting asks first; what is deleted stays away", async ({ page }) => {
  await page.goto("./");
  await drop(page, files(1, 3));
  await report(page);
  const shown = await library(page);
  await shown.getByRole("button", { name: "删除 1日-2.txt" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1日-2.txt");
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(shown.locator(".row")).toHaveCount(3);
  await shown.getByRole("button", { name: "删除 1日-2.txt" }).click();
  await dialog.getByRole("button", { name: "删除" }).click();
  await expect(shown.locator(".row")).toHaveCount(2);
  await shown.getByRole("checkbox", { name: "选择 1日-1.txt" }).check();
  await shown.getByRole("button", { name: "删除选中……" }).click();
  await dialog.getByRole("button", { name: "删除" }).click();
  await expect(shown.locator(".row")).toHaveCount(1);
  await page.reload();
  await expect((await library(page)).locator(".row")).toHaveCount(1);
  await shown.getByRole("button", { name: "清空版面库……" }).click();
  await dialog.getByRole("button", { name: "全部删除" }).click();
  await expect(page.getByRole("tab", { name: /版面库/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("tab", { name: /版面库/ })).toHaveCount(0);
});

/**
 * Two pages in the library, and another window, whose long transaction all others have to wait for until it has `letGo`.
 * @param {import("@playwright/test").Page} page
 * @param {import("@playwright/test").BrowserContext} context
 */
async function held(page, context) {
  await page.goto("./");
  await drop(page, files(1, 2));
  await report(page);
  const busy = await context.newPage();
  await busy.goto("./");
  await expect(busy.getByRole("tab", { name: /版面库/ })).toBeVisible();
  await busy.evaluate(async () => {
    const opening = indexedDB.open("banmian");
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const pages = opening.result.transaction("pages", "readwrite").objectStore("pages");
    const hold = () => {
      if (!("letGo" in window)) pages.count().onsuccess = hold;
    };
    hold();
  });
  return busy;
}

test("what was deleted stays away though the window was closed before the database could do it", async ({ page, context }) => {
  const busy = await held(page, context);
  const shown = await library(page);
  await shown.getByRole("button", { name: "删除 1日-2.txt" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
  await expect(shown.locator(".row")).toHaveCount(1);
  await page.reload();
  await busy.evaluate(() => Object.assign(window, { letGo: true }));
  await expect((await library(page)).locator(".row")).toHaveCount(1);
});

test("what was deleted stays away though the database gave up while the window was closing", async ({ page, context }) => {
  const busy = await held(page, context);
  const shown = await library(page);
  await page.evaluate(() => {
    const remove = IDBObjectStore.prototype.delete;
    IDBObjectStore.prototype.delete = function (key) {
      addEventListener("pagehide", () => this.transaction.abort());
      return remove.call(this, key);
    };
  });
  await shown.getByRole("button", { name: "删除 1日-2.txt" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
  await expect(shown.locator(".row")).toHaveCount(1);
  // The window says goodbye and lives on long enough to hear what became of the deletion.
  await page.evaluate(() => void dispatchEvent(new PageTransitionEvent("pagehide")));
  await expect(page.locator("p.trouble")).toContainText("浏览器不让保存");
  await page.reload();
  await busy.evaluate(() => Object.assign(window, { letGo: true }));
  await expect((await library(page)).locator(".row")).toHaveCount(1);
});

test("a page that is corrected in one window while another deletes it stays, with its correction, in both", async ({ page, context }) => {
  const busy = await held(page, context);
  const other = await context.newPage();
  // What it tells the others comes late, when told to.
  await other.addInitScript(() => {
    const tell = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function (word) {
      addEventListener("told", () => tell.call(this, word), { once: true });
    };
  });
  await other.goto("./");
  const shown = await library(other);
  // Both have to wait: the deletion comes first, the correction right behind it.
  await shown.getByRole("button", { name: "删除 1日-1.txt" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "删除" }).click();
  await expect(shown.locator(".row")).toHaveCount(1);
  await page.getByRole("button", { name: "校改" }).click();
  await page.locator("banmian-galley").getByRole("button", { name: /^正文：南门夜市/ }).click();
  await page.getByRole("menuitem", { name: "从这里另起一篇" }).click();
  await expect(page.locator("banmian-galley .story")).toHaveCount(3);
  await busy.evaluate(() => Object.assign(window, { letGo: true }));
  await expect.poll(async () => (await stored(page)).some(({ corrections }) => corrections === 1)).toBe(true);
  await expect(shown.locator(".row")).toHaveCount(2);
  await page.evaluate(() => {
    new BroadcastChannel("banmian").onmessage = () => Object.assign(window, { heard: true });
  });
  await other.evaluate(() => void dispatchEvent(new Event("told")));
  await page.waitForFunction(() => "heard" in window);
  await expect((await library(page)).locator(".row")).toHaveCount(2);
  await page.reload();
  await expect((await library(page)).locator(".row")).toHaveCount(2);
  expect((await stored(page)).map(({ name, corrections }) => `${name} ${corrections}`).sort()).toEqual(["1日-1.txt 1", "1日-2.txt 0"]);
});

test("the room that is taken is told", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await expect((await library(page)).getByText(/存在这个浏览器里，用去 .+，可用 .+。/)).toBeVisible();
});

test("the whole project goes into a file and comes into another browser with its corrections and words", async ({ page, browser, baseURL }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "校改" }).click();
  await page.locator("banmian-galley").getByRole("button", { name: /^正文：沈知远表示/ }).click();
  await page.getByRole("menuitem", { name: "从这里另起一篇" }).click();
  await page.getByRole("tab", { name: "词表" }).click();
  await page.getByRole("textbox", { name: "新词语", exact: true }).fill("联络员");
  await page.keyboard.press("Enter");
  const shelves = await library(page);
  const saved = page.waitForEvent("download");
  await shelves.getByRole("button", { name: "存为项目文件" }).click();
  const project = readFileSync(await (await saved).path());
  const other = await (await browser.newContext({ baseURL, locale: "zh-CN" })).newPage();
  await other.goto("./");
  await drop(other, [file("全部.banmian", project)]);
  await expect(other.getByText("项目文件：新增 1 版，更新 0 版，0 版没有变化。")).toBeVisible();
  await other.locator("banmian-library .open").first().click();
  await expect((await report(other)).locator("banmian-article h3")).toHaveCount(4);
  await other.getByRole("tab", { name: "词表" }).click();
  await expect(other.locator("banmian-lexicon").getByLabel("词语", { exact: true })).toHaveValue("联络员");
  await drop(other, [file("全部.banmian", project)]);
  await expect(other.getByText("项目文件：新增 0 版，更新 0 版，1 版没有变化。")).toBeVisible();
  await other.context().close();
});

test("a project file that is none, or broken, is named and takes nothing in", async ({ page }) => {
  await page.goto("./");
  const hostile = zipSync({ "project.json": Buffer.from(JSON.stringify({ format: "banmian-project", version: 1, pages: [{ id: "../../x", name: "甲", path: "project.json", log: { operations: [], cursor: 0 } }] })) });
  await drop(page, [file("坏的.banmian", hostile)]);
  await expect(page.getByRole("alert")).toContainText("项目文件读不懂");
  await drop(page, [file("别的.banmian", "不是压缩文件")]);
  await expect(page.getByRole("alert").filter({ visible: true })).toContainText(/项目文件/);
});

test("a change in one window shows in the other", async ({ page, context }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "校改" }).click();
  const other = await context.newPage();
  await other.goto("./");
  await expect((await report(other)).locator("banmian-article h3")).toHaveCount(3);
  await page.locator("banmian-galley").getByRole("button", { name: /^正文：沈知远表示/ }).click();
  await page.getByRole("menuitem", { name: "从这里另起一篇" }).click();
  await expect(other.getByText("在另一个窗口里改过，这里已换成新的。")).toBeVisible();
  await expect(other.locator("banmian-report").filter({ visible: true }).locator("banmian-article h3")).toHaveCount(4);
});

test("where two windows change the same page and do not hear of each other, both versions are kept", async ({ page, context }) => {
  await context.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await expect.poll(() => stored(page)).toHaveLength(1);
  const other = await context.newPage();
  await other.goto("./");
  await report(other);
  for (const [window, words] of /** @type {const} */ ([[page, /^正文：沈知远表示/], [other, /^正文：远帆重工集团董事长/]])) {
    await window.getByRole("button", { name: "校改" }).click();
    await window.locator("banmian-galley").getByRole("button", { name: words }).click();
    await window.getByRole("menuitem", { name: "从这里另起一篇" }).click();
    await expect(window.locator("banmian-galley .story")).toHaveCount(4);
    await expect.poll(async () => (await stored(window)).some((one) => one.corrections === 1)).toBe(true);
  }
  await expect(other.getByText(/另存为“粘贴 1（另一窗口的版本）”/)).toBeVisible();
  expect((await stored(other)).map(({ name, corrections }) => `${name} ${corrections}`).sort()).toEqual(["粘贴 1 1", "粘贴 1（另一窗口的版本） 1"]);
});

/** What the database lists. @param {Page} page @returns {Promise<{ name: string, corrections: number }[]>} */
function stored(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open("banmian");
        open.onsuccess = () => {
          const all = open.result.transaction("entries").objectStore("entries").getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result);
          };
        };
      }),
  );
}

test("where the browser keeps nothing it is said, and the work goes on", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "SecurityError");
    };
  });
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await expect(page.getByRole("alert")).toContainText("浏览器不让保存");
  await page.getByRole("button", { name: "校改" }).click();
  await page.locator("banmian-galley").getByRole("button", { name: /^正文：沈知远表示/ }).click();
  await page.getByRole("menuitem", { name: "从这里另起一篇" }).click();
  await expect(page.locator("banmian-galley .story")).toHaveCount(4);
});

test("where the room is full it is said, and the work goes on", async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await expect(page.getByRole("alert")).toContainText("存储空间满了");
});

test("a text that is pasted on another day has a name of its own", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.reload();
  await report(page);
  await page.getByRole("tab", { name: "新版面" }).click();
  await paste(page, paper(1, 1));
  await expect(page.getByRole("tab", { name: /^粘贴/ })).toHaveText([/粘贴 1/, /粘贴 2/]);
});
