/**
 * Builds the wasm module a second time, from a copy of the sources in another folder and from nothing, and compares it with the
 * one that is given away: same bytes, or it fails.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWasm, compile, prepare } from "./build.js";
import { ROOT, Trouble, isMain, script } from "./run.js";

const SOURCES = ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "README.md", "src", "tests/bench", "tests/command.rs"];
const FILES = ["banmian_bg.wasm", "banmian.js", "banmian.d.ts"];

/** Compares what `buildWasm` has made with what a build elsewhere makes. */
export function buildTwice() {
  const elsewhere = mkdtempSync(join(tmpdir(), "banmian-elsewhere-"));
  try {
    for (const path of SOURCES) cpSync(join(ROOT, path), join(elsewhere, path), { recursive: true });
    const folder = join(elsewhere, "pkg");
    prepare(compile(elsewhere, join(elsewhere, "out")), folder);
    const other = FILES.filter((file) => !readFileSync(join(folder, file)).equals(readFileSync(join(ROOT, "www/engine/pkg", file))));
    if (other.length > 0) throw new Trouble(`Two builds differ in ${other.join(", ")}.`);
    console.log("Two builds, in two folders: the same bytes.");
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) {
  await script(() => {
    buildWasm();
    buildTwice();
  });
}
