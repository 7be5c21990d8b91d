/** Text that would do harm, in every place that takes text: it is shown as text, and nothing else happens. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { zipSync } from "fflate";
import { FORMULAS, HARM, HOSTILE_LEXICON, HOSTILE_NAMES, HOSTILE_PAGE, TRAP } from "./fixtures/hostile.js";
import { PAGE } from "./fixtures/pages.js";
import { BASE, openHost } from "./host-page.js";
import { drop, file, paste, report } from "./reader.js";
import { trap } from "./trap.js";

/** @type {{ sprung(): Promise<void> }} */
let peace;

test.beforeEach(async ({ page }) => {
  peace = await trap(page);
});

test.afterEach(() => peace.sprung());

test("pasted text, in every view", async ({ page }) => {
  await page.goto("./");
  await paste(page, HOSTILE_PAGE);
  const shown = await report(page);
  await expect(shown.locator("banmian-article").first()).toContainText(HARM.script);
  const theme = shown.getByRole("button", { name: /青商回归/ }).first();
  await theme.click();
  for (const view of ["原文对照", "图示", "读稿"]) {
    await shown.getByRole("tab", { name: view }).click();
    await expect(shown.getByRole("tab", { name: view })).toHaveAttribute("aria-selected", "true");
    await peace.sprung();
  }
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await expect(page.locator("banmian-galley")).toContainText(HARM.image);
});

