/** A reader puts a page right: by menu, by keyboard, by dragging, by selecting; and it is there the next day. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { HEADLINES, PAGE, SENTENCE } from "./fixtures/pages.js";
import { paste, report } from "./reader.js";

/** @import { Locator, Page } from "@playwright/test" */

/** @param {Page} page @param {string} [text] */
async function correcting(page, text = PAGE) {
  await page.goto("./");
  await paste(page, text);
  await report(page);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  const galley = page.locator("banmian-galley");
  await expect(galley).toBeVisible();
  return galley;
}

/**
 * @param {Locator} galley
 * @param {string | RegExp} words with which a block begins
 */
const grip = (galley, words) => galley.getByRole("button", { name: words });

/** @param {Locator} galley @param {string | RegExp} words @param {string} item */
async function choose(galley, words, item) {
  await grip(galley, words).click();
  await galley.getByRole("menu").getByText(item, { exact: true }).click();
}

const stories = (/** @type {Locator} */ galley) => galley.getByRole("heading", { name: /^第 \d+ 篇$/ });
const records = (/** @type {Page} */ page) => page.getByRole("list", { name: /校改记录/ }).getByRole("listitem");

test("a wrong split is put right, and an article is split where one was missed", async ({ page }) => {
  const galley = await correcting(page);
  await expect(stories(galley)).toHaveCount(3);
  await galley.getByRole("region", { name: "第 2 篇" }).getByRole("button", { name: "并入上一篇" }).click();
  await expect(stories(galley)).toHaveCount(2);
  await expect(grip(galley, `小标题：${HEADLINES[1]}`)).toBeVisible();
  await choose(galley, /^正文：沈知远表示/, "从这里另起一篇");
  await expect(stories(galley)).toHaveCount(3);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await expect((await report(page)).locator("banmian-article h3")).toHaveText([HEADLINES[0], "（无标题）", HEADLINES[2]]);
});

test("what was corrected is there after the window is closed in mid-edit", async ({ page }) => {
  const galley = await correcting(page);
  await choose(galley, /^正文：沈知远表示/, "从这里另起一篇");
  await expect(stories(galley)).toHaveCount(4);
  await page.reload();
  await expect((await report(page)).locator("banmian-article h3")).toHaveCount(4);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await expect(records(page)).toHaveCount(1);
});

test("a paragraph is moved by keyboard, into the next article and back, and the focus goes with it", async ({ page }) => {
  const galley = await correcting(page);
  const block = grip(galley, /^正文：远帆重工集团董事长/);
  await block.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(galley.getByRole("region", { name: "第 2 篇" }).getByText(SENTENCE)).toBeVisible();
  await expect(block).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(galley.getByRole("region", { name: "第 1 篇" }).getByText(SENTENCE)).toBeVisible();
  await expect(block).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(galley.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(block).toBeFocused();
});

for (const pointer of /** @type {const} */ (["mouse", "touch"])) {
  test(`a paragraph is dragged to another article by ${pointer}`, async ({ browser, page: first, baseURL }) => {
    const page = pointer === "mouse" ? first : await (await browser.newContext({ hasTouch: true, baseURL, locale: "zh-CN" })).newPage();
    await page.setViewportSize({ width: 1280, height: 1400 });
    const galley = await correcting(page);
    const from = await centre(grip(galley, /^正文：远帆重工集团董事长/));
    const to = await centre(grip(galley, /^正文：青川日报讯（记者 程砚秋）/));
    await drag(page, pointer, from, to);
    await expect(galley.getByRole("region", { name: "第 2 篇" }).getByText(SENTENCE)).toBeVisible();
    await expect(records(page)).toHaveCount(1);
    await expect(galley.getByRole("menu")).toBeHidden();
    if (pointer === "touch") await page.context().close();
  });
}

for (const pointer of /** @type {const} */ (["mouse", "touch"])) {
  test(`a whole article is dragged behind another by ${pointer}`, async ({ browser, page: first, baseURL }) => {
    const page = pointer === "mouse" ? first : await (await browser.newContext({ hasTouch: true, baseURL, locale: "zh-CN" })).newPage();
    await page.setViewportSize({ width: 1280, height: 2000 });
    const galley = await correcting(page);
    const from = await centre(grip(galley, `第 1 篇：${HEADLINES[0]}`));
    const box = await galley.getByRole("region", { name: "第 2 篇" }).boundingBox();
    // Its lower half: the article falls behind it.
    await drag(page, pointer, from, { x: from.x, y: (box?.y ?? 0) + (box?.height ?? 0) - 12 });
    await expect(grip(galley, `第 2 篇：${HEADLINES[0]}`)).toBeVisible();
    await expect(grip(galley, `第 1 篇：${HEADLINES[1]}`)).toBeVisible();
    await expect(records(page)).toHaveCount(1);
    if (pointer === "touch") await page.context().close();
  });
}

test("a whole article is moved by keyboard, to the foot of the page and back, and read in its new order", async ({ page }) => {
  const galley = await correcting(page);
  await grip(galley, `第 1 篇：${HEADLINES[0]}`).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(grip(galley, `第 2 篇：${HEADLINES[0]}`)).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(grip(galley, `第 3 篇：${HEADLINES[0]}`)).toBeFocused();
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await expect((await report(page)).locator("banmian-article h3")).toHaveText([HEADLINES[1], HEADLINES[2], HEADLINES[0]]);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await grip(galley, `第 3 篇：${HEADLINES[0]}`).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(grip(galley, `第 2 篇：${HEADLINES[0]}`)).toBeFocused();
});

/**
 * @param {Page} page
 * @param {"mouse" | "touch"} pointer
 * @param {{ x: number, y: number }} from
 * @param {{ x: number, y: number }} to
 */
async function drag(page, pointer, from, to) {
  if (pointer === "mouse") {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y - 20, { steps: 4 });
    await page.mouse.move(to.x, to.y + 4, { steps: 2 });
    await page.mouse.up();
    return;
  }
  const session = await page.context().newCDPSession(page);
  const touch = (/** @type {"touchStart" | "touchMove" | "touchEnd"} */ type, /** @type {{ x: number, y: number }[]} */ touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [from]);
  await touch("touchMove", [{ x: to.x, y: to.y - 20 }]);
  await touch("touchMove", [{ x: to.x, y: to.y + 4 }]);
  await touch("touchEnd", []);
}

