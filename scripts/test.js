/** Sets up what is missing and runs every check and test; the first that fails ends it. */
import { buildSite, buildWasm } from "./build.js";
import { run, script } from "./run.js";
import { chromium, nodePackages, wasmTarget } from "./setup.js";

const LINT = ["-D", "warnings"];

await script(async () => {
  nodePackages();
  const { way } = wasmTarget();

  run("cargo", ["fmt", "--check"]);
  run("cargo", ["clippy", "--all-targets", "--", ...LINT]);
  if (way === "rustup") {
    run("cargo", ["clippy", "--lib", "--target", "wasm32-unknown-unknown", "--no-default-features", "--", ...LINT]);
  } else {
    console.log("clippy for wasm32 is left out: it needs the standard library that rustup brings.");
  }
  run("cargo", ["test"]);

  buildWasm();
  run("cargo", ["build"]);
  run(process.execPath, ["--test", "--test-reporter=spec", "tests/wasm/"]);

  run("npx", ["tsc", "-p", "."]);
  buildSite();
  const browser = await chromium();
  run("npx", ["playwright", "test"], browser ? { CHROMIUM: browser } : {});
});