test("names of files, good and bad, in the tabs, the library and what is said of them", async ({ page }) => {
  await page.goto("./");
  await drop(page, [...HOSTILE_NAMES.map((name) => file(name, PAGE)), file(`${HARM.image}.docx`, "PK\u0003\u0004坏的"), file(`${HARM.svg}.pdf`, "%PDF-坏的")]);
  await page.getByRole("tab", { name: /版面库/ }).click();
  const library = page.locator("banmian-library");
  await expect(library.locator(".row")).toHaveCount(HOSTILE_NAMES.length);
  await library.getByRole("button", { name: /删除 .*onerror/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("onerror");
  await dialog.getByRole("button", { name: "取消" }).click();
  expect(await library.evaluate((element) => element.shadowRoot?.textContent ?? "")).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test("a lexicon: its words, its canonical names and its bad lines", async ({ page }) => {
  await page.goto("./");
  await paste(page, HOSTILE_PAGE);
  await report(page);
  await page.getByRole("tab", { name: "词表" }).click();
  const table = page.locator("banmian-lexicon");
  await table.getByLabel("词表文件").setInputFiles({ ...file(HOSTILE_NAMES[0], HOSTILE_LEXICON), mimeType: "text/csv" });
  await expect(table.getByRole("region", { name: "读不懂的行" })).toBeVisible();
  await expect(table.getByLabel("词语", { exact: true }).first()).toHaveValue(`青商${HARM.script}`);
  await page.getByRole("tab", { name: /粘贴 1/ }).click();
  await report(page);
});

/**
 * A project of one page.
 * @param {object} fields
 */
const project = (fields) => {
  const packed = zipSync({
    "texts/1.txt": Buffer.from(HOSTILE_PAGE),
    "../../../escaped.txt": Buffer.from("出去了"),
    __prot0__: Buffer.from("x"),
    "lexicon.csv": Buffer.from(HOSTILE_LEXICON),
    "project.json": Buffer.from(
      JSON.stringify({ format: "banmian-project", version: 1, pages: [{ id: "hostile-1", name: "甲", path: "texts/1.txt", at: 1, log: { operations: [], cursor: 0 }, ...fields }] }).replace('"at"', '"__proto__":{"polluted":1},"at"'),
    ),
  });
  // No library writes such a name.
  return Buffer.from(Buffer.from(packed).toString("latin1").replaceAll("__prot0__", "__proto__"), "latin1");
};

test("a project file: names, facts and words", async ({ page }) => {
  await page.goto("./");
  const facts = { paper: HARM.image, date: HARM.svg, sheet: HARM.style, articles: HARM.script, characters: 9, themes: Object.values(HARM), titles: Object.values(HARM) };
  await drop(page, [file("全部.banmian", project({ name: `${HARM.bidi}${HARM.image}`, facts }))]);
  const library = page.locator("banmian-library");
  await expect(library.locator(".row")).toHaveCount(1);
  await expect(library).toContainText("onerror");
  expect(await library.evaluate((element) => element.shadowRoot?.textContent ?? "")).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  await library.locator(".open").click();
  await expect((await report(page)).locator("banmian-article").first()).toContainText(HARM.script);
});

test("a file of corrections: a name and a theme of harm, a field that is none", async ({ page }) => {
  await page.goto("./");
  await paste(page, PAGE);
  await report(page);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  const start = PAGE.indexOf("沈知远");
  const operations = [
    { kind: "tag", at: { start, end: start + 3, words: "沈知远" }, type: "person", name: HARM.image, scope: "all", onclick: "ran(1)" },
    { kind: "theme-rename", theme: "青商回归", to: HARM.script },
  ];
  const json = JSON.stringify({ format: "banmian-corrections", version: 1, page: HARM.svg, operations }).replace('"kind"', '"__proto__":{"polluted":1},"kind"');
  await page.getByLabel("校改文件").setInputFiles({ ...file("校改.json", json), mimeType: "application/json" });
  await expect(page.getByRole("list", { name: /校改记录/ }).getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("list", { name: /校改记录/ })).toContainText(HARM.script);
});

test("a link, and one that unpacks to more than it should", async ({ page }) => {
  await page.goto("./");
  const hash = (/** @type {string} */ text) =>
    page.evaluate(async (text) => {
      const packed = await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();
      return `#t=${btoa(String.fromCharCode(...new Uint8Array(packed))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
    }, text);
  const [harm, bomb] = [await hash(HOSTILE_PAGE), await hash("早".repeat(30_000_000))];
  await page.goto("about:blank");
  await page.goto(`./${harm}`);
  await expect((await report(page)).locator("banmian-article").first()).toContainText(HARM.script);
  expect(new URL(page.url()).hash).toBe("");
  for (const bad of [bomb, `#t=${HARM.image}`, "#t=javascript:ran(1)", "#t="]) {
    await page.goto("about:blank");
    await page.goto(`./${bad}`);
    await expect(page.getByText(/链接.*(?:损坏|不完整|打不开)/).filter({ visible: true }).first()).toBeVisible();
  }
});

test("the frame: what its address says and what it is told", async ({ page }) => {
  const host = `http://127.0.0.1:${new URL(BASE).port}`;
  const query = new URLSearchParams({ origin: host, element: HARM.image, scheme: `"><img src=x onerror=ran(1)>`, lang: HARM.svg, themes: HARM.script });
  await page.addInitScript(() => {
    Object.assign(window, { heard: [] });
    addEventListener("message", ({ data }) => /** @type {any} */ (window).heard.push(data?.type));
  });
  await openHost(page, { body: `<iframe title="版面分析" width="100%" src="${BASE}frame.html?${query.toString().replaceAll("&", "&amp;")}"></iframe>` });
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).heard)).toContain("ready");
  const tell = (/** @type {object} */ message) =>
    page.evaluate(([message, origin]) => document.querySelector("iframe")?.contentWindow?.postMessage(message, String(origin)), /** @type {const} */ ([message, new URL(BASE).origin]));
  for (const bad of [{ text: { toString: "ran" } }, { text: HOSTILE_PAGE, name: [HARM.image] }, { text: HOSTILE_PAGE, lexicon: 1 }, { type: "__proto__" }]) await tell({ banmian: 1, type: "analyze", id: 1, ...bad });
  await tell({ banmian: 1, type: "analyze", id: 2, text: HOSTILE_PAGE, name: HARM.image, themes: HARM.style, lexicon: HOSTILE_LEXICON });
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).heard)).toEqual(expect.arrayContaining([expect.stringMatching(/^report$|^error$/)]));
  await tell({ banmian: 1, type: "analyze", id: 3, text: HOSTILE_PAGE, name: HARM.image, themes: HARM.style });
  await expect(page.frameLocator("iframe").locator("banmian-article").first()).toContainText(HARM.script);
  expect(await page.evaluate(() => document.body.children.length)).toBe(1);
});