/** @param {Locator} element */
async function centre(element) {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

test("a line gets another role", async ({ page }) => {
  const galley = await correcting(page);
  await choose(galley, `主标题：${HEADLINES[1]}`, "引题");
  await expect(grip(galley, `引题：${HEADLINES[1]}`)).toBeFocused();
  await choose(galley, `引题：${HEADLINES[1]}`, "移出稿件，作版面杂项");
  await expect(galley.getByRole("region", { name: "未归入稿件的文字" }).getByText(`# ${HEADLINES[1]}`)).toBeVisible();
});

test("a name that is selected is marked everywhere, and the mark is taken away here", async ({ page }) => {
  const galley = await correcting(page);
  const words = galley.locator(".words", { hasText: "在临江县的老纺织厂里" });
  await select(words, "老纺织厂");
  const form = galley.getByRole("dialog", { name: "标注" });
  await expect(form).toBeVisible();
  await form.getByRole("radio", { name: "机构" }).check();
  await form.getByRole("radio", { name: "全部" }).check();
  await form.getByRole("button", { name: "标注" }).click();
  await expect(words.locator(".tag.organization", { hasText: /^老纺织厂$/ })).toBeVisible();
  await words.locator(".tag", { hasText: /^老纺织厂$/ }).click();
  await form.getByRole("button", { name: "去掉标注" }).click();
  await expect(words.locator(".tag", { hasText: /^老纺织厂$/ })).toHaveCount(0);
});

test("without selecting, a name is typed and marked everywhere, and stays after a reload", async ({ page }) => {
  const galley = await correcting(page);
  await choose(galley, /^正文：临江县县长/, "标注一个词……");
  const form = galley.getByRole("dialog", { name: "标注" });
  await form.getByLabel("要标注的字").fill("联络员");
  await form.getByRole("radio", { name: "术语" }).check();
  await page.keyboard.press("Enter");
  await expect(galley.locator(".tag.term", { hasText: "联络员" })).toBeVisible();
  await page.reload();
  const shown = await report(page);
  await shown.getByRole("tab", { name: "名录" }).click();
  await expect(shown.locator("banmian-entities").getByRole("button", { name: /联络员/ })).toBeVisible();
});

/**
 * Selects words as a reader does, with the mouse.
 * @param {Locator} element
 * @param {string} words
 */
async function select(element, words) {
  await element.scrollIntoViewIfNeeded();
  const box = await element.evaluate((node, words) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const at = text.textContent?.indexOf(words) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + words.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, y: (top + bottom) / 2 };
    }
    return null;
  }, words);
  if (!box) throw new Error(`“${words}” does not stand in one piece`);
  const { mouse } = element.page();
  await mouse.move(box.left + 1, box.y);
  await mouse.down();
  await mouse.move(box.right - 1, box.y, { steps: 5 });
  await mouse.up();
}

