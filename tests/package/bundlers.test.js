/** The package in the hands of each bundler, without plugins of ours, and what they built in a browser. */
import assert from "node:assert/strict";
import { cpSync, createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "@playwright/test";
import nodeResolve from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import * as vite from "vite";
import webpack from "webpack";
import { chromium as installed } from "../../scripts/setup.js";
import { Project, TEXT } from "./project.js";

/** @import { Browser } from "@playwright/test" */
/** @import { AddressInfo } from "node:net" */

/** A program that uses the engine and an element, and says what came of it. */
const APP = `
import { analyze } from "banmian";
import { BanmianAnalyzer } from "banmian/elements";
const told = {};
const report = await analyze(${JSON.stringify(TEXT)}, { onFallback: (reason) => (told.fallback = reason) });
const analyzer = document.createElement("banmian-analyzer");
analyzer.addEventListener("banmian-report", ({ detail }) =>
  Object.assign(window, { told: { ...told, engine: report.articles.length, element: detail.articles.length, typed: analyzer instanceof BanmianAnalyzer } }),
);
analyzer.text = ${JSON.stringify(TEXT)};
document.body.append(analyzer);
`;
const INLINE = `import { init } from "banmian";\nimport { places } from "banmian/inline";\nawait init(await places());\n${APP}`;
/** The views of a report, as they are called. */
const TABS = { "zh-CN": ["读稿", "原文对照", "图示"], "zh-TW": ["讀稿", "原文對照", "圖示"], en: ["Read", "Compare", "Charts"] };
const GOOD = { engine: 2, element: 2, typed: true };

/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

const project = new Project();
const server = createServer((request, response) => {
  const file = join(project.folder, decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end();
  response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
});
/** @type {Browser} */
let browser;

before(async () => {
  await project.install();
  project.write("app.js", APP);
  project.write("inline.js", INLINE);
  await new Promise((resolve) => server.listen(0, () => resolve(null)));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM || ((await installed()) ?? undefined), chromiumSandbox: process.getuid?.() !== 0 });
});
after(async () => {
  await browser?.close();
  server.close();
  project.remove();
});

/**
 * What the program says in a browser, at a page that loads the given script.
 * @param {string} script its path in the project
 * @param {string} [head]
 */
async function told(script, head = "") {
  const path = script.replace(/\.m?js$/, ".html");
  project.write(path, `<!doctype html><meta charset="utf-8"><title>客</title>${head}<body><script type="module" src="/${script}"></script>`);
  return open(`http://localhost:${/** @type {AddressInfo} */ (server.address()).port}/${path}`);
}

/** @param {string} url */
async function open(url) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  try {
    await page.goto(url);
    await page.waitForFunction(() => "told" in window, null, { timeout: 30_000 }).catch(() => {});
    return errors.length > 0 ? errors : await page.evaluate(() => /** @type {any} */ (window).told);
  } finally {
    await page.close();
  }
}

/** What esbuild and Rollup leave where it is. @param {string} folder */
function takeAlong(folder) {
  for (const name of ["banmian.wasm", "worker.js"]) cpSync(join(project.folder, "node_modules/banmian/engine", name), join(project.folder, folder, name));
}

test("an import map, no bundler", async () => {
  const imports = { banmian: "/node_modules/banmian/npm/index.js", "banmian/elements": "/node_modules/banmian/elements/index.js" };
  assert.deepEqual(await told("app.js", `<script type="importmap">${JSON.stringify({ imports })}</script>`), GOOD);
});

test("an element speaks the language of the place where it stands", async () => {
  const speak = `import "banmian/elements";
    const analyzer = document.createElement("banmian-analyzer");
    analyzer.addEventListener("banmian-report", async () => {
      const report = () => analyzer.shadowRoot.querySelector("banmian-report");
      while (!report()) await new Promise(requestAnimationFrame);
      await report().updateComplete;
      window.told = [...report().shadowRoot.querySelectorAll("[role=tab]")].map((tab) => tab.textContent);
    });
    analyzer.text = ${JSON.stringify(TEXT)};
    analyzer.lang = LANG;
    document.body.append(analyzer);`;
  const imports = { "banmian/elements": "/node_modules/banmian/elements/index.js" };
  const head = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  for (const [lang, tabs] of Object.entries(TABS)) {
    project.write(`speak-${lang}.js`, `const LANG = "${lang}";\n${speak}`);
    assert.deepEqual(await told(`speak-${lang}.js`, head), tabs);
  }
});

test("Vite, built", async () => {
  project.write("index.html", '<!doctype html><meta charset="utf-8"><body><script type="module" src="/app.js"></script>');
  await vite.build({ root: project.folder, base: "./", configFile: false, logLevel: "error", build: { outDir: "vite", target: "es2022", reportCompressedSize: false } });
  assert.deepEqual(await open(`http://localhost:${/** @type {AddressInfo} */ (server.address()).port}/vite/index.html`), GOOD);
});

test("Vite, its development server", async () => {
  project.write("index.html", '<!doctype html><meta charset="utf-8"><body><script type="module" src="/app.js"></script>');
  const dev = await vite.createServer({ root: project.folder, configFile: false, logLevel: "error", server: { port: 0 } });
  await dev.listen();
  try {
    assert.deepEqual(await open(String(dev.resolvedUrls?.local[0])), GOOD);
  } finally {
    await dev.close();
  }
});

test("webpack", async () => {
  const stats = await new Promise((resolve, reject) =>
    webpack(
      {
        context: project.folder,
        entry: "./app.js",
        mode: "production",
        performance: false,
        output: { path: join(project.folder, "webpack"), filename: "app.js" },
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    ),
  );
  assert.equal(stats.toString({ all: false, errors: true, warnings: true }), "");
  assert.deepEqual(await told("webpack/app.js"), GOOD);
});

test("Rollup, with the two files beside the output", async () => {
  const bundle = await rollup({ input: join(project.folder, "app.js"), plugins: [nodeResolve({ browser: true })] });
  await bundle.write({ dir: join(project.folder, "rollup"), format: "es" });
  await bundle.close();
  takeAlong("rollup");
  assert.deepEqual(await told("rollup/app.js"), GOOD);
});

test("esbuild, with the two files beside the output", async () => {
  await esbuild.build({ entryPoints: [join(project.folder, "app.js")], bundle: true, format: "esm", target: "es2022", splitting: true, outdir: join(project.folder, "esbuild"), logLevel: "silent" });
  takeAlong("esbuild");
  assert.deepEqual(await told("esbuild/app.js"), GOOD);
});

test("esbuild, everything in one file", async () => {
  await esbuild.build({ entryPoints: [join(project.folder, "inline.js")], bundle: true, format: "esm", target: "es2022", outfile: join(project.folder, "one/app.js"), logLevel: "silent" });
  assert.deepEqual(await told("one/app.js"), GOOD);
});

test("one who only imports the engine gets no elements", async () => {
  project.write("engine.js", 'import { analyze } from "banmian";\nconsole.log(analyze);\n');
  const { outputFiles } = await esbuild.build({ entryPoints: [join(project.folder, "engine.js")], bundle: true, minify: true, format: "esm", splitting: true, outdir: "none", write: false, logLevel: "silent" });
  const first = outputFiles.find(({ path }) => path.endsWith("engine.js"));
  assert.ok(first && first.text.length < 12_000, `${first?.text.length} characters`);
});
