/** The element in a page that is not ours: its three ways to take text, its events, its errors. */
import { expect, test } from "@playwright/test";

test.beforeEach(async ({ page }) => {
  await page.goto("./embed.html");
});

test("reads the element that for names", async ({ page }) => {
  const analyzer = page.locator("#with-for");
  await analyzer.scrollIntoViewIfNeeded();
  await expect(analyzer.locator("banmian-article h3")).toHaveText(["河湾治理见成效 白鹭回到城里来", "旧粮仓改成图书馆"]);
  await expect(analyzer.locator("banmian-themes")).toContainText("河湾治理");
});

test("reads what stands in it", async ({ page }) => {
  const analyzer = page.locator("#with-slot");
  await analyzer.scrollIntoViewIfNeeded();
  await expect(analyzer.locator("banmian-article h3")).toHaveText(["夜市里的修表匠"]);
  await expect(analyzer.locator("banmian-masthead")).toContainText("夜读版");
});

test("themes that the host asks for are reported though they stand nowhere, if it wants that", async ({ page }) => {
  const analyzer = page.locator("#with-slot");
  await analyzer.scrollIntoViewIfNeeded();
  await expect(analyzer.locator("banmian-article")).toHaveCount(1);
  await analyzer.evaluate((element) => element.setAttribute("themes", "千桥焕新"));
  await expect(analyzer.locator("banmian-themes")).not.toContainText("千桥焕新");
  await analyzer.evaluate((element) => element.setAttribute("all-themes", ""));
  await expect(analyzer.locator("banmian-themes")).toContainText("千桥焕新");
  await expect(analyzer.locator("banmian-themes")).toContainText("没有提到");
});

test("reads its property and tells the host", async ({ page }) => {
  await page.getByRole("button", { name: "分析", exact: true }).click();
  await expect(page.locator("#said")).toHaveText("分出 1 篇");
  await expect(page.locator("#with-property banmian-article h3")).toHaveText("两条公交线路下周调整");
});

test("reads an element of the host as it is after a change", async ({ page }) => {
  await page.locator("#with-for").scrollIntoViewIfNeeded();
  await expect(page.locator("#with-for banmian-article")).toHaveCount(2);
  await page.evaluate(async () => {
    const story = /** @type {HTMLElement} */ (document.querySelector("#story"));
    story.append(Object.assign(document.createElement("p"), { textContent: "# 新桥今晨通车" }));
    story.append(Object.assign(document.createElement("p"), { textContent: "白石晚报讯（记者 程小满）锦带河新桥今晨通车，两岸居民步行五分钟可到对岸。" }));
    await /** @type {any} */ (document.querySelector("#with-for")).analyze();
  });
  await expect(page.locator("#with-for banmian-article h3").last()).toHaveText("新桥今晨通车");
});

test("says in Chinese that there is no text, and the host hears why", async ({ page }) => {
  const detail = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("banmian-error", (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true });
        /** @type {any} */ (document.querySelector("#with-property")).text = " \n";
      }),
  );
  expect(detail).toEqual({ code: "empty", message: "没有可分析的文字。" });
  await expect(page.locator("#with-property").getByRole("alert")).toContainText("没有可分析的文字。");
});

test("its report points at the text it was given", async ({ page }) => {
  const titles = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const analyzer = /** @type {any} */ (document.querySelector("#with-property"));
        analyzer.addEventListener("banmian-report", (/** @type {CustomEvent} */ { detail }) =>
          resolve(detail.articles.map((/** @type {any} */ { title }) => title.spans.map((/** @type {any} */ { start, end }) => analyzer.input.slice(start, end)).join(""))),
        );
        analyzer.text = "# 晚来天欲雪 🌨 社区备好了盐\n\n白石晚报讯（记者 叶知秋）各社区已备融雪盐六十吨。\n";
      }),
  );
  expect(titles).toEqual(["晚来天欲雪 🌨 社区备好了盐"]);
});

test("on a page of another origin its views are there when they are asked for", async ({ page, baseURL }) => {
  await page.goto(`http://127.0.0.1:${new URL(baseURL ?? "").port}/hosts/bare.html`);
  await page.evaluate(async (url) => {
    await import(url);
    const analyzer = /** @type {any} */ (document.createElement("banmian-analyzer"));
    analyzer.text = "# 河湾治理见成效\n\n白石晚报讯（记者 程小满）“河湾治理”一年，白鹭回来了。\n\n# 旧粮仓改成图书馆\n\n白石晚报讯（记者 叶知秋）“河湾治理”的老照片在馆里展出。\n";
    document.body.append(analyzer);
  }, `${baseURL}banmian.js`);
  await page.getByRole("tab", { name: "原文对照" }).click();
  await expect(page.locator("banmian-compare .segment.title")).toHaveText(["河湾治理见成效", "旧粮仓改成图书馆"]);
  await page.getByRole("tab", { name: "图示" }).click();
  await expect(page.getByRole("figure").first().getByRole("img")).toBeVisible();
  await page.getByRole("searchbox").fill("圖書館");
  await expect(page.getByRole("group", { name: "逐处查看" }).getByRole("status")).toHaveText("1 处");
});