test("every step is undone and done again, by keys and by button", async ({ page }) => {
  const galley = await correcting(page);
  await choose(galley, /^正文：沈知远表示/, "从这里另起一篇");
  await choose(galley, /^正文：远帆重工集团董事长/, "从这里另起一篇");
  await expect(stories(galley)).toHaveCount(5);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(stories(galley)).toHaveCount(3);
  await page.keyboard.press("Control+Shift+z");
  await expect(stories(galley)).toHaveCount(4);
  await page.getByRole("button", { name: "重做" }).click();
  await expect(stories(galley)).toHaveCount(5);
  await records(page).last().getByRole("button", { name: /^撤回/ }).click();
  await expect(stories(galley)).toHaveCount(4);
  await expect(records(page)).toHaveCount(1);
});

test("a repair is undone where it was made", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "晚报要闻版" }).click();
  await report(page);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  const galley = page.locator("banmian-galley");
  const seams = galley.getByRole("button", { name: /^修补：接合断段/ });
  await expect(stories(galley)).toHaveCount(6);
  const before = await seams.count();
  await seams.first().click();
  await galley.getByRole("menuitem", { name: "撤销这处接合，另成一段" }).click();
  await expect(seams).toHaveCount(before - 1);
  await expect(grip(galley, /^正文：大。我们将继续实施/)).toBeVisible();
  await galley.getByRole("button", { name: /^修补：移回原位/ }).first().click();
  await galley.getByRole("menuitem", { name: "放回原处" }).click();
  await expect(galley.getByRole("region", { name: "第 5 篇" }).getByText(/线、验仓库，对汐川综合保税区/)).toBeVisible();
});

test("themes are renamed, made one, pinned and hidden", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "晚报要闻版" }).click();
  await report(page);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  const themes = page.locator("banmian-theme-desk");
  await themes.getByRole("button", { name: /两带三圈/ }).click();
  await themes.getByRole("button", { name: "置顶" }).click();
  await expect(themes.getByRole("listitem").first()).toContainText("两带三圈");
  await themes.getByLabel("名称").fill("两带三圈建设");
  await themes.getByRole("button", { name: "改名" }).click();
  await expect(themes.getByRole("listitem").first()).toContainText("两带三圈建设");
  const count = await themes.getByRole("listitem").count();
  await themes.getByLabel("并入").selectOption("港产联动");
  await themes.getByRole("button", { name: "合并" }).click();
  await expect(themes.getByRole("listitem")).toHaveCount(count - 1);
  await themes.getByRole("button", { name: /^港产联动/ }).click();
  await themes.getByRole("button", { name: "不再显示" }).click();
  await expect(themes.getByRole("listitem")).toHaveCount(count - 2);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await expect((await report(page)).locator("banmian-themes").getByRole("button", { name: /两带三圈|港产联动/ })).toHaveCount(0);
});

test("after the original is changed, what no longer applies is listed on top and the rest still holds", async ({ page }) => {
  const galley = await correcting(page);
  await choose(galley, /^正文：沈知远表示/, "从这里另起一篇");
  await choose(galley, /^正文：临江县县长/, "从这里另起一篇");
  await page.getByRole("button", { name: "改原文" }).click();
  await page.getByRole("textbox", { name: "原文" }).fill(`导语新加了一句。\n\n${PAGE.replace("临江县县长周伯谦介绍，“青商回归”不是一句口号，", "县长说，")}`);
  await page.getByRole("button", { name: "重新分析" }).click();
  const lost = page.getByRole("region", { name: "不再适用的校改" });
  await expect(lost.getByRole("listitem")).toHaveCount(1);
  await expect(lost).toContainText("临江县县长");
  await expect(records(page)).toHaveCount(1);
  await lost.getByRole("button", { name: /^撤回/ }).click();
  await expect(lost).toHaveCount(0);
});

test("corrections go out as a file and come into another window; another file is refused", async ({ page, browser, baseURL }) => {
  const galley = await correcting(page);
  await choose(galley, /^正文：沈知远表示/, "从这里另起一篇");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出校改" }).click();
  const bytes = readFileSync(await (await saved).path());
  const other = await (await browser.newContext({ baseURL, locale: "zh-CN" })).newPage();
  const second = await correcting(other);
  const upload = other.getByLabel("校改文件");
  await upload.setInputFiles({ name: "别的.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(other.getByText("这不是校改文件，没有导入。")).toBeVisible();
  await upload.setInputFiles({ name: "校改.json", mimeType: "application/json", buffer: bytes });
  await expect(stories(second)).toHaveCount(4);
  await other.context().close();
});
