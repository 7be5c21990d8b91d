/** The gallery: its snippets are taken from the page and run in a page of another origin; the same ones stand in the guide. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { faults } from "./axe.js";
import { BASE, STORY, openHost } from "./host-page.js";

/** @import { Page } from "@playwright/test" */

const HOST = `http://127.0.0.1:${new URL(BASE).port}`;

/**
 * A snippet as a reader would copy it, for the site that the tests have.
 * @param {Page} page
 * @param {string} name
 */
async function copied(page, name) {
  await page.goto("./embed.html");
  const code = page.locator(`[data-snippet="${name}"]`);
  await expect(code).not.toContainText("banmian.example");
  return String(await code.textContent()).replaceAll(encodeURIComponent("https://baishi.example"), encodeURIComponent(HOST));
}

/** What each of them is to show. @type {Record<string, (page: Page) => Promise<void>>} */
const shown = {
  tag: (page) => expect(page.locator("banmian-article h3")).toHaveText(["河湾治理见成效 白鹭回到城里来", "旧粮仓改成图书馆"]),
  themes: (page) => expect(page.locator("banmian-themes")).toContainText("河湾治理"),
  paste: (page) => expect(page.locator("script + banmian-themes")).toContainText("河湾治理"),
  slot: (page) => expect(page.locator("banmian-article h3")).toHaveText("夜市里的修表匠"),
  script: (page) => expect(page.locator("#count")).toHaveText("分出 1 篇"),
  look: async (page) => {
    await expect(page.locator("banmian-themes")).toContainText("河湾治理");
    await expect(page.locator("banmian-themes .own")).toHaveCSS("border-radius", "8px");
  },
  frame: async (page) => {
    await expect(page.frameLocator("#banmian").locator("banmian-themes")).toContainText("河湾治理");
    await expect.poll(() => page.locator("#banmian").evaluate((frame) => Number(frame.getAttribute("height")) !== 400)).toBe(true);
  },
  map: (page) => expect.poll(() => page.title()).toContain("河湾治理"),
};

for (const [name, look] of Object.entries(shown)) {
  test(`the snippet “${name}” does what it says`, async ({ page }) => {
    const snippet = await copied(page, name);
    const complaints = await openHost(page, { body: `${STORY}${snippet}` });
    await look(page);
    expect(complaints).toEqual([]);
  });
}

test("the program's snippet runs in a browser", async ({ page }) => {
  const program = await copied(page, "program");
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  const map = `<script type="importmap">{ "imports": { "banmian": "${BASE}banmian.js" } }</script>`;
  await openHost(page, { head: map, body: `<script type="module">${program}</script>` });
  await expect.poll(() => said).toEqual(["articles", "tags", "themes", "report", "[锦带河新桥通车]"]);
});

test("the policy that is shown lets the element work", async ({ page }) => {
  const csp = (await copied(page, "policy")).replaceAll("\n", " ");
  const tag = await copied(page, "tag");
  const complaints = await openHost(page, { body: `${STORY}${tag}`, csp: `${csp}; img-src data:` });
  await shown.tag(page);
  expect(complaints).toEqual([]);
  expect(page.workers()).toHaveLength(1);
});

test("what is copied is what is shown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./embed.html");
  const section = page.getByRole("region", { name: "一行脚本" });
  await section.getByRole("button", { name: "复制" }).click();
  await expect(section.getByRole("button", { name: "已复制" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await section.locator("[data-snippet]").textContent());
});

test("the guide has the same snippets, each as it stands in the gallery", async ({ page }) => {
  await page.route("**/embed-*.js", (route) => route.abort());
  await page.goto("./embed.html");
  const snippets = await page.locator("[data-snippet]").allTextContents();
  const guide = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const blocks = [...guide.matchAll(/^```(?:html|js|http)\n([\s\S]*?)\n```$/gm)].map(([, block]) => block);
  expect(blocks).toEqual(snippets);
});

test("an address with a query leads to the frame", async ({ page }) => {
  await page.goto("./embed.html?origin=https%3A%2F%2Fbaishi.example");
  await expect(page).toHaveURL(/frame\.html\?origin=/);
});

test("the gallery is accessible, with every example running", async ({ page }) => {
  await page.goto("./embed.html");
  for (const id of ["with-for", "with-themes", "with-slot"]) {
    const element = page.locator(`#${id}`);
    await element.scrollIntoViewIfNeeded();
    await expect(element.getByRole("button").first()).toBeVisible();
  }
  await page.locator("#with-frame").scrollIntoViewIfNeeded();
  await expect(page.frameLocator("#with-frame").locator("banmian-themes")).toContainText("微改造");
  // Two reports on one page have landmarks of the same names, each within its own element.
  expect((await faults(page)).filter((fault) => !fault.startsWith("landmark-unique"))).toEqual([]);
});
