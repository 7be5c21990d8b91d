/** The engine as a host page uses it: progress, stopping, failures, and where it may stand. */
import { expect, test } from "@playwright/test";
import { bounded } from "./fixtures/module.js";

/** @import { Page } from "@playwright/test" */

const MODULE = "/papers/today/banmian.js";
const TEXT = "# 渡口镇修好老石桥\n\n渡口镇讯（记者 陆小满）老石桥昨日通行。\n";

/**
 * Calls `analyze` in the page and tells what came of it.
 * @param {Page} page
 * @param {unknown} text
 * @param {{ lexicon?: string, name?: string }} [options]
 */
function outcome(page, text, options = {}) {
  return page.evaluate(
    async ([module, text, options]) => {
      const { analyze } = await import(module);
      try {
        return { report: await analyze(text, options) };
      } catch (error) {
        const { name, code, message, lines, cause } = /** @type {any} */ (error);
        return { name, code, message, lines, cause };
      }
    },
    /** @type {const} */ ([MODULE, text, options]),
  );
}

/** @param {Page} page */
function wasmRequests(page) {
  /** @type {string[]} */
  const urls = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) urls.push(request.url());
  });
  return urls;
}

test.beforeEach(async ({ page }) => {
  await page.goto("/hosts/bare.html");
});

test("gives the report and says which pass begins", async ({ page }) => {
  const { stages, report } = await page.evaluate(
    async ([module, text]) => {
      const { analyze } = await import(module);
      /** @type {string[]} */
      const stages = [];
      const report = await analyze(text, { name: "渡口.txt", onProgress: (/** @type {string} */ stage) => stages.push(stage) });
      return { stages, report };
    },
    [MODULE, TEXT],
  );
  expect(stages).toEqual(["articles", "tags", "themes", "report"]);
  expect(report.version).toBe(1);
  expect(report.source).toMatchObject({ name: "渡口.txt", length: TEXT.length });
});

test("loads the module once, in one worker, for all calls", async ({ page }) => {
  const loaded = wasmRequests(page);
  await outcome(page, TEXT);
  await page.evaluate(
    async ([module, text]) => {
      const { analyze } = await import(module);
      await Promise.all([analyze(text), analyze(text), analyze(text)]);
    },
    [MODULE, TEXT],
  );
  expect(loaded).toHaveLength(1);
  expect(page.workers()).toHaveLength(1);
});

test("prepared ahead, it fetches nothing at the first call", async ({ page }) => {
  const module = page.waitForEvent("requestfinished", (request) => request.url().endsWith(".wasm"));
  await page.evaluate(async (url) => {
    const { Engine } = await import(url);
    Object.assign(window, { engine: new Engine() });
    /** @type {any} */ (window).engine.prepare();
  }, MODULE);
  await module;
  /** @type {string[]} */
  const later = [];
  page.on("request", (request) => later.push(request.url()));
  const report = await page.evaluate((text) => /** @type {any} */ (window).engine.analyze(text), TEXT);
  expect(report.version).toBe(1);
  expect(later).toEqual([]);
});

test("stops when the signal says so and goes on with the next call", async ({ page }) => {
  const result = await page.evaluate(
    async ([module, text]) => {
      const { EngineError, analyze } = await import(module);
      const stop = new AbortController();
      const stopped = analyze(text.repeat(2000), { signal: stop.signal, onProgress: () => stop.abort() });
      const waiting = analyze(text);
      const error = await stopped.catch((/** @type {any} */ error) => error);
      const { version } = await waiting;
      return { typed: error instanceof EngineError, code: error.code, message: error.message, version };
    },
    [MODULE, TEXT],
  );
  expect(result).toEqual({ typed: true, code: "aborted", message: "分析已取消。", version: 1 });
});

