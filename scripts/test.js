/** Sets up what is missing and runs every check and test, all of them even where one fails. */
import { join } from "node:path";
import { countGrowth } from "../tests/bench/hostile.js";
import { countInstructions } from "../tests/bench/instructions.js";
import { buildSite, buildWasm } from "./build.js";
import { buildTwice } from "./reproducible.js";
import { ROOT, Trouble, run, script } from "./run.js";
import { chromium, nodePackages, sparkPython, wasmTarget } from "./setup.js";

const LINT = ["-D", "warnings"];
const WASM_LIB = ["--lib", "--target", "wasm32-unknown-unknown", "--no-default-features"];

await script(async () => {
  nodePackages();
  const { way } = wasmTarget();
  const browser = await chromium();
  /** @type {string[]} */
  const failed = [];
  /** @type {string[]} */
  const took = [];
  /** @type {(name: string, work: () => void) => void} */
  const check = (name, work) => {
    console.log(`\n━━ ${name}`);
    const start = Date.now();
    try {
      work();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      failed.push(name);
    }
    took.push(`${name} ${Math.round((Date.now() - start) / 1000)} s`);
  };

  check("licences", () => run(process.execPath, ["scripts/licences.js"]));
  check("format", () => run("cargo", ["fmt", "--check"]));
  check("lint", () => run("cargo", ["clippy", "--all-targets", "--all-features", "--", ...LINT]));
  check("lint, wasm32", () => {
    if (way === "rustup") run("cargo", ["clippy", ...WASM_LIB, "--", ...LINT]);
    else console.log("Left out: it needs the standard library that rustup brings.");
  });
  check("core", () => run("cargo", ["test", "--no-fail-fast"]));
  check("crate", () => run("cargo", ["package", "--no-verify", "--allow-dirty", "--quiet"]));
  check("wasm", () => {
    buildWasm();
    run("cargo", ["build"]);
    run(process.execPath, ["--test", "--test-reporter=spec", "tests/wasm/"]);
  });
  check("instructions", () => countInstructions());
  check("instructions, hostile texts", () => countGrowth());
  check("reproducible", () => buildTwice());
  check("unit", () => run(process.execPath, ["--test", "--test-reporter=spec", "tests/unit/"]));
  check("package", () => run(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", "tests/package/"], browser ? { CHROMIUM: browser } : {}));
  check("types", () => run("npx", ["tsc", "-p", "."]));
  check("page", () => {
    buildSite();
    run("npx", ["playwright", "test"], browser ? { CHROMIUM: browser } : {});
  });
  check("Firefox", () => run(process.execPath, ["--test", "--test-reporter=spec", "tests/firefox/"]));
  check("WebKitGTK", () => run(process.execPath, ["--test", "--test-reporter=spec", "tests/webkit/"]));
  check("Spark", () => {
    const python = sparkPython();
    const folder = join(ROOT, "integrations/spark");
    if (!python) return console.log("Left out: it needs Java 17 and Python 3 with venv.");
    run(python, ["-m", "mypy"], {}, folder);
    run(python, ["-m", "pytest", "-q"], {}, folder);
  });

  console.log(`\n━━ ${took.join(" · ")}`);
  if (failed.length > 0) throw new Trouble(`failed: ${failed.join(", ")}`);
  console.log("\n✓ all passed");
});
