/**
 * Brings in what building and testing need, and finds it again at no cost: node packages, Rust with its wasm target,
 * the wasm-bindgen command, Chromium for the browser tests, Spark for its own.
 *
 * Needs rustup, Node and npm. What it fetches for this project alone goes into `.tools/` and `node_modules/`.
 */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { debianTarget } from "./debian-rust.js";
import { ROOT, Trouble, isMain, output, run, runs, script } from "./run.js";

/** @import { WasmTarget } from "./debian-rust.js" */

const WASM = "wasm32-unknown-unknown";
const TOOLS = join(ROOT, ".tools");

/** The packages that package-lock.json names. */
export function nodePackages() {
  const stamp = join(ROOT, "node_modules/.banmian-lock");
  const lock = createHash("sha256").update(readFileSync(join(ROOT, "package-lock.json"))).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  run("npm", ["ci", "--no-audit", "--no-fund"]);
  writeFileSync(stamp, lock);
}

/** Cargo that runs in this folder. */
export function rust() {
  // The scripts fetch by themselves: a target that cannot be had must not keep cargo from running.
  process.env.RUSTUP_AUTO_INSTALL = "0";
  if (output("cargo", ["--version"])) return;
  if (runs("rustup", ["toolchain", "install"]) && output("cargo", ["--version"])) return;
  // What rust-toolchain.toml asks for cannot be fetched: try the toolchain that the user has.
  const usual = output("rustup", ["show", "active-toolchain"], tmpdir())?.split(/\s/)[0];
  if (usual) process.env.RUSTUP_TOOLCHAIN = usual;
  if (!output("cargo", ["--version"])) throw new Trouble("Rust is missing; https://rustup.rs tells how to install it.");
}

/**
 * How to compile for wasm: with rustup's target, or where that cannot be fetched with Debian's sources of the standard
 * library. `BANMIAN_WASM=debian` asks for the second.
 * @returns {WasmTarget}
 */
export function wasmTarget() {
  rust();
  const debian = join(TOOLS, "debian-rust");
  if (process.env.BANMIAN_WASM !== "debian") {
    const present = () => existsSync(output("rustc", ["--print", "target-libdir", "--target", WASM])?.trim() || "");
    // Debian's packages stand there where rustup has failed before.
    const fetched = () => !existsSync(debian) && runs("rustup", ["target", "add", WASM]) && present();
    if (present() || fetched()) return { way: "rustup", args: ["--target", WASM], env: {} };
    console.log(`${WASM} comes from Debian's packages, as rustup cannot fetch it.`);
  }
  return debianTarget(WASM, debian);
}

/** The wasm-bindgen command, of exactly the version that the crate has in Cargo.lock. Gives its path. */
export function wasmBindgen() {
  const lock = readFileSync(join(ROOT, "Cargo.lock"), "utf8");
  const version = /name = "wasm-bindgen"\r?\nversion = "([^"]+)"/.exec(lock)?.[1];
  if (!version) throw new Trouble("Cargo.lock does not name wasm-bindgen.");
  const folder = join(TOOLS, `wasm-bindgen-${version}`);
  const command = join(folder, "bin", process.platform === "win32" ? "wasm-bindgen.exe" : "wasm-bindgen");
  if (existsSync(command)) return command;
  rust();
  run("cargo", ["install", "wasm-bindgen-cli", "--version", version, "--root", folder], {
    CARGO_TARGET_DIR: join(ROOT, "target"),
  });
  return command;
}

/** Chromium for the browser tests. Gives the path of an installed one, or null for Playwright's own. */
export async function chromium() {
  const found = installedChromium();
  if (found) return found;
  if (aptInstall(["chromium", "fonts-noto-cjk"])) return installedChromium();
  const { chromium } = await import("@playwright/test");
  if (!existsSync(chromium.executablePath())) run("npx", ["playwright", "install", "chromium"]);
  return null;
}

/**
 * The Python that has Spark, or null where Java or Python is missing and cannot be had.
 * @returns {string | null}
 */
export function sparkPython() {
  const usable = () => output("java", ["-version"]) !== null && output("python3", ["-c", "import venv, ensurepip"]) !== null;
  if (!usable()) aptInstall(["default-jre-headless", "python3-venv"]);
  if (!usable()) return null;
  const folder = join(TOOLS, "spark");
  const python = join(folder, "bin/python");
  const wanted = join(ROOT, "integrations/spark/requirements.txt");
  const stamp = join(folder, ".requirements");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === readFileSync(wanted, "utf8")) return python;
  run("python3", ["-m", "venv", folder]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted]);
  copyFileSync(wanted, stamp);
  return python;
}

/** Installs packages of Debian where this may be done; says whether it has. @param {string[]} packages */
function aptInstall(packages) {
  if (process.getuid?.() !== 0 || !output("apt-get", ["--version"])) return false;
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  return runs("apt-get", ["update"]) && runs("apt-get", install, { DEBIAN_FRONTEND: "noninteractive" });
}

/** A Chromium or Chrome in one of the usual places, or where `CHROMIUM` says. */
function installedChromium() {
  const places = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  return places.find((place) => place && existsSync(place)) ?? null;
}

if (isMain(import.meta.url)) {
  await script(async () => {
    nodePackages();
    const { way } = wasmTarget();
    wasmBindgen();
    const browser = (await chromium()) ?? "Playwright's Chromium";
    console.log(`Set up: wasm by ${way}, browser tests in ${browser}.`);
  });
}