test("a call that is stopped before its turn leaves the running one alone", async ({ page }) => {
  const codes = await page.evaluate(
    async ([module, text]) => {
      const { analyze } = await import(module);
      const stop = new AbortController();
      const running = analyze(text);
      const waiting = analyze(text, { signal: stop.signal });
      stop.abort();
      const late = analyze(text, { signal: stop.signal });
      const ended = await Promise.allSettled([running, waiting, late]);
      return ended.map((end) => (end.status === "fulfilled" ? end.value.version : end.reason.code));
    },
    [MODULE, TEXT],
  );
  expect(codes).toEqual([1, "aborted", "aborted"]);
});

test("closing aborts what is not answered, and the engine can be used again", async ({ page }) => {
  const codes = await page.evaluate(
    async ([module, text]) => {
      const { Engine } = await import(module);
      const engine = new Engine();
      const calls = [engine.analyze(text), engine.analyze(text)];
      engine.close();
      const ended = await Promise.allSettled(calls);
      const { version } = await engine.analyze(text);
      return [...ended.map((end) => end.status === "rejected" && end.reason.code), version];
    },
    [MODULE, TEXT],
  );
  expect(codes).toEqual(["aborted", "aborted", 1]);
});

test("reports are compared in the same worker, and what is no report is refused", async ({ page }) => {
  const { comparison, refused } = await page.evaluate(
    async ([module, text]) => {
      const { analyze, compare } = await import(module);
      const report = await analyze(text);
      const refused = await compare([{ version: 1 }]).catch((/** @type {any} */ error) => ({ code: error.code, message: error.message }));
      return { comparison: await compare([report, report]), refused };
    },
    [MODULE, TEXT],
  );
  expect(refused).toEqual({ code: "reports", message: "要比较的不是分析报告。" });
  expect(comparison.pages.map((/** @type {{ page: number }} */ { page }) => page)).toEqual([0, 1]);
  expect(page.workers()).toHaveLength(1);
});

test("themes of the lexicon that stand nowhere are reported if asked for", async ({ page }) => {
  const themes = await page.evaluate(
    async ([module, text]) => {
      const { analyze } = await import(module);
      return (await analyze(text, { lexicon: "千桥焕新,theme", allThemes: true })).themes;
    },
    [MODULE, TEXT],
  );
  expect(themes).toMatchObject([{ name: "千桥焕新", mentions: [], score: 0 }]);
});

test("what is not a string is refused", async ({ page }) => {
  for (const text of [null, 42, { text: "字" }]) {
    expect(await outcome(page, text)).toMatchObject({ name: "EngineError", code: "input", message: "要分析的内容不是文字。" });
  }
  expect(await outcome(page, TEXT, { lexicon: /** @type {any} */ (7) })).toMatchObject({ code: "input" });
});

test("a lexicon that cannot be read is refused with its lines", async ({ page }) => {
  const { code, message, lines } = await outcome(page, TEXT, { lexicon: "老石桥,place\n渡口镇,没有这一类\n" });
  expect(code).toBe("lexicon");
  expect(lines).toEqual([{ line: 2, reason: expect.any(String) }]);
  expect(message).toMatch(/^词表第 2 行/);
});

test("a module that does not load is said so, and the next call tries again", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  expect(await outcome(page, TEXT)).toMatchObject({ name: "EngineError", code: "load", message: "分析程序没有载入，请检查网络后重试。" });
  await page.unroute("**/*.wasm");
  expect(await outcome(page, TEXT)).toMatchObject({ report: { version: 1 } });
});

test("where no worker starts the page's own thread does it, and the caller hears why", async ({ page }) => {
  await page.route("**/worker-*.js", (route) => route.abort());
  const { version, reasons, stages } = await page.evaluate(
    async ([module, text]) => {
      const { analyze } = await import(module);
      /** @type {string[]} */
      const reasons = [];
      /** @type {string[]} */
      const stages = [];
      const onFallback = (/** @type {string} */ reason) => reasons.push(reason);
      const onProgress = (/** @type {string} */ stage) => stages.push(stage);
      const [{ version }] = await Promise.all([analyze(text, { onFallback, onProgress }), analyze(text, { onFallback })]);
      return { version, reasons, stages };
    },
    [MODULE, TEXT],
  );
  expect(version).toBe(1);
  expect(reasons).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
  expect(stages).toEqual(["articles", "tags", "themes", "report"]);
  expect(page.workers()).toHaveLength(0);
});

