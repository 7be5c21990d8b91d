/** How articles are set: columns, lines, headlines. */
import { expect, test } from "@playwright/test";
import { paste, report } from "./reader.js";

const ADDRESS = "https://news.example.org/2025/11/07/an-address-that-has-no-place-to-turn.html";
const TEXT = `# 青川日报社关于进一步深化沿江综合保税区跨境电子商务综合试验区协同发展的若干措施正式印发\n\n青川日报讯（记者 林见微）全文见${ADDRESS}，欢迎查阅。\n\n青川市昨日公布新措施。\n\n# 夜市开张 摊位八十个\n\n青川日报讯（记者 林见微）南门夜市昨晚开张。\n`;

test("an address stretches no line, a phrase longer than a line turns evenly", async ({ page }) => {
  await page.goto("./");
  await paste(page, TEXT);
  const shown = await report(page);
  const paragraphs = shown.locator("banmian-article .body p");
  await expect(paragraphs.filter({ hasText: "欢迎查阅" })).toHaveCSS("text-align", "start");
  await expect(paragraphs.filter({ hasText: "昨日公布新措施" })).toHaveCSS("text-align", "justify");
  const titles = shown.locator("banmian-article h3");
  await expect(titles.nth(0)).toHaveCSS("word-break", "normal");
  await expect(titles.nth(1)).toHaveCSS("word-break", "keep-all");
});

test("on a wide window a long article has two columns and a brief one", async ({ page }) => {
  await page.setViewportSize({ width: 2560, height: 1200 });
  await page.goto("./");
  await paste(page, `# 老厂房里长出新赛道\n\n青川日报讯（记者 程砚秋）${"远帆重工集团的示范线昨日投产，单位能耗下降近三成。".repeat(12)}\n\n# 夜市开张 摊位八十个\n\n青川日报讯（记者 林见微）南门夜市昨晚开张。\n`);
  const shown = await report(page);
  await expect(shown.locator("banmian-article").nth(0).locator(".body")).toHaveCSS("column-count", "2");
  await expect(shown.locator("banmian-article").nth(1).locator(".body")).toHaveCSS("column-count", "auto");
});
