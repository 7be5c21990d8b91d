/**
 * The way to wasm where rustup cannot fetch its target: Debian's compiler and the sources of its standard library, which
 * cargo compiles along with the crate. Only downloaded and unpacked into a folder of the project, not installed.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Trouble, output, run, runs } from "./run.js";

/**
 * How to compile for wasm: what to add to `cargo build`.
 * @typedef {{ way: string, args: string[], env: Record<string, string> }} WasmTarget
 */

/**
 * @param {string} target
 * @param {string} folder where the packages are unpacked
 * @returns {WasmTarget}
 */
export function debianTarget(target, folder) {
  if (!existsSync(folder)) unpack(folder);
  return {
    way: "debian",
    args: ["-Zbuild-std=std,panic_abort", "--target", target],
    env: { RUSTC: join(folder, "rustc"), RUSTC_BOOTSTRAP: "1", CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: linker() },
  };
}

/** @param {string} folder appears whole or not at all */
function unpack(folder) {
  if (!output("apt-get", ["--version"])) {
    throw new Trouble("The wasm target is missing: `rustup target add wasm32-unknown-unknown` has to work here.");
  }
  const half = `${folder}.part`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const names = packages();
  run("apt-get", ["download", ...names], {}, half);
  for (const file of readdirSync(half)) {
    run("dpkg-deb", ["-x", file, "."], {}, half);
    rmSync(join(half, file));
  }
  const libraries = readdirSync(join(half, "usr/lib")).find((name) => name.endsWith("-linux-gnu"));
  // Its libraries are found beside it, wherever the folder stands.
  writeFileSync(
    join(half, "rustc"),
    `#!/bin/sh
usr=$(dirname "$0")/usr
LD_LIBRARY_PATH=$usr/lib/${libraries} exec "$usr/bin/rustc" "$@"
`,
  );
  chmodSync(join(half, "rustc"), 0o755);
  renameSync(half, folder);
}

/** The compiler, the sources, and what of their dependencies this machine lacks. */
function packages() {
  const plan = () =>
    [...(output("apt-get", ["-s", "--no-install-recommends", "install", "rustc-web", "rust-web-src"]) ?? "").matchAll(/^Inst (\S+)/gm)];
  if (plan().length === 0) runs("apt-get", ["update"]);
  const names = plan().map(([, name]) => name);
  if (names.length === 0) throw new Trouble("apt knows no package rustc-web, which has the sources for wasm.");
  return names;
}

/** The linker that comes with rustup's toolchain; any version of it links wasm. */
function linker() {
  const sysroot = output("rustc", ["--print", "sysroot"])?.trim() ?? "";
  const host = /^host: (.+)$/m.exec(output("rustc", ["-vV"]) ?? "")?.[1] ?? "";
  return join(sysroot, "lib/rustlib", host, "bin/rust-lld");
}
