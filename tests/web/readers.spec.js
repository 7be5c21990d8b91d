/** Files of other kinds than plain text: what is read of them, and what is said where nothing can be. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { HOSTILE_HTML, cmapPdf, docx, docxBomb, lyingBomb, newspaper, scannedPdf, zip } from "./fixtures/files.js";
import { HEADLINES, PAGE } from "./fixtures/pages.js";
import { drop, file, report } from "./reader.js";

/** @import { Browser, Page } from "@playwright/test" */

const gb18030 = readFileSync(new URL("fixtures/page.gb18030.txt", import.meta.url));

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

/**
 * @param {Page} page
 * @param {string} name
 * @param {Uint8Array | string} content
 */
async function headlines(page, name, content) {
  await choose(page, [file(name, content)]);
  return (await report(page)).locator("banmian-article h3");
}

/**
 * Large files are chosen, since dropping copies them into the page byte by byte.
 * @param {Page} page
 * @param {{ name: string, mimeType: string, buffer: Buffer }[]} files
 */
const choose = (page, files) => page.locator("input[type=file]").setInputFiles(files);

/**
 * @param {Browser} browser
 * @param {string} html
 */
async function printed(browser, html) {
  const page = await browser.newPage();
  await page.setContent(html);
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return bytes;
}

/** @param {Page} page */
const alert = (page) => page.getByRole("alert").filter({ visible: true });

test("a Word document: headings and bold lines are headlines", async ({ page }) => {
  await expect(await headlines(page, "一版.docx", await docx())).toHaveText(["渡口镇修好老石桥", "茶山村收了头茬茶"]);
});

test("a PDF is read column by column, its large lines are headlines", async ({ page, browser }) => {
  await expect(await headlines(page, "一版.pdf", await printed(browser, newspaper()))).toHaveText(["同心谋发展 携手开新局", "老厂房里长出新赛道"]);
  const shown = await report(page);
  await expect(shown.locator("banmian-masthead")).toContainText("青川日报");
  const first = shown.locator("banmian-article").first();
  await expect(first).toContainText("就用工、物流和审批提出建议，沈知远一一记下，当场交办。");
  await expect(first).toContainText("林见微");
  await expect(shown.locator("banmian-article .body p")).toHaveCount(4);
});

test("a PDF of several pages says which page had no text", async ({ page, browser }) => {
  const bytes = await printed(browser, newspaper('<div style="break-before:page;height:50px;background:#ccc"></div>'));
  await expect(await headlines(page, "一版.pdf", bytes)).toHaveCount(2);
  await expect(page.getByText("有 1 页没有文字层，没有读入。")).toBeVisible();
});

test("a PDF in codes of a Chinese font is read by the tables of this site", async ({ page, baseURL }) => {
  /** @type {string[]} */
  const urls = [];
  page.on("request", (request) => urls.push(request.url()));
  await choose(page, [file("旧版.pdf", cmapPdf())]);
  await expect(await report(page)).toContainText("港口新线启用");
  expect(urls.some((url) => /UniGB-UCS2-H/.test(url))).toBe(true);
  expect(urls.filter((url) => !url.startsWith(baseURL ?? ""))).toEqual([]);
});

test("a PDF in vertical lines is read from the right", async ({ page, browser }) => {
  const html = `<style>@page { size: 200mm 140mm; margin: 10mm } body { writing-mode: vertical-rl; font: 14px/1.7 "Noto Serif CJK TC", serif; height: 100mm } h2 { font-size: 32px; margin: 0 8px } p { margin: 0; text-indent: 2em }</style>
    <h2>港口新線啟用</h2><p>濱海時報訊（記者 葉知秋）濱海市港務局昨日宣布，第三條貨運航線正式啟用，首批貨物當天運抵東灣碼頭，共有貨櫃二百四十個。</p>
    <h2>夜市今晚開張</h2><p>濱海時報訊（記者 林小滿）南門夜市今晚開張，攤位八十個，市民可以搭乘免費接駁車前往。</p>`;
  await expect(await headlines(page, "直排.pdf", await printed(browser, html))).toHaveText(["港口新線啟用", "夜市今晚開張"]);
  await expect(await report(page)).toContainText("首批貨物當天運抵東灣碼頭，共有貨櫃二百四十個。");
});

test("a web page is read without anything of it running", async ({ page }) => {
  /** @type {string[]} */
  const urls = [];
  page.on("request", (request) => urls.push(request.url()));
  await expect(await headlines(page, "网页.html", HOSTILE_HTML)).toHaveText(["渡口镇修好老石桥", "茶山村收了头茬茶"]);
  const shown = await report(page);
  await expect(shown).toContainText("停用三年的老石桥昨日通行");
  await expect(shown).toContainText("<b>不是标记</b>");
  await expect(shown).not.toContainText("window.ran");
  expect(await page.evaluate(() => /** @type {any} */ (window).ran)).toBeUndefined();
  expect(urls.filter((url) => url.includes("/ran"))).toEqual([]);
});

