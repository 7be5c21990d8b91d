/** What the tests of the page share: ways to give it text and to see what a reader sees. */
import { expect } from "@playwright/test";

/** @import { Locator, Page } from "@playwright/test" */

/**
 * @param {Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.getByRole("textbox", { name: "版面文字" }).fill(text);
  await page.getByRole("button", { name: "分析版面" }).click();
}

/**
 * The report in sight, when it is there.
 * @param {Page} page
 * @returns {Promise<Locator>}
 */
export async function report(page) {
  const shown = page.locator("banmian-report").filter({ visible: true });
  await expect(shown).toBeVisible({ timeout: 20_000 });
  return shown;
}

/**
 * @param {string} name
 * @param {Uint8Array | string} content
 */
export function file(name, content) {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
}

/**
 * Drops files on the page as a reader does.
 * @param {Page} page
 * @param {{ name: string, buffer: Buffer }[]} files
 */
export async function drop(page, files) {
  const plain = files.map(({ name, buffer }) => ({ name, bytes: [...buffer] }));
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of list) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, plain);
  for (const type of ["dragenter", "dragover", "drop"]) await page.dispatchEvent("body", type, { dataTransfer: data });
}

/**
 * The words that are lit, as the browser paints them over the text.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export function litWords(page) {
  return page.evaluate(() =>
    [...(CSS.highlights.get("banmian-lit") ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    }),
  );
}
