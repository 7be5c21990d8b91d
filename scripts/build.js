/** Builds the wasm module into `www/engine/pkg` and the static site into `dist`. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { ROOT, isMain, output, run, script } from "./run.js";
import { nodePackages, wasmBindgen, wasmTarget } from "./setup.js";

const PKG = join(ROOT, "www/engine/pkg");
const MODULE = join(PKG, "banmian_bg.wasm");
/** What rustc's wasm uses and browsers have had for years. */
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "call-indirect-overlong",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];

/**
 * Most code of these runs once, at start. In wasm it is as fast when it is small, and sooner there; natively the first page would take a
 * seventh more instructions.
 */
const SMALL = ["aho-corasick", "regex", "regex-automata", "regex-syntax"].flatMap((name) => ["--config", `profile.release.package.${name}.opt-level="s"`]);

/** The wasm module and its JavaScript; nothing is done where the crate has not changed. */
export function buildWasm() {
  nodePackages();
  const built = compile(ROOT, join(ROOT, "target"));
  const stamp = join(PKG, ".source");
  const source = createHash("sha256").update(readFileSync(built)).update(readFileSync(new URL(import.meta.url))).digest("hex");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== source) {
    prepare(built, PKG);
    writeFileSync(stamp, source);
  }
  const bytes = readFileSync(MODULE);
  console.log(`wasm: ${kilobytes(bytes.length)} raw, ${kilobytes(brotliCompressSync(bytes).length)} brotli`);
}

/**
 * Compiles a copy of the crate for wasm. The same sources give the same bytes wherever they stand.
 * @param {string} crate its folder
 * @param {string} target cargo's folder
 * @returns {string} the module
 */
export function compile(crate, target) {
  const { args, env } = wasmTarget();
  run("cargo", ["fetch", "--locked"], {}, crate);
  const flags = { CARGO_TARGET_DIR: target, CARGO_ENCODED_RUSTFLAGS: withoutPlaces(crate).join("\x1f") };
  run("cargo", ["build", "--release", "--lib", "--no-default-features", ...SMALL, ...args], { ...env, ...flags }, crate);
  return join(target, "wasm32-unknown-unknown/release/banmian.wasm");
}

/**
 * Panics name the source file, which must not name the machine and the user that built it.
 * @param {string} crate
 */
function withoutPlaces(crate) {
  const sources = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry/src");
  const places = [
    [output("rustc", ["--print", "sysroot"])?.trim() ?? "", "rust"],
    [ROOT.replace(/[\\/]$/, ""), "banmian"],
    [crate.replace(/[\\/]$/, ""), "banmian"],
    ...(existsSync(sources) ? readdirSync(sources) : []).map((registry) => [join(sources, registry), "crates"]),
  ];
  return places.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
}

/**
 * Makes of what was compiled the module and the JavaScript that browsers load.
 * @param {string} built
 * @param {string} folder
 */
export function prepare(built, folder) {
  rmSync(folder, { recursive: true, force: true });
  // Where the module lies is for load.js to say, so the glue code gets no path of its own.
  run(wasmBindgen(), ["--target", "web", "--omit-default-module-path", "--out-dir", folder, built]);
  const module = join(folder, "banmian_bg.wasm");
  const features = FEATURES.map((name) => `--enable-${name}`);
  run(process.execPath, [join(ROOT, "node_modules/binaryen/bin/wasm-opt"), "-O3", ...features, module, "-o", module]);
}

/** The site, for any static server and any path on it, and the one file that needs no server. */
export function buildSite() {
  run("npx", ["vite", "build"]);
  run(process.execPath, ["scripts/standalone.js"]);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

if (isMain(import.meta.url)) {
  await script(() => {
    buildWasm();
    buildSite();
  });
}