test("a web page names its encoding, and another can be named", async ({ page }) => {
  const html = Buffer.concat([Buffer.from('<html><head><meta charset="gb2312"></head><body><pre>'), gb18030, Buffer.from("</pre></body></html>")]);
  const found = await headlines(page, "网页.htm", html);
  await expect(found).toHaveText(HEADLINES);
  await expect(page.getByLabel("编码")).toHaveValue("gb18030");
  await page.getByLabel("编码").selectOption("big5");
  await expect(page.getByText(HEADLINES[0])).toHaveCount(0);
  await page.getByLabel("编码").selectOption("gb18030");
  await expect(found).toHaveText(HEADLINES);
  await expect(await report(page)).not.toContainText("<pre>");
});

test("an archive gives a page for each file in it, in the order of their names", async ({ page, browser }) => {
  await choose(page, [
    file("一天.zip", zip({
      "__MACOSX/._1.txt": "x",
      "第10版.txt": PAGE,
      "第2版.txt": gb18030,
      "内/第1版.docx": new Uint8Array(await docx()),
      "../../escape.txt": PAGE,
      "空.txt": "",
      "再套.zip": new Uint8Array(zip({ "附页.txt": PAGE })),
      "扫描.pdf": new Uint8Array(await printed(browser, newspaper())),
    })),
  ]);
  const tabs = page.getByRole("tab").filter({ hasText: /\.(?:txt|docx|pdf)/ });
  const names = ["../../escape.txt", "第2版.txt", "第10版.txt", /空\.txt/, "内/第1版.docx", "扫描.pdf", "附页.txt"];
  await expect(tabs).toHaveText(names, { timeout: 30_000 });
  await page.getByRole("tab", { name: /第2版/ }).click();
  await expect(page.getByLabel("编码").filter({ visible: true })).toHaveValue("gb18030");
});

/** @type {[string, string, () => Uint8Array | string | Promise<Uint8Array>, RegExp][]} */
const BAD = [
  ["a scanned PDF", "扫描.pdf", scannedPdf, /没有文字层/],
  ["a broken PDF", "断.pdf", () => "%PDF-1.7 binary", /PDF 打不开/],
  ["a PDF cut off", "断.pdf", () => cmapPdf().subarray(0, 700), /PDF/],
  ["a broken Word document", "断.docx", async () => (await docx()).subarray(0, 900), /压缩包打不开/],
  ["a Word document without its text", "空.docx", () => zip({ "word/document.xml": "<w:document", "[Content_Types].xml": "<Types/>" }), /Word 文档打不开/],
  ["a Word document that is a bomb", "弹.docx", docxBomb, /200 倍以上/],
  ["an archive that is a bomb and denies it", "弹.zip", lyingBomb, /200 倍以上/],
  ["an archive of too many files", "多.zip", () => zip(Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`${index}.txt`, "字"]))), /超过 5000 个/],
  ["archives in archives in archives", "套.zip", () => zip({ "一.zip": new Uint8Array(zip({ "二.zip": new Uint8Array(zip({ "三.txt": PAGE })) })) }), /一层套一层/],
  ["an empty archive", "空.zip", () => zip({}), /压缩包里没有文件/],
  ["a workbook", "表.xlsx", () => zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>" }), /表格、幻灯片或电子书/],
  ["an old Word document", "旧.doc", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), /旧版 Word/],
  ["a Word document with a password", "锁.docx", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]), /有密码/],
  ["an RTF document", "文.rtf", () => "{\\rtf1 hello}", /RTF/],
  ["a picture", "照片.png", () => Buffer.from("89504e470d0a1a0a", "hex"), /图片/],
];

for (const [what, name, make, message] of BAD) {
  test(`${what}: a clear message, and the page lives on`, async ({ page }) => {
    await choose(page, [file(name, await make())]);
    await expect(alert(page)).toContainText(message, { timeout: 30_000 });
    await choose(page, [file("一版.txt", PAGE)]);
    await expect((await report(page)).locator("banmian-article h3")).toHaveText(HEADLINES);
  });
}

test("a file name cannot turn the text around it", async ({ page }) => {
  await drop(page, [file("报\u202etxt.exe\u0007.txt", PAGE)]);
  await expect(page.getByRole("tab", { name: "报txt.exe.txt" })).toBeVisible();
});
