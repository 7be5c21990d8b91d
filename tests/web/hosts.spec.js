/** The elements in pages of other origins: strict ones, crowded ones, ones with a look of their own. */
import { expect, test } from "@playwright/test";
import { faults } from "./axe.js";
import { BASE, STORY, openHost, strict } from "./host-page.js";

const tag = (more = "") => `<script type="module" src="${BASE}banmian.js" ${more}></script>`;

test("one tag works under a strict policy with Trusted Types, and nothing is complained of", async ({ page }) => {
  const body = `${STORY}<banmian-analyzer for="story" themes="河湾治理"></banmian-analyzer>${tag()}`;
  const complaints = await openHost(page, { body, csp: strict(new URL(BASE).origin) });
  await expect(page.locator("banmian-article h3")).toHaveText(["河湾治理见成效 白鹭回到城里来", "旧粮仓改成图书馆"]);
  await page.getByRole("tab", { name: "图示" }).click();
  await expect(page.getByRole("figure").first().getByRole("img")).toBeVisible();
  expect(complaints).toEqual([]);
  expect(page.workers()).toHaveLength(1);
});

test("where workers are forbidden the page does the work, and the host hears of it", async ({ page }) => {
  const csp = strict(new URL(BASE).origin).replace(/worker-src [^;]+/, "worker-src 'none'");
  const head = tag();
  await page.addInitScript(() => document.addEventListener("banmian-fallback", (event) => Object.assign(window, { told: /** @type {CustomEvent} */ (event).detail })));
  await openHost(page, { head, csp, body: `${STORY}<banmian-themes for="story"></banmian-themes>` });
  await expect(page.locator("banmian-themes")).toContainText("河湾治理");
  expect(await page.evaluate(() => /** @type {any} */ (window).told)).toEqual({ reason: expect.stringMatching(/./) });
  expect(page.workers()).toHaveLength(0);
});

test("a policy without wasm is named in the message, and what is to be added", async ({ page }) => {
  const csp = strict(new URL(BASE).origin).replace(" 'wasm-unsafe-eval'", "");
  await openHost(page, { csp, body: `${STORY}<banmian-analyzer for="story"></banmian-analyzer>${tag()}` });
  await expect(page.getByRole("alert")).toContainText("'wasm-unsafe-eval'");
});

test("an id that the page does not have is named; the text may come later", async ({ page }) => {
  await openHost(page, { body: `<banmian-themes for="story"></banmian-themes>${tag()}` });
  await expect(page.getByRole("alert")).toContainText("页面上没有 id 为“story”的元素。");
  await page.evaluate((story) => document.body.append(document.createRange().createContextualFragment(story)), STORY);
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(page.locator("banmian-themes")).toContainText("河湾治理");
});

test("a snippet says by attributes of the script what is wanted", async ({ page }) => {
  const body = `${STORY}${tag('data-for="story" data-themes="河湾治理" data-element="themes"')}${tag('data-for="story"')}<footer>脚</footer>`;
  await openHost(page, { body });
  await expect(page.locator("banmian-themes").first()).toContainText("河湾治理");
  await expect(page.locator("banmian-article h3")).toHaveCount(2);
  expect(await page.locator("body > *").evaluateAll((all) => all.map(({ localName }) => localName))).toEqual(["article", "script", "banmian-themes", "script", "banmian-analyzer", "footer"]);
});

test("a snippet in the head puts the element after the text", async ({ page }) => {
  await openHost(page, { head: tag('data-for="story" data-element="themes"'), body: `${STORY}<footer>脚</footer>` });
  await expect(page.locator("article + banmian-themes")).toContainText("河湾治理");
});

/** The words that are lit. @param {import("@playwright/test").Page} page */
const lit = (page) => page.evaluate(() => [...(CSS.highlights.get("banmian-lit") ?? [])].map(String));

test("themes are lit in the host's own text, whose elements stay as they are", async ({ page }) => {
  await openHost(page, { body: `<main><h1>白石晚报</h1>${STORY}<banmian-themes for="story" themes="白鹭"></banmian-themes></main>` });
  const before = await page.locator("#story").evaluate((story) => story.outerHTML);
  await page.addScriptTag({ type: "module", url: `${BASE}banmian.js` });
  await expect(page.getByRole("button", { name: /河湾治理/ })).toBeVisible();
  await expect.poll(() => lit(page)).toEqual(expect.arrayContaining(["河湾治理", "白鹭"]));
  // One of them runs across an element.
  expect((await lit(page)).filter((words) => words === "河湾治理")).toHaveLength(4);
  await page.getByRole("button", { name: /河湾治理/ }).click();
  await expect.poll(() => lit(page)).not.toContain("白鹭");
  await page.locator("banmian-themes .inside .evidence").first().click();
  expect(await page.evaluate(() => String(getSelection()))).toContain("河湾治理");
  await page.getByRole("checkbox", { name: "在文中标出" }).uncheck();
  await expect.poll(() => lit(page)).toEqual([]);
  expect(await page.locator("#story").evaluate((story) => story.outerHTML)).toBe(before);
  expect(await faults(page)).toEqual([]);
});