test("on the page's own thread, too, a call that is stopped leaves the next ones alone", async ({ page }) => {
  await page.route("**/worker-*.js", (route) => route.abort());
  const codes = await page.evaluate(
    async ([module, text]) => {
      const { analyze, dispose } = await import(module);
      const codes = [];
      for (const delay of [0, 1, 5, 20]) {
        const stop = new AbortController();
        setTimeout(() => stop.abort(), delay);
        const stopped = analyze(text, { signal: stop.signal }).then(() => "done", (/** @type {any} */ { code }) => code);
        const next = await analyze(text);
        codes.push(["done", "aborted"].includes(await stopped), next.version);
        if (delay === 5) dispose();
      }
      return codes;
    },
    [MODULE, TEXT],
  );
  expect(codes).toEqual([true, 1, true, 1, true, 1, true, 1]);
});

test("the module is taken as bytes or compiled, and an address that is wrong is said so", async ({ page }) => {
  const loaded = wasmRequests(page);
  await outcome(page, TEXT);
  const codes = await page.evaluate(
    async ([module, text, url]) => {
      const { analyze, dispose, init } = await import(module);
      const bytes = await (await fetch(url)).arrayBuffer();
      const codes = [];
      for (const wasm of [bytes, await WebAssembly.compile(bytes), "/nothing/here.wasm"]) {
        dispose();
        codes.push(await init({ wasm }).then(async () => (await analyze(text)).version, (/** @type {any} */ { code }) => code));
      }
      return codes;
    },
    [MODULE, TEXT, loaded[0]],
  );
  expect(codes).toEqual([1, 1, "load"]);
});

test("a worker that breaks down once is replaced and its call repeated", async ({ page }) => {
  const body = 'self.onmessage = ({ data }) => "id" in data && self.postMessage({ id: data.id, failure: "crashed", detail: "PanicError", lines: [] });';
  await page.route("**/worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body }), { times: 1 });
  expect(await outcome(page, TEXT)).toMatchObject({ report: { version: 1 } });
});

test("after two breakdowns the caller hears of it, and the next call begins with a new worker", async ({ page }) => {
  const body = 'self.onmessage = ({ data }) => "id" in data && self.postMessage({ id: data.id, failure: "crashed", detail: "PanicError", lines: [] });';
  await page.route("**/worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  expect(await outcome(page, TEXT)).toMatchObject({ name: "EngineError", code: "crashed", message: expect.stringContaining("出错") });
  await page.unroute("**/worker-*.js");
  expect(await outcome(page, TEXT)).toMatchObject({ report: { version: 1 } });
});

test("memory that runs out: the caller hears of it, and the next call has a new worker and a new memory", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: bounded(await response.body(), 150) });
  });
  expect(await outcome(page, TEXT)).toMatchObject({ report: { version: 1 } });
  const [worker] = page.workers();
  expect(await outcome(page, TEXT.repeat(10_000))).toMatchObject({ name: "EngineError", code: "crashed", message: expect.stringContaining("出错"), cause: "RuntimeError: unreachable" });
  expect(await outcome(page, TEXT)).toMatchObject({ report: { version: 1 } });
  expect(page.workers()).toHaveLength(1);
  expect(page.workers()[0]).not.toBe(worker);
});

test("works in a page of another origin", async ({ page, baseURL }) => {
  const { port } = new URL(baseURL ?? "");
  await page.goto(`http://127.0.0.1:${port}/hosts/bare.html`);
  const version = await page.evaluate(
    async ([module, text]) => {
      const { analyze } = await import(module);
      return (await analyze(text)).version;
    },
    [`http://localhost:${port}${MODULE}`, TEXT],
  );
  expect(version).toBe(1);
});
