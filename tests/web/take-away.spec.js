/** What is taken away: files read back by other libraries, quotations, links, paper. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import readXlsx from "read-excel-file/node";
import { HEADLINES, PAGE } from "./fixtures/pages.js";
import { paste, report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

/** A page that means harm to whatever it is taken away as. */
const HOSTILE = `青川日报　2025年11月7日　星期五　第1版

# =HYPERLINK("http://127.0.0.1/ran","点我")

青川日报讯（记者 林见微）“青商回归”<script>window.ran = 1</script>的项目又添三个，<img src=x onerror="window.ran=2">市长沈知远说“青商回归”]]>是大事 &amp; 要事。\u202e倒着写\u202c\u0001完了。

# +1+cmd|' /C calc'!A0

青川日报讯（记者 程砚秋）@SUM(1+1) “青商回归”带来人气，南门夜市\t"开张"，摊位八十个。
`;

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

/**
 * @param {Page} page
 * @param {string | RegExp} item
 */
async function taken(page, item) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/**
 * @param {Page} page
 * @param {string} text
 */
async function analysed(page, text) {
  await paste(page, text);
  return report(page);
}

test("the workbook has a sheet for each table, and nothing in it is calculated", async ({ page }) => {
  await analysed(page, HOSTILE);
  const { name, bytes } = await taken(page, "Excel 工作簿");
  expect(name).toBe("青川日报_2025-11-07_第1版.xlsx");
  const sheets = await readXlsx(bytes);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["稿件", "人物", "机构", "地点", "主题", "证据"]);
  const [articles, people, , , themes, evidence] = sheets.map(({ data }) => data);
  const title = articles[0].indexOf("标题");
  expect(articles.slice(1).map((row) => row[title])).toEqual(['=HYPERLINK("http://127.0.0.1/ran","点我")', "+1+cmd|' /C calc'!A0"]);
  expect(articles[1][articles[0].indexOf("日期")]).toBe("2025-11-07");
  expect(articles[1].at(-1)).toContain("<script>window.ran = 1</script>");
  expect(people.map((row) => row[0])).toContain("沈知远");
  expect(themes.map((row) => row[0])).toContain("青商回归");
  expect(evidence.filter((row) => row[0] === "青商回归").map((row) => row[3])).toEqual(["第1段", "第1段", "第1段"]);
  for (const [path, part] of Object.entries(unzipSync(bytes))) {
    if (path.startsWith("xl/worksheets/")) expect(strFromU8(part)).not.toMatch(/<f[ >]/);
  }
});

for (const kind of ["版面摘要", "舆情摘报"]) {
  test(`${kind} is a Word document with headings, tables, quotations and their sources`, async ({ page }) => {
    await analysed(page, PAGE);
    const { name, bytes } = await taken(page, kind);
    expect(name).toBe(`青川日报_2025-11-07_第1版_${kind}.docx`);
    const { value } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: ["p[style-name='引文'] => blockquote", "p[style-name='出处'] => p.source:fresh"] });
    expect(value).toContain("《青川日报》");
    expect(value).toMatch(/<h1>主题/);
    expect(value).toMatch(/<h2>1\. 青商回归<\/h2>/);
    expect(value).toMatch(/<p class="source">——《青川日报》2025年11月7日 第1版《同心谋发展 携手开新局》第\d段<\/p>/);
    expect(value).toContain("<td><p>沈知远</p></td>");
    expect(value).not.toContain("<td><p>林见微</p></td>");
    expect(value).toContain("<th><p><strong>姓名</strong></p></th>");
    for (const headline of HEADLINES) expect(value).toContain(headline);
    const parts = unzipSync(bytes);
    expect(strFromU8(parts["word/styles.xml"])).toMatch(/w:eastAsia="仿宋"/);
    expect(strFromU8(parts["word/footer1.xml"])).toContain("NUMPAGES");
  });
}

test("what was corrected is told at the end of each document and in the workbook, and the summary is of the page as corrected", async ({ page }) => {
  const shown = await analysed(page, PAGE);
  await shown.getByRole("tab", { name: "主题" }).click();
  const summary = shown.getByRole("region", { name: "全版提要" });
  await expect(summary).toContainText(`全版共 ${HEADLINES.length} 篇稿件`);
  await page.getByRole("button", { name: /^校改/ }).click();
  await page.getByRole("region", { name: "第 2 篇" }).getByRole("button", { name: "并入上一篇" }).click();
  await expect(page.locator("banmian-galley .story")).toHaveCount(HEADLINES.length - 1);
  const told = /“.*”一篇并入“.*”一篇/;
  const digest = await mammoth.extractRawText({ buffer: (await taken(page, "舆情摘报")).bytes });
  expect(digest.value).toMatch(told);
  expect(digest.value).toContain(`全版共 ${HEADLINES.length - 1} 篇稿件`);
  expect((await taken(page, "网页（HTML）")).bytes.toString("utf8")).toMatch(told);
  const sheets = await readXlsx((await taken(page, "Excel 工作簿")).bytes);
  expect(sheets.find(({ sheet }) => sheet === "更正")?.data[1]).toEqual([1, expect.stringMatching(told)]);
  await page.getByRole("button", { name: /^校改/ }).click();
  await expect(summary).toContainText(`全版共 ${HEADLINES.length - 1} 篇稿件`);
});

