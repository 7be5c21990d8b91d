/** The one file, opened from disk. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { cmapPdf, docx } from "./fixtures/files.js";

const FILE = pathToFileURL(fileURLToPath(new URL("../../dist/banmian-standalone.html", import.meta.url))).href;

/** Requests and complaints from the start. @param {import("@playwright/test").Page} page */
function watch(page) {
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const complaints = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { asked, complaints };
}

test("by double click it reads a page, shows its pictures and remembers it, and asks for nothing", async ({ page }) => {
  const { asked, complaints } = watch(page);
  await page.goto(FILE);
  await page.getByRole("button", { name: /晚报要闻版/ }).click();
  await expect(page.locator("banmian-article h3").first()).toBeVisible();
  expect(page.workers()).toHaveLength(1);
  await page.getByRole("tab", { name: "图示" }).click();
  await expect(page.getByRole("figure").first().getByRole("img")).toBeVisible();
  expect(asked).toEqual([FILE]);
  expect(complaints).toEqual([]);
});

test("it opens a file and gives a report to take away", async ({ page }) => {
  const { complaints } = watch(page);
  await page.goto(FILE);
  await page.locator("input[type=file]").first().setInputFiles({ name: "渡口.txt", mimeType: "text/plain", buffer: Buffer.from("# 渡口镇修好老石桥\n\n渡口镇讯（记者 陆小满）老石桥昨日通行。\n") });
  await expect(page.locator("banmian-article h3")).toHaveText("渡口镇修好老石桥");
  expect(complaints).toEqual([]);
});

test("it reads PDF and Word with what is inside it", async ({ page }) => {
  const { asked } = watch(page);
  await page.goto(FILE);
  await page.locator("input[type=file]").first().setInputFiles({ name: "旧版.pdf", mimeType: "application/pdf", buffer: Buffer.from(cmapPdf()) });
  await expect(page.locator("banmian-report")).toContainText("港口新线启用");
  await page.locator("input[type=file]").first().setInputFiles({ name: "版.docx", mimeType: "application/octet-stream", buffer: Buffer.from(await docx()) });
  await expect(page.locator("banmian-article h3").first()).toBeVisible();
  expect(asked).toEqual([FILE]);
});
