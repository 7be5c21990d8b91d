/** Builds the wasm module into `www/engine/pkg` and the static site into `dist`. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { ROOT, isMain, run, script } from "./run.js";
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

/** The wasm module and its JavaScript; nothing is done where the crate has not changed. */
export function buildWasm() {
  nodePackages();
  const { args, env } = wasmTarget();
  run("cargo", ["build", "--release", "--lib", "--no-default-features", ...args], env);
  const built = join(ROOT, "target/wasm32-unknown-unknown/release/banmian.wasm");
  const stamp = join(PKG, ".source");
  const source = createHash("sha256").update(readFileSync(built)).update(readFileSync(new URL(import.meta.url))).digest("hex");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== source) {
    rmSync(PKG, { recursive: true, force: true });
    // Where the module lies is for load.js to say, so the glue code gets no path of its own.
    run(wasmBindgen(), ["--target", "web", "--omit-default-module-path", "--out-dir", PKG, built]);
    const optimizer = join(ROOT, "node_modules/binaryen/bin/wasm-opt");
    const features = FEATURES.map((name) => `--enable-${name}`);
    run(process.execPath, [optimizer, "-O3", ...features, MODULE, "-o", MODULE]);
    writeFileSync(stamp, source);
  }
  const bytes = readFileSync(MODULE);
  console.log(`wasm: ${kilobytes(bytes.length)} raw, ${kilobytes(brotliCompressSync(bytes).length)} brotli`);
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
