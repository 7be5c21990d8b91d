/**
 * Builds the npm package into `dist-npm`: the engine as plain modules that bundlers, browsers and Node read as they are, the
 * worker and the elements as bundles without dependencies, types, and a manifest of the elements.
 */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { rolldown } from "rolldown";
import { ROOT, Trouble, isMain, output, run, script } from "./run.js";

const WWW = join(ROOT, "www");
const OUT = join(ROOT, "dist-npm");
const ENGINE = ["browser", "client", "engine", "error", "here", "load", "node", "node-worker", "perform", "pieces", "trusted", "where"];
const LANGUAGE = ["say", "hant", "en"];
const SHARED = ["engine/client.js", "language/say.js"];
const LICENCES = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"];

/** @typedef {Record<string, unknown>} Json */

/** Builds the package; the wasm module must be there. */
export async function buildPackage() {
  rmSync(OUT, { recursive: true, force: true });
  for (const folder of ["engine/pkg", "language", "npm"]) mkdirSync(join(OUT, folder), { recursive: true });
  engine();
  await bundle({ worker: join(WWW, "engine/worker.js") }, "engine");
  await bundle({ index: join(WWW, "elements/index.js") }, "elements");
  await bundle({ banmian: join(WWW, "banmian.js") }, ".");
  await inline();
  types();
  manifest();
  for (const name of LICENCES) cpSync(join(ROOT, name), join(OUT, name));
  cpSync(join(WWW, "npm/README.md"), join(OUT, "README.md"));
  write("package.json", `${JSON.stringify(description(), null, 2)}\n`);
}

/**
 * Packs what was built; gives the tarball's path.
 * @param {string} folder where it is to lie
 */
export function pack(folder) {
  const name = output("npm", ["pack", "--silent", "--pack-destination", folder], OUT)?.trim();
  if (!name) throw new Trouble("npm pack failed.");
  return join(folder, name);
}

function engine() {
  for (const name of ENGINE) cpSync(join(WWW, `engine/${name}.js`), join(OUT, `engine/${name}.js`));
  for (const name of LANGUAGE) cpSync(join(WWW, `language/${name}.js`), join(OUT, `language/${name}.js`));
  cpSync(join(WWW, "engine/pkg/banmian.js"), join(OUT, "engine/pkg/banmian.js"));
  cpSync(join(WWW, "engine/pkg/banmian_bg.wasm"), join(OUT, "engine/banmian.wasm"));
  cpSync(join(WWW, "npm/beside.js"), join(OUT, "engine/beside.js"));
  for (const name of ["index.js", "node.js", "elements-node.js"]) cpSync(join(WWW, "npm", name), join(OUT, "npm", name));
}

/**
 * The engine, what it says and the elements stay modules of their own, so that all entries share one of each.
 * @param {Record<string, string>} input
 * @param {string} folder
 */
async function bundle(input, folder) {
  const up = folder === "." ? "./" : "../";
  const built = await rolldown({
    input,
    preserveEntrySignatures: "strict",
    plugins: [
      {
        name: "banmian-parts",
        resolveId(source, importer) {
          if (!importer || folder === "engine") return null;
          if (source.endsWith("?raw")) return resolve(dirname(importer), source);
          const shared = SHARED.find((name) => resolve(dirname(importer), source) === join(WWW, name));
          if (shared) return { id: `${up}${shared}`, external: true };
          return folder === "." && source.startsWith("./elements/") ? { id: "./elements/index.js", external: true } : null;
        },
        load: (id) => (id.endsWith("?raw") ? `export default ${JSON.stringify(readFileSync(id.slice(0, -4), "utf8"))};` : null),
      },
    ],
  });
  await built.write({ dir: join(OUT, folder), format: "es", minify: true, entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" });
  await built.close();
}

/** The module and the worker inside a script, packed, for programs that are to be one file. */
async function inline() {
  const packed = async (/** @type {string} */ path) => (await promisify(deflateRaw)(readFileSync(join(OUT, path)), { level: 9 })).toString("base64");
  const [wasm, worker] = [await packed("engine/banmian.wasm"), await packed("engine/worker.js")];
  const source = readFileSync(join(WWW, "npm/inline.js"), "utf8");
  write("npm/inline.js", source.replace('"WASM"', `"${wasm}"`).replace('"WORKER"', `"${worker}"`));
}

function types() {
  cpSync(join(ROOT, "src/report.d.ts"), join(OUT, "npm/report.d.ts"));
  for (const name of readdirSync(join(WWW, "npm")).filter((name) => name.endsWith(".d.ts"))) {
    write(`npm/${name}`, readFileSync(join(WWW, "npm", name), "utf8").replaceAll("../../src/report.js", "./report.js"));
  }
  write("banmian.d.ts", 'export * from "./npm/index.js";\nexport * from "./npm/elements.js";\n');
}

/** What editors and catalogues know the elements by. */
function manifest() {
  const tool = join(ROOT, "node_modules/@custom-elements-manifest/analyzer/cem.js");
  const globs = ["www/elements/banmian-analyzer.js", "www/elements/banmian-themes.js"];
  run(process.execPath, [tool, "analyze", "--litelement", "--quiet", "--outdir", "dist-npm", ...globs.flatMap((glob) => ["--globs", glob])]);
  const path = join(OUT, "custom-elements.json");
  const all = JSON.parse(readFileSync(path, "utf8"));
  for (const module of all.modules) {
    module.path = "elements/index.js";
    for (const one of module.exports) one.declaration.module = "elements/index.js";
    for (const one of module.declarations) one.members = one.members?.filter((/** @type {Json} */ { privacy, name }) => privacy !== "private" && !String(name).startsWith("#"));
  }
  write("custom-elements.json", `${JSON.stringify(all, null, 1)}\n`);
}

/** @returns {Json} */
function description() {
  const { name, version, description, license } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return {
    name,
    version,
    description,
    keywords: ["chinese", "newspaper", "nlp", "custom-elements", "wasm"],
    license,
    type: "module",
    engines: { node: ">=20" },
    main: "./npm/node.js",
    types: "./npm/index.d.ts",
    sideEffects: ["./banmian.js", "./elements/*.js"],
    customElements: "./custom-elements.json",
    exports: {
      ".": { types: "./npm/index.d.ts", node: "./npm/node.js", default: "./npm/index.js" },
      "./elements": { types: "./npm/elements.d.ts", node: "./npm/elements-node.js", default: "./elements/index.js" },
      "./inline": { types: "./npm/inline.d.ts", default: "./npm/inline.js" },
      "./banmian.js": { types: "./banmian.d.ts", default: "./banmian.js" },
      "./banmian.wasm": "./engine/banmian.wasm",
      "./worker.js": "./engine/worker.js",
      "./custom-elements.json": "./custom-elements.json",
      "./package.json": "./package.json",
    },
  };
}

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  writeFileSync(join(OUT, path), text);
}

if (isMain(import.meta.url)) {
  await script(async () => {
    await buildPackage();
    console.log(pack(ROOT));
  });
}
