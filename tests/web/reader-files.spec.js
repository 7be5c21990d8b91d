/** Files: their encodings, several at once, and those that are no text. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { HEADLINES, PAGE } from "./fixtures/pages.js";
import { drop, file, report } from "./reader.js";

const fixture = (/** @type {string} */ name) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

/** @param {Buffer} little */
const swapped = (little) => Buffer.from(little).swap16();

const utf16 = Buffer.from(PAGE, "utf16le");

/** @type {[string, Buffer, string, string][]} */
const FILES = [
  ["GB18030", fixture("page.gb18030.txt"), "gb18030", HEADLINES[0]],
  ["GB18030, cut off in a character", fixture("page.gb18030.txt").subarray(0, -3), "gb18030", HEADLINES[0]],
  ["Big5", fixture("page.big5.txt"), "big5", "港口新線啟用"],
  ["UTF-8", Buffer.from(PAGE), "utf-8", HEADLINES[0]],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${PAGE}`), "utf-8", HEADLINES[0]],
  ["UTF-16 LE", utf16, "utf-16le", HEADLINES[0]],
  ["UTF-16 BE", swapped(utf16), "utf-16be", HEADLINES[0]],
  ["UTF-16 LE with a mark", Buffer.from(`\ufeff${PAGE}`, "utf16le"), "utf-16le", HEADLINES[0]],
];

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

for (const [name, bytes, encoding, headline] of FILES) {
  test(`a dropped file in ${name} is read as it is`, async ({ page }) => {
    await drop(page, [file("一版.txt", bytes)]);
    await expect((await report(page)).locator("banmian-article h3").first()).toHaveText(headline);
    await expect(page.getByLabel("编码")).toHaveValue(encoding);
  });
}

test("another encoding can be named, and the right one again", async ({ page }) => {
  await drop(page, [file("一版.txt", fixture("page.gb18030.txt"))]);
  const headlines = (await report(page)).locator("banmian-article h3");
  await expect(headlines.first()).toHaveText(HEADLINES[0]);
  await page.getByLabel("编码").selectOption("big5");
  await expect(page.getByText(HEADLINES[0])).toHaveCount(0);
  await page.getByLabel("编码").selectOption("gb18030");
  await expect(headlines.first()).toHaveText(HEADLINES[0]);
});

test("of several files the bad ones are named and the others read", async ({ page }) => {
  await drop(page, [
    file("一版.txt", PAGE),
    file("空白.txt", ""),
    file("照片.jpg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 3, 255, 255])),
    file("二版.md", fixture("page.gb18030.txt")),
  ]);
  await expect(page.getByText("读入 2 个文件，2 个读不了。")).toBeVisible();
  await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
  await page.getByRole("tab", { name: /空白\.txt/ }).click();
  await expect(page.getByRole("alert")).toContainText("文件是空的。");
  await page.getByRole("tab", { name: /照片\.jpg/ }).click();
  await expect(page.getByRole("alert").filter({ visible: true })).toContainText("不是文本文件");
  await page.getByRole("tab", { name: "二版.md" }).click();
  await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
});

test("what stands in the box outlives a bad file", async ({ page }) => {
  const box = page.getByRole("textbox", { name: "版面文字" });
  await box.fill("写到一半的稿子");
  await drop(page, [file("文稿.pdf", "%PDF-1.7 binary")]);
  await expect(page.getByRole("alert")).toContainText("PDF");
  await page.getByRole("tab", { name: "新版面" }).click();
  await expect(box).toHaveValue("写到一半的稿子");
});