test("what is printed from the menu is the whole page, however long", async ({ page }) => {
  const many = Array.from({ length: 80 }, (_, n) => `# 第${n + 1}座粮仓封顶\n\n青川日报讯（记者 林见微）第${n + 1}座粮仓昨日在临江县封顶，可存粮三千吨。\n\n`).join("");
  const shown = await analysed(page, many);
  await page.evaluate(() => {
    Object.assign(window, {
      print: () => {
        dispatchEvent(new Event("beforeprint"));
        const reading = document.querySelector("banmian-workspace")?.shadowRoot?.querySelector("banmian-sheet")?.shadowRoot?.querySelector("banmian-report")?.shadowRoot?.querySelector("banmian-reading");
        const articles = [...(reading?.shadowRoot?.querySelectorAll("banmian-article") ?? [])];
        Object.assign(window, { printed: articles.filter((article) => article.shadowRoot?.querySelector("p")).length });
      },
    });
  });
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: "打印……" }).click();
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).printed)).toBe(80);
  await expect(shown.locator("banmian-article")).toHaveCount(80);
});

test("a Word document of hostile text opens, and has the text as text", async ({ page }) => {
  await analysed(page, HOSTILE);
  const { bytes } = await taken(page, "版面摘要");
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  expect(value).toContain("<script>window.ran = 1</script>");
  expect(value).toContain("=HYPERLINK(");
  const document = strFromU8(unzipSync(bytes)["word/document.xml"]);
  expect(document).not.toMatch(/<script|<w:hyperlink|w:instrText/);
});

test("CSV has a mark for Excel, and no cell begins like a formula", async ({ page }) => {
  await analysed(page, HOSTILE);
  for (const item of ["CSV：稿件", "CSV：名录", "CSV：证据"]) {
    const { name, bytes } = await taken(page, item);
    expect(name).toBe(`青川日报_2025-11-07_第1版_${item.slice(4)}.csv`);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString("utf8").slice(1);
    expect(text).toMatch(/\r\n$/);
    for (const cell of cells(text).flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    if (item === "CSV：稿件") expect(cells(text)[1]).toContain(`'=HYPERLINK("http://127.0.0.1/ran","点我")`);
  }
});

/**
 * CSV as a spreadsheet reads it.
 * @param {string} text
 */
function cells(text) {
  return text.trimEnd().split(/\r\n/).map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
}

test("TEI is well-formed, and names lead to the list of them", async ({ page }) => {
  await analysed(page, HOSTILE);
  const { name, bytes } = await taken(page, "TEI XML");
  expect(name).toBe("青川日报_2025-11-07_第1版_TEI.xml");
  // The page itself may parse nothing.
  const other = await page.context().newPage();
  const found = await other.evaluate((xml) => {
    const tei = new DOMParser().parseFromString(xml, "application/xml");
    const all = (/** @type {string} */ selector) => [...tei.querySelectorAll(selector)];
    const ids = new Set(all("*").map((one) => one.getAttribute("xml:id")).filter(Boolean));
    const refs = all("[ref], [ana]").flatMap((one) => (one.getAttribute("ref") ?? one.getAttribute("ana") ?? "").split(" "));
    return {
      errors: all("parsererror").length, root: tei.documentElement.namespaceURI, scripts: all("script").length,
      heads: all("div[type=article] > head[type=main]").map((one) => one.textContent), bylines: all("byline").length,
      people: all("text persName").map((one) => one.textContent), broken: refs.filter((ref) => !ids.has(ref.slice(1))), refs: refs.length,
      when: tei.querySelector("sourceDesc date")?.getAttribute("when"), body: tei.querySelector("body")?.textContent ?? "",
    };
  }, bytes.toString("utf8"));
  expect(found).toMatchObject({ errors: 0, scripts: 0, root: "http://www.tei-c.org/ns/1.0", broken: [], bylines: 2, when: "2025-11-07" });
  expect(found.heads).toEqual(['=HYPERLINK("http://127.0.0.1/ran","点我")', "+1+cmd|' /C calc'!A0"]);
  expect(found.people).toContain("沈知远");
  expect(found.refs).toBeGreaterThan(4);
  expect(found.body).toContain("<script>window.ran = 1</script>");
});

test("the HTML file stands alone: no script runs, nothing is fetched, all text is there", async ({ page, context }) => {
  await analysed(page, HOSTILE);
  const { bytes } = await taken(page, "网页（HTML）");
  const alone = await context.newPage();
  /** @type {string[]} */
  const urls = [];
  alone.on("request", (request) => urls.push(request.url()));
  await alone.setContent(bytes.toString("utf8"), { waitUntil: "load" });
  expect(urls).toEqual([]);
  expect(await alone.evaluate(() => /** @type {any} */ (window).ran)).toBeUndefined();
  await expect(alone.locator("script, img")).toHaveCount(0);
  await expect(alone.getByRole("article").first()).toContainText("<script>window.ran = 1</script>");
  await expect(alone.getByRole("heading", { level: 1 })).toHaveText("青川日报");
  await expect(alone.locator("article > p").first()).not.toHaveCSS("text-indent", "0px");
  await alone.getByRole("link", { name: /HYPERLINK/ }).first().click();
  expect(alone.url()).toMatch(/#article-1$/);
});

test("JSON is the report as the element has it", async ({ page }) => {
  const shown = await analysed(page, HOSTILE);
  const { name, bytes } = await taken(page, "JSON");
  expect(name).toBe("青川日报_2025-11-07_第1版.json");
  const told = await shown.evaluate((element) => /** @type {any} */ (element).report);
  expect(JSON.parse(bytes.toString("utf8"))).toEqual(told);
});

test("on paper each article begins a page, the names of panels and buttons are gone", async ({ page }) => {
  await analysed(page, PAGE);
  expect(await sheets(page)).toBe(HEADLINES.length);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "导出" })).toBeHidden();
  await expect(page.getByRole("tab", { name: "名录" })).toBeHidden();
  await expect(page.locator("banmian-article h3").first()).toBeVisible();
});

