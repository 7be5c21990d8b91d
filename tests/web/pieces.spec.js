/** A long text in a page: read piece by piece in workers, told, stopped, in bounded memory. */
import { expect, test } from "@playwright/test";

const MODULE = "/papers/today/banmian-pieces.js";
const BODY = "渡口镇修好老石桥\n渡口镇讯（记者 陆小满）老石桥昨日通行，“河湾治理”又添一景。\n";
const paper = (/** @type {number} */ pages) => Array.from({ length: pages }, (_, i) => `青陵日报　2025年4月${(i >> 2) % 28 + 1}日　第${(i % 4) + 1}版\n${BODY}`).join("");

test("a file of many pages comes back page by page, on one worker and on several", async ({ page }) => {
  await page.goto("/hosts/bare.html");
  const seen = await page.evaluate(async ([module, text]) => {
    const { analyzePieces } = await import(module);
    const read = async (/** @type {unknown} */ source, /** @type {object} */ options = {}) => {
      const list = [];
      for await (const { start, end, report } of analyzePieces(source, options)) list.push([start, end, report.source.masthead.page, report.articles[0].title.text]);
      return JSON.stringify(list);
    };
    const whole = await read(text);
    return { list: JSON.parse(whole), same: [await read(new Blob([text])), await read(text, { workers: 2 })].map((one) => one === whole) };
  }, [MODULE, paper(60)]);
  expect(seen.same).toEqual([true, true]);
  expect(seen.list).toHaveLength(60);
  expect(seen.list[59].slice(1)).toEqual([paper(60).length, "第4版", "渡口镇修好老石桥"]);
  // The workers of one call end with it.
  await expect.poll(() => page.workers().length).toBe(1);
});

test("it stops at its signal, and the worker serves the next call", async ({ page }) => {
  await page.goto("/hosts/bare.html");
  const seen = await page.evaluate(async ([module, text]) => {
    const { analyzePieces } = await import(module);
    const stop = new AbortController();
    /** @type {unknown[]} */
    const told = [];
    let code = "";
    try {
      for await (const _ of analyzePieces(text, { signal: stop.signal, onProgress: (/** @type {{ read: number }} */ { read }) => told.push(read) })) if (told.length === 2) stop.abort();
    } catch (error) {
      code = /** @type {any} */ (error).code;
    }
    let after = 0;
    for await (const { report } of analyzePieces("文")) after += report.version;
    return { told: told.length, code, after };
  }, [MODULE, paper(30)]);
  expect(seen).toEqual({ told: 2, code: "aborted", after: 1 });
});

test("a worker that breaks down in the middle costs no piece", async ({ page }) => {
  await page.addInitScript(() => {
    const Real = Worker;
    let broken = false;
    // One whose ninth message is lost.
    globalThis.Worker = class extends Real {
      count = 0;
      /** @param {any} message */
      postMessage(message) {
        if (++this.count < 9 || broken) return super.postMessage(message);
        broken = true;
        this.onerror?.(new ErrorEvent("error", { message: "killed" }));
      }
    };
  });
  await page.goto("/hosts/bare.html");
  const ends = await page.evaluate(async ([module, text]) => {
    const { analyzePieces } = await import(module);
    const ends = [];
    for await (const { end } of analyzePieces(text)) ends.push(end);
    return ends;
  }, [MODULE, paper(30)]);
  expect(ends).toHaveLength(30);
  expect(ends.at(-1)).toBe(paper(30).length);
});
