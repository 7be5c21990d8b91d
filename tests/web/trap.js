/**
 * Whether a page kept its peace: what ran, what was asked for, what the browser had to stop, and what stands in it that
 * only a text could have brought. Laid before a page is opened, looked into when the test has done its harm.
 */
import { expect } from "@playwright/test";
import { inside } from "./inside.js";

/** @import { Page } from "@playwright/test" */

/**
 * @param {Page} page
 * @returns {Promise<{ sprung(): Promise<void> }>} fails where anything happened
 */
export async function trap(page) {
  /** @type {string[]} */
  const happened = [];
  page.on("dialog", (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => happened.push(`window ${popup.url()}`));
  page.on("pageerror", (error) => happened.push(`error ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const own = ["blob:", "data:"].includes(url.protocol) || (request.method() === "GET" && url.port === process.env.BANMIAN_TEST_PORT);
    if (!own) happened.push(`request ${request.method()} ${url.href}`);
  });
  await page.exposeFunction("ran", (/** @type {unknown} */ what) => void happened.push(`ran ${what}`));
  await page.addInitScript(() => {
    const stopped = /** @type {string[]} */ ([]);
    Object.assign(window, { stopped });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => stopped.push(`${effectiveDirective} ${blockedURI} ${sample}`));
  });
  return {
    async sprung() {
      for (const frame of page.frames()) {
        const found = await frame.evaluate(inside);
        happened.push(...found);
      }
      expect(happened).toEqual([]);
    },
  };
}