test("on paper the legend says what the lines under names mean, of the kinds that are marked", async ({ page }) => {
  await analysed(page, PAGE);
  await page.getByRole("button", { name: /^地点/ }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: /^人物/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^地点/ })).toBeHidden();
});

test("of a page with more articles than are set at once, all are printed", async ({ page }) => {
  const many = Array.from({ length: 70 }, (_, index) => `# 渡口镇第${index + 1}座桥修好了\n\n江口日报讯（记者 陆小满）渡口镇第${index + 1}座石桥昨日通行。`).join("\n\n");
  const shown = await analysed(page, many);
  const count = await shown.evaluate((element) => /** @type {any} */ (element).report.articles.length);
  expect(count).toBeGreaterThan(60);
  expect(await sheets(page)).toBe(count);
});

/** How many sheets it is printed on. @param {Page} page */
async function sheets(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length;
}

test("selected words are copied as a quotation with their source", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const shown = await analysed(page, PAGE);
  const paragraph = shown.locator("banmian-article").first().locator(".body p").nth(1);
  await paragraph.click({ clickCount: 3 });
  await page.getByRole("button", { name: "复制引文" }).click();
  await expect(page.getByText("已复制引文和出处。")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^“沈知远表示，青川市正在实施‘产业强市、文旅兴城’战略，.*落地临江县。”（《青川日报》2025年11月7日 第1版《同心谋发展 携手开新局》第2段）$/);
});

test("the same words further down are quoted from where they were selected", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const shown = await analysed(page, PAGE);
  const tag = shown.locator("banmian-article").first().locator(".body p").nth(2).getByText("临江县", { exact: true }).first();
  // A single click lists the mentions at the foot of the window, so the words are taken from its middle.
  await tag.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await tag.dblclick({ force: true });
  await page.getByRole("button", { name: "复制引文" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^“[临江县]+”（.*第3段）$/);
});

test("a short text goes into a link and out of it, and its address is cleared", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await analysed(page, HOSTILE);
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: /用链接分享原文/ }).click();
  await expect(page.getByRole("dialog")).toContainText("拿到链接的人都能读到全文");
  await page.getByRole("button", { name: "复制链接" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(8_000);
  expect(link).toMatch(/#t=[\w-]+$/);
  const other = await context.newPage();
  await other.goto(link);
  const shown = await report(other);
  await expect(shown.locator("banmian-article h3").first()).toHaveText('=HYPERLINK("http://127.0.0.1/ran","点我")');
  await expect(shown).toContainText("<script>window.ran = 1</script>");
  expect(await other.evaluate(() => /** @type {any} */ (window).ran)).toBeUndefined();
  expect(other.url()).not.toContain("#");
});

test("a text too long for a link is told so", async ({ page }) => {
  const random = Array.from({ length: 9_000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000))).join("");
  await analysed(page, `# 长文\n\n青川日报讯 ${random}。\n`);
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: /用链接分享原文/ }).click();
  await expect(page.getByRole("dialog")).toContainText("原文太长");
  await expect(page.getByRole("button", { name: "复制链接" })).toHaveCount(0);
});

for (const [what, hash] of [["damaged", "#t=ZZZZ"], ["no text", "#t="], ["no base64", "#t=<script>"]]) {
  test(`a link that is ${what} gives a message`, async ({ page }) => {
    await page.goto("about:blank");
    await page.goto(`./${hash}`);
    await expect(page.getByText("链接不完整或已损坏")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "版面文字" })).toBeVisible();
  });
}

test("the menu works by keyboard", async ({ page }) => {
  await analysed(page, PAGE);
  const opener = page.getByRole("button", { name: "导出" });
  await opener.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("menuitem").last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(opener).toBeFocused();
});
