/** Much at once and for long: a hundred elements on one page, two hundred pages in a row in an element, a thousand through a worker, and the memory does not grow. */
import { expect, test } from "@playwright/test";
import { BASE, openHost } from "./host-page.js";

/** @import { Page } from "@playwright/test" */

const MODULE = "/papers/today/banmian.js";

/** @param {Page} page @returns {Promise<number>} megabytes of the page's own heap after what is not needed is gone */
async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}

test("a hundred elements on one page: each has its report, and one worker did it all", async ({ page }) => {
  const texts = Array.from({ length: 100 }, (_, index) => `# 第${index + 1}号桥今晨通车\n\n白石晚报讯（记者 程小满）白石市水务局局长贺文涛说，“河湾治理”走到第${index + 1}座桥。\n`);
  const body = texts.map((text, index) => `<article id="story-${index}"><pre>${text}</pre></article><banmian-themes for="story-${index}"></banmian-themes>`).join("");
  // The address of a host page is not made for so much.
  await openHost(page, { body: "", head: `<script type="module" src="${BASE}banmian.js"></script>` });
  await page.evaluate((html) => {
    const told = new Set();
    Object.assign(window, { told });
    document.addEventListener("banmian-report", ({ target }) => told.add(target), true);
    document.body.innerHTML = html;
  }, body);
  for (let index = 0; index < 100; index += 10) await page.locator(`#story-${index}`).scrollIntoViewIfNeeded();
  await page.locator("#story-99").scrollIntoViewIfNeeded();
  const count = () =>
    page.evaluate(() => {
      // Those that nobody has come near to wait; they are brought near one after another.
      const left = [...document.querySelectorAll("banmian-themes")].find((one) => !(/** @type {any} */ (window).told.has(one)));
      left?.scrollIntoView();
      return /** @type {any} */ (window).told.size;
    });
  await expect.poll(count, { timeout: 45_000, intervals: [50] }).toBe(100);
  expect(page.workers()).toHaveLength(1);
});

test("two hundred pages in a row in one element: its memory stays", async ({ page }) => {
  await page.goto("/hosts/bare.html");
  await page.evaluate((module) => import(module).then(() => document.body.append(document.createElement("banmian-analyzer"))), MODULE);
  const read = (/** @type {number} */ from, /** @type {number} */ to) =>
    page.evaluate(
      async ([from, to]) => {
        const element = /** @type {any} */ (document.querySelector("banmian-analyzer"));
        for (let at = from; at < to; at += 1) {
          const told = new Promise((resolve, reject) => {
            element.addEventListener("banmian-report", resolve, { once: true });
            element.addEventListener("banmian-error", reject, { once: true });
          });
          element.text = Array.from({ length: 8 }, (_, story) => `# 第${at}期${story}号桥通车\n\n白石晚报讯（记者 程小满）${`白石市水务局局长贺文涛说，“河湾治理”走到第${at}座桥。`.repeat(12)}\n`).join("\n");
          await told;
          await element.updateComplete;
        }
      },
      [from, to],
    );
  await read(0, 40);
  const before = await heap(page);
  await read(40, 200);
  const after = await heap(page);
  test.info().annotations.push({ type: "heap", description: `${before.toFixed(1)} MB, ${after.toFixed(1)} MB` });
  console.log(`heap ${before.toFixed(1)} MB after 40 pages, ${after.toFixed(1)} MB after 200`);
  expect(after).toBeLessThan(before * 1.5 + 10);
});

/**
 * A way to ask the one worker of a page what it holds.
 * @param {Page} page
 * @returns {Promise<() => Promise<{ heap: number, module: number }>>} megabytes of its own heap after what is not needed is gone; 64 kB pages of the module's memory
 */
async function workerOf(page) {
  const session = await page.context().newCDPSession(page);
  const attached = new Promise((/** @type {(event: any) => void} */ resolve) => session.once("Target.attachedToTarget", resolve));
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const { sessionId } = await attached;
  /** @type {((answer: any) => void)[]} */
  const waiting = [];
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting[id]?.(result);
  });
  const call = (/** @type {string} */ method, params = {}) =>
    new Promise((/** @type {(result: any) => void} */ resolve) => {
      const id = waiting.push(resolve) - 1;
      void session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) });
    });
  return async () => {
    await call("HeapProfiler.collectGarbage");
    const { usedSize } = await call("Runtime.getHeapUsage");
    // The module keeps its memory to itself; the browser finds it among all that lives in the worker.
    const { result: prototype } = await call("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
    const { objects } = await call("Runtime.queryObjects", { prototypeObjectId: prototype.objectId, objectGroup: "memories" });
    const { result } = await call("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration: "function () { return this.map(({ buffer }) => buffer.byteLength); }", returnByValue: true });
    await call("Runtime.releaseObjectGroup", { objectGroup: "memories" });
    expect(result.value, "one module").toHaveLength(1);
    return { heap: usedSize / 1e6, module: result.value[0] / 65_536 };
  };
}

test("a thousand pages in a row through one worker: its memory stays, and its module's", async ({ page }) => {
  test.slow();
  await page.goto("/hosts/bare.html");
  const read = (/** @type {number} */ from, /** @type {number} */ to) =>
    page.evaluate(
      async ([module, from, to]) => {
        const { analyze } = await import(String(module));
        for (let at = Number(from); at < Number(to); at += 1) {
          // Numbers of as many digits, so that one page is as long as another.
          const number = 1_000 + at;
          await analyze(Array.from({ length: 3 }, (_, story) => `# 第${number}期${story}号桥通车\n\n白石晚报讯（记者 程小满）${`白石市水务局局长贺文涛说，“河湾治理”走到第${number}座桥。`.repeat(4)}\n`).join("\n"));
        }
      },
      [MODULE, from, to],
    );
  await read(0, 100);
  const worker = await workerOf(page);
  const before = { page: await heap(page), ...(await worker()) };
  await read(100, 1_000);
  const after = { page: await heap(page), ...(await worker()) };
  const told = (/** @type {typeof after} */ { page, heap, module }) => `page ${page.toFixed(2)} MB, worker ${heap.toFixed(2)} MB, module ${module} × 64 kB`;
  console.log(`${told(before)} after 100 pages; ${told(after)} after 1,000`);
  expect(page.workers()).toHaveLength(1);
  expect(after.page).toBeLessThan(before.page * 1.5);
  expect(after.heap).toBeLessThan(before.heap * 1.5);
  expect(after.module).toBe(before.module);
});
