/** The package in Node: in a fresh project, from its tarball. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Project, TEXT, tool } from "./project.js";

const project = new Project();
before(() => project.install());
after(() => project.remove());

const text = JSON.stringify(TEXT);

test("analyses a text, tells the passes, and lets the program end", () => {
  const printed = project.node(`
    import { analyze, compare } from "banmian";
    const stages = [];
    const report = await analyze(${text}, { lexicon: "老石桥,place\\n", name: "渡口", onProgress: (stage) => stages.push(stage) });
    const { pages } = await compare([report, report]);
    console.log(JSON.stringify([report.source.name, report.articles.map(({ title }) => title.text), stages, pages.length]));
  `);
  assert.deepEqual(JSON.parse(printed), ["渡口", ["渡口镇修好老石桥", "河湾治理见成效"], ["articles", "tags", "themes", "report"], 2]);
});

test("the module may be given as a path, bytes or compiled", () => {
  const printed = project.node(`
    import { readFile } from "node:fs/promises";
    import { analyze, dispose, init } from "banmian";
    const bytes = await readFile(new URL(import.meta.resolve("banmian/banmian.wasm")));
    const versions = [];
    for (const wasm of ["node_modules/banmian/engine/banmian.wasm", bytes, await WebAssembly.compile(bytes)]) {
      dispose();
      await init({ wasm });
      versions.push((await analyze(${text})).version);
    }
    dispose();
    console.log(versions.join());
  `);
  assert.equal(printed, "1,1,1");
});

test("a running analysis stops at its signal, and errors are typed", () => {
  const printed = project.node(`
    import { EngineError, analyze, dispose, init } from "banmian";
    const stop = new AbortController();
    const codeOf = (error) => [error instanceof EngineError, error.code].join();
    const codes = [
      await analyze(${text}.repeat(2000), { signal: stop.signal, onProgress: () => stop.abort() }).catch(codeOf),
      await analyze(7).catch(codeOf),
      await analyze(${text}, { lexicon: "一,没有这一类" }).catch(codeOf),
      (dispose(), await init({ wasm: "nothing.wasm" }).catch(codeOf)),
    ];
    console.log(codes.join(" "));
  `);
  assert.equal(printed, "true,aborted true,input true,lexicon true,load");
});

test("imports on a server touch no window and register nothing", () => {
  const printed = project.node(`
    import * as api from "banmian";
    import { BanmianAnalyzer, BanmianThemes } from "banmian/elements";
    import { places } from "banmian/inline";
    console.log(Object.keys(api).sort().join(), typeof BanmianAnalyzer, typeof BanmianThemes, typeof places, typeof window, typeof customElements);
  `);
  assert.equal(printed, "Engine,EngineError,analyze,analyzePieces,compare,dispose,init function function function undefined undefined");
});

test("the browser's own entry can be imported on a server, and works there by itself", () => {
  const printed = project.node(`
    import { analyze, init } from "./node_modules/banmian/npm/index.js";
    import { places } from "banmian/inline";
    await init(await places());
    let told = "";
    const { version } = await analyze(${text}, { onFallback: (reason) => (told = reason) });
    console.log(version, told !== "");
  `);
  assert.equal(printed, "1 true");
});

test("the gallery's snippet runs", () => {
  const gallery = readFileSync(new URL("../../www/embed.html", import.meta.url), "utf8");
  const [, snippet] = /data-snippet="program">([\s\S]*?)<\/code>/.exec(gallery) ?? [];
  const printed = project.node(String(snippet).replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&"));
  assert.equal(printed.replaceAll("\n", " "), "articles tags themes report [ '锦带河新桥通车' ]");
});

test("types hold for programs in both ways of resolution", () => {
  project.write(
    "typed.ts",
    `import { analyze, init, type EngineError, type Report } from "banmian";
     import { BanmianAnalyzer } from "banmian/elements";
     import { places } from "banmian/inline";
     await init(await places());
     const report: Report = await analyze("文", { signal: AbortSignal.timeout(5), onProgress: (stage) => stage === "themes" });
     const element: BanmianAnalyzer = document.createElement("banmian-analyzer");
     element.addEventListener("banmian-report", ({ detail }) => detail.articles[0]?.title.text);
     element.text = report.summary.text;
     const code = (error: EngineError): "aborted" | string => error.code;
     // @ts-expect-error there is no such option
     await analyze("文", { lexicom: "" });
     code satisfies (error: EngineError) => string;`,
  );
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const options = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2024,dom", "--types", ""];
    tool("tsc", [...options, "--module", module, "--moduleResolution", resolution, "typed.ts"], project.folder);
  }
});

test("publint and are-the-types-wrong find nothing", () => {
  tool("publint", ["--strict", "node_modules/banmian"], project.folder);
  const files = ["banmian.wasm", "worker.js"];
  tool("attw", [project.tarball ?? "", "--profile", "esm-only", "--exclude-entrypoints", ...files], project.folder);
});

test("the manifest knows the elements, and the types know their attributes", async () => {
  const printed = project.node(`
    import manifest from "banmian/custom-elements.json" with { type: "json" };
    const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
    console.log(JSON.stringify(elements.map(({ tagName, attributes, events, cssParts }) => [tagName, attributes.map(({ name }) => name), events.length > 0, cssParts.length > 0])));
  `);
  const elements = JSON.parse(printed);
  assert.deepEqual(elements.map((/** @type {string[]} */ [tag]) => tag), ["banmian-analyzer", "banmian-themes"]);
  for (const [, attributes, events, parts] of elements) {
    for (const name of ["for", "themes", "all-themes", "loading"]) assert.ok(attributes.includes(name), name);
    assert.ok(events && parts);
  }
});

test("nothing of the repository's tests or corpora is in the package", () => {
  const files = readdirSync(join(project.folder, "node_modules/banmian"), { recursive: true }).map(String);
  assert.ok(files.length > 20);
  assert.deepEqual(files.filter((file) => /test|\.map$|samples|\.tgz$/.test(file)), []);
});