test("how the host's source is broken and indented is not seen, but lines that are set as lines are", async ({ page }) => {
  const body = `<article id="story">
      <h2>河湾治理
        见成效</h2>
      <p>白石晚报讯（记者 程小满）“河湾治
        理”一年，<b>白鹭
        </b>回来了。</p>
      <h2>旧粮仓改成图书馆</h2>
      <p>白石晚报讯（记者 叶知秋）闲置十二年的南门粮仓11月5日起向市民开放，“河湾治理”的老照片在一楼展出。</p>
    </article>
    <pre id="lines"># 渡口镇修好老石桥\n  渡口镇讯（记者 陆小满）老石桥昨日通行。</pre>
    <banmian-themes for="story"></banmian-themes><banmian-analyzer for="lines"></banmian-analyzer>${tag()}`;
  await openHost(page, { body });
  await expect(page.getByRole("button", { name: /河湾治理/ })).toBeVisible();
  const themes = page.locator("body > banmian-themes");
  const { input, titles } = await themes.evaluate((/** @type {any} */ element) => ({ input: element.input, titles: element.report.articles.map((/** @type {any} */ { title }) => title.text) }));
  expect(input).toContain("“河湾治理”一年，白鹭 回来了。");
  expect(titles).toEqual(["河湾治理见成效", "旧粮仓改成图书馆"]);
  expect((await lit(page)).map((words) => words.replace(/\s+/g, ""))).toEqual(["河湾治理", "河湾治理", "河湾治理"]);
  await expect(page.locator("banmian-analyzer banmian-article h3")).toHaveText("渡口镇修好老石桥");
  expect(await page.locator("banmian-analyzer").evaluate((/** @type {any} */ element) => element.input)).toContain("\n  渡口镇讯");
});

test("taken off the page it leaves no light behind", async ({ page }) => {
  await openHost(page, { body: `${STORY}<banmian-themes for="story"></banmian-themes>${tag()}` });
  await expect.poll(() => lit(page)).not.toEqual([]);
  await page.locator("banmian-themes").evaluate((element) => element.remove());
  await expect.poll(() => lit(page)).toEqual([]);
});

test("nothing but the script is loaded before the reader comes near, unless it is asked for", async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const far = `<p style="height: 4000px"></p>${STORY}`;
  await openHost(page, { body: `${far}<banmian-analyzer for="story"></banmian-analyzer>${tag()}` });
  await page.waitForFunction(() => customElements.get("banmian-analyzer"));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
  expect(asked.filter((url) => /wasm|worker|report/.test(url))).toEqual([]);
  await page.locator("banmian-analyzer").evaluate((element) => element.scrollIntoView());
  await expect(page.locator("banmian-article h3")).toHaveCount(2);
  expect(asked.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
  await openHost(page, { body: `${far}<banmian-analyzer for="story" loading="eager"></banmian-analyzer>${tag()}` });
  await expect(page.locator("banmian-article h3")).toHaveCount(2);
});

test("all elements of a page share one worker and one module", async ({ page }) => {
  /** @type {string[]} */
  const modules = [];
  page.on("request", (request) => request.url().endsWith(".wasm") && modules.push(request.url()));
  const two = '<banmian-themes for="story"></banmian-themes><banmian-analyzer for="story"></banmian-analyzer>';
  await openHost(page, { body: `${STORY}${two}${tag()}` });
  await expect(page.locator("banmian-article h3")).toHaveCount(2);
  await expect(page.locator("banmian-themes").first()).toContainText("河湾治理");
  expect(modules).toHaveLength(1);
  expect(page.workers()).toHaveLength(1);
});

test("two versions on one page do not collide, and there are no global names", async ({ page }) => {
  const complaints = await openHost(page, { body: `${STORY}<banmian-analyzer for="story"></banmian-analyzer>` });
  // Lit keeps lists of its versions, to warn of several.
  const names = () => page.evaluate(() => Object.keys(window).filter((name) => !/^lit|^reactiveElement/.test(name)).sort());
  const before = await names();
  await page.addScriptTag({ type: "module", url: `${BASE}banmian.js` });
  await page.addScriptTag({ type: "module", url: `${BASE.replace("today", "yesterday")}banmian.js` });
  await expect(page.locator("banmian-article h3")).toHaveCount(2);
  expect(complaints).toEqual([]);
  expect(await names()).toEqual(before);
});

test("the host's styles do not reach in, but its properties and parts do", async ({ page }) => {
  const head = `<style>
    * { font-size: 40px !important; float: right } button, p, h3 { display: none !important }
    banmian-themes { --banmian-accent: rgb(1, 2, 3); --banmian-sheet: rgb(250, 251, 252) }
    banmian-themes::part(own) { border-top-style: dotted }
  </style>`;
  await openHost(page, { head, body: `${STORY}<banmian-themes for="story"></banmian-themes>${tag()}` });
  await expect(page.getByRole("button", { name: /河湾治理/ })).toBeVisible();
  const look = await page.locator("banmian-themes .own").evaluate((own) => {
    const { borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(own);
    return { borderTopStyle, borderTopColor, backgroundColor };
  });
  expect(look).toEqual({ borderTopStyle: "dotted", borderTopColor: "rgb(1, 2, 3)", backgroundColor: "rgb(250, 251, 252)" });
});
