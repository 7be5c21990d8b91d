/** Working through what is to be checked: from place to place, by kind, and saying what one thinks of it. */
import { expect, test } from "@playwright/test";
import { report } from "./reader.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
async function review(page) {
  await page.goto("./");
  await page.getByRole("button", { name: "晚报要闻版" }).click();
  const shown = await report(page);
  await shown.getByRole("tab", { name: /待核对/ }).click();
  return { shown, list: shown.locator("banmian-review") };
}

/**
 * The first name that the page has once, by what its item says: no test depends on which name the tagger does not know.
 * @param {import("@playwright/test").Locator} list
 */
async function unknown(list) {
  const item = list.getByRole("listitem").filter({ hasText: "只出现一次" }).first();
  const name = /“(.+)”只出现一次/.exec(await item.innerText())?.[1] ?? "";
  return { item: list.getByRole("listitem").filter({ hasText: `“${name}”只出现一次` }), name };
}

test("each item says what is uncertain and leads to its place", async ({ page }) => {
  const { shown, list } = await review(page);
  const gap = list.getByRole("button", { name: /^文字缺失/ }).last();
  await expect(gap).toContainText("其间文字可能缺失");
  await expect(gap).toContainText("第 6 篇");
  const { item, name } = await unknown(list);
  await item.locator(".place").click();
  const target = shown.locator("banmian-article .target");
  await expect(target).toHaveText(name);
  await expect(target).toBeFocused();
});

test("a kind is chosen and walked through, and from the last place to the first again", async ({ page }) => {
  const { shown, list } = await review(page);
  const filter = list.getByRole("group", { name: "按类别筛选" });
  const names = filter.getByRole("button", { name: /生疏名称/ });
  const number = Number(/\d+/.exec(await names.innerText())?.[0]);
  expect(number).toBeGreaterThan(1);
  await names.click();
  const items = list.getByRole("listitem");
  await expect(items).toHaveCount(number);
  for (const at of [...Array(number).keys(), 0]) {
    await list.getByRole("button", { name: "下一处" }).click();
    await expect(items.nth(at).locator(".place")).toHaveAttribute("aria-current", "true");
    const name = /“(.+)”只出现一次/.exec(await items.nth(at).innerText())?.[1] ?? "";
    await expect(shown.locator("banmian-article .target").first()).toHaveText(name);
  }
});

test("what is accepted leaves the list, can be seen again and taken back", async ({ page }) => {
  const { shown, list } = await review(page);
  const items = list.getByRole("listitem");
  const before = await items.count();
  const first = await items.first().locator(".why").innerText();
  await items.first().getByRole("button", { name: "认可" }).click();
  await expect(items).toHaveCount(before - 1);
  await expect(list.getByRole("status")).toHaveText(`待核对 ${before - 1} 处，已认可 1 处`);
  await expect(shown.getByRole("tab", { name: /待核对/ })).toContainText(String(before - 1));
  await expect(items.first().locator(".place")).toBeFocused();
  await list.getByLabel("显示已认可的").check();
  const accepted = items.filter({ hasText: first });
  await accepted.getByRole("button", { name: "再看" }).click();
  await expect(list.getByRole("status")).toHaveText(`待核对 ${before} 处`);
});

test("the desk hears what the reader says of an item", async ({ page }) => {
  const { list } = await review(page);
  await page.evaluate(() => {
    /** @type {unknown[]} */
    const heard = [];
    Object.assign(window, { heard });
    document.addEventListener("banmian-review", (event) => heard.push(/** @type {CustomEvent} */ (event).detail));
  });
  const item = list.getByRole("listitem").filter({ hasText: "其间文字可能缺失" });
  await item.getByRole("button", { name: "更改" }).click();
  const heard = await page.evaluate(() => /** @type {any} */ (window).heard);
  expect(heard).toEqual([{ key: "gap:2905:2905", kind: "gap", article: "a6", start: 2905, end: 2905, verdict: "change" }]);
});

test("what is to be changed is opened in the galley: the handle of its block, and the box of a name", async ({ page }) => {
  const { list } = await review(page);
  const { item, name } = await unknown(list);
  await item.getByRole("button", { name: "更改" }).click();
  const galley = page.locator("banmian-galley");
  const form = galley.getByRole("dialog", { name: "标注" });
  await expect(form.getByText(name, { exact: true })).toBeVisible();
  await expect(galley.locator(".tag").filter({ hasText: new RegExp(`^${name}$`) })).toBeInViewport();
  await form.getByRole("button", { name: "去掉标注" }).click();
  await expect(galley.locator(".tag").filter({ hasText: new RegExp(`^${name}$`) })).toHaveCount(0);
  await page.getByRole("button", { name: "校改", exact: true }).click();
  await expect(item).toHaveCount(0);
  await list.getByRole("listitem").filter({ hasText: "其间文字可能缺失" }).last().getByRole("button", { name: "更改" }).click();
  const grip = galley.getByRole("region", { name: "第 6 篇" }).locator(".block:focus-within .grip");
  await expect(grip).toBeFocused();
  await expect(grip).toBeInViewport();
});

test("the list keeps its place while another panel is looked at", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { shown, list } = await review(page);
  await list.getByRole("group", { name: "按类别筛选" }).getByRole("button", { name: /生疏名称/ }).click();
  await list.getByRole("button", { name: "下一处" }).click();
  await expect(shown.getByRole("tab", { name: "稿件" })).toHaveAttribute("aria-selected", "true");
  await shown.getByRole("tab", { name: /待核对/ }).click();
  await expect(list.locator('.place[aria-current="true"]')).toHaveCount(1);
});

test("the keyboard alone works through the list", async ({ page }) => {
  const { shown, list } = await review(page);
  const places = list.locator(".place");
  await places.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(places.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(shown.locator("banmian-article .target").first()).toBeFocused();
});

test("in a page that is not ours an item only leads to its place", async ({ page }) => {
  await page.goto("./embed.html");
  const analyzer = page.locator("#with-property");
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector("#with-property")).text =
      "# 河湾来了一群白鹭\n\n白石晚报讯（记者 程小满）河湾来了一群白鹭，柳成荫第一个看见。\n";
  });
  await analyzer.getByRole("tab", { name: /待核对/ }).click();
  await expect(analyzer.locator("banmian-review .place").first()).toBeVisible();
  await expect(analyzer.getByRole("button", { name: "认可" })).toHaveCount(0);
});

test("what was accepted stays so when the text is analysed again", async ({ page }) => {
  const { list } = await review(page);
  await list.getByRole("listitem").first().getByRole("button", { name: "认可" }).click();
  const said = await list.getByRole("status").innerText();
  await page.getByRole("button", { name: "改原文" }).click();
  const original = page.getByRole("textbox", { name: "原文" });
  await original.fill(`${await original.inputValue()}\n\n`);
  await page.getByRole("button", { name: "重新分析" }).click();
  await expect(page.locator("banmian-progress")).toHaveCount(0);
  await expect(list.getByRole("status")).toHaveText(said);
});

test("what was accepted is still so after a reload", async ({ page }) => {
  const { list } = await review(page);
  await list.getByRole("listitem").first().getByRole("button", { name: "认可" }).click();
  const said = await list.getByRole("status").innerText();
  await page.reload();
  await page.getByRole("tab", { name: /^待核对/ }).click();
  await expect(list.getByRole("status")).toHaveText(said);
  await list.getByRole("checkbox", { name: "显示已认可的" }).check();
  await expect(list.getByRole("button", { name: "再看" })).toHaveCount(1);
});