test("an element on a page of another: nothing outside it changes", async ({ page }) => {
  await openHost(page, { body: `<p id="own">本页自己的话</p><banmian-analyzer id="guest"></banmian-analyzer>`, head: `<script type="module" src="${BASE}banmian.js"></script>` });
  // What loads a script ahead is the loader's, not the text's.
  const outside = () => page.evaluate(() => [[...document.head.children].filter((one) => !one.matches("link[rel=modulepreload]")).map((one) => one.outerHTML), document.body.innerHTML, document.title, location.href, document.documentElement.getAttribute("style"), document.adoptedStyleSheets.length, Object.keys(window).length, history.length]);
  await page.waitForFunction(() => customElements.get("banmian-analyzer"));
  const before = await outside();
  await page.locator("#guest").evaluate((element, text) => Object.assign(element, { text }), HOSTILE_PAGE);
  await expect(page.locator("banmian-article").first()).toContainText(HARM.script);
  for (const view of ["原文对照", "读稿"]) await page.locator("#guest").getByRole("tab", { name: view }).click();
  expect(await outside()).toEqual(before);
});

test("what is taken away has it as text", async ({ page, context }) => {
  test.slow();
  await page.goto("./");
  await paste(page, HOSTILE_PAGE);
  await report(page);
  const taken = async (/** @type {string} */ item) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: item }).first().click();
    return readFileSync(await (await download).path()).toString("utf8");
  };
  for (const item of ["CSV：稿件", "CSV：名录", "CSV：证据"]) {
    const cells = [...(await taken(item)).slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => quoted ?? plain);
    expect(cells.length).toBeGreaterThan(5);
    expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([]);
  }
  const markdown = await taken("Markdown");
  expect(markdown).not.toMatch(/(?<!\\)<|(?<!\\)\]\(|(?<!\\)&#?\w+;/);
  const alone = await context.newPage();
  const calm = await trap(alone);
  await alone.goto(`${BASE}engine/none`).catch(() => {});
  await alone.setContent(await taken("网页（HTML）"), { waitUntil: "load" });
  await expect(alone.getByRole("article").first()).toContainText(HARM.script);
  await calm.sprung();
  const tei = await taken("TEI XML");
  const parsed = await page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, "application/xml");
    return { errors: document.querySelectorAll("parsererror").length, foreign: [...document.querySelectorAll("*")].filter(({ namespaceURI }) => namespaceURI !== "http://www.tei-c.org/ns/1.0").length, doctype: document.doctype, text: document.querySelector("body")?.textContent ?? "" };
  }, tei);
  expect(parsed).toMatchObject({ errors: 0, foreign: 0, doctype: null });
  for (const harm of [HARM.script, HARM.xml, FORMULAS[0]]) expect(parsed.text).toContain(harm);
  expect(JSON.parse(await taken("JSON")).articles.length).toBeGreaterThan(5);
  expect(tei).toContain(TRAP);
});

test("a project file that unpacks to more than it should, whatever it says of its sizes", async ({ page }) => {
  await page.goto("./");
  const list = JSON.stringify({ format: "banmian-project", version: 1, pages: [] });
  const honest = Buffer.from(zipSync({ "project.json": Buffer.from(list), "texts/1.txt": new Uint8Array(30_000_000) }));
  const lying = Buffer.from(honest);
  for (const sign of [0x04034b50, 0x02014b50]) {
    const at = lying.lastIndexOf(Buffer.from(new Uint32Array([sign]).buffer));
    lying.writeUInt32LE(100, at + (sign === 0x04034b50 ? 22 : 24));
  }
  for (const bomb of [honest, lying]) {
    await drop(page, [file("全部.banmian", bomb)]);
    await expect(page.getByRole("alert").filter({ visible: true })).toContainText(/项目文件没有读入.*200 倍以上/);
    await page.reload();
  }
});

test("a long page goes into a project file and comes back", async ({ page, browser, baseURL }) => {
  const long = `${PAGE}\n${"江口镇的早市开了，来了很多人，天亮才散。".repeat(40_000)}\n`;
  await page.goto("./");
  await paste(page, long);
  await report(page);
  await page.getByRole("tab", { name: /版面库/ }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "存为项目文件" }).click();
  const bytes = readFileSync(await (await saved).path());
  const other = await (await browser.newContext({ baseURL, locale: "zh-CN" })).newPage();
  await other.goto("./");
  await drop(other, [file("全部.banmian", bytes)]);
  await expect(other.getByText("项目文件：新增 1 版，更新 0 版，0 版没有变化。")).toBeVisible();
  await other.context().close();
});
