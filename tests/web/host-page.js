/** A page of another origin with a policy of its own, for the elements to stand in. */

/** @import { Page } from "@playwright/test" */

/** Where the built site is served. */
export const BASE = `http://localhost:${process.env.BANMIAN_TEST_PORT}/papers/today/`;

export const STORY = `<article id="story">
  <h2>河湾治理见成效 <em>白鹭</em>回到城里来</h2>
  <p>白石晚报讯（记者 程小满）11月3日，白石市水务局公布“河湾治理”数据，穿城而过的锦带河连续八个月达到三类标准。</p>
  <p>白石市水务局局长贺文涛说，河湾治<b>理</b>不只是清淤，还要把沿岸的排口一个个查清。</p>
  <h2>旧粮仓改成图书馆</h2>
  <p>白石晚报讯（记者 叶知秋）闲置十二年的南门粮仓11月5日起向市民开放，“河湾治理”的老照片在一楼展出。</p>
</article>`;

/**
 * What a strict host allows: nothing inline, no eval, Trusted Types.
 * @param {string} origin of the script
 */
export const strict = (origin) =>
  [
    "default-src 'none'",
    `script-src ${origin} 'wasm-unsafe-eval'`,
    // A worker is one line of the page's own that takes in the other's script; both are asked of.
    `worker-src blob: ${origin}`,
    `connect-src ${origin}`,
    "style-src 'none'",
    "img-src data:",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html banmian",
  ].join("; ");

/**
 * Opens it; gives what the browser complains of.
 * @param {Page} page
 * @param {{ body: string, head?: string, csp?: string, lang?: string }} host
 */
export async function openHost(page, { body, head = "", csp, lang = "zh-CN" }) {
  /** @type {string[]} */
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>客</title><link rel="icon" href="data:,">${head}<body>${body}</body></html>`;
  const query = new URLSearchParams(csp ? { html, csp } : { html });
  await page.goto(`http://127.0.0.1:${new URL(BASE).port}/guest.html?${query}`);
  return complaints;
}
