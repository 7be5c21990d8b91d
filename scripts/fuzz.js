/**
 * Fuzzes the core and the log of corrections: `npm run fuzz` runs every target for ten minutes, `npm run fuzz -- decode 60` one
 * of them for a minute.
 *
 * libFuzzer guides itself by what the compiler counts, which the stable compiler can be asked for too, so neither nightly nor
 * cargo-fuzz is needed (`cargo +nightly fuzz run` works all the same). `unsafe` is forbidden in the crate, so no sanitizer
 * watches its memory.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT, Trouble, output, run, script } from "./run.js";

const FUZZ = join(ROOT, "fuzz");
const COUNTED = [
  "-Cpasses=sancov-module",
  "-Cllvm-args=-sanitizer-coverage-level=4",
  "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
  "-Cllvm-args=-sanitizer-coverage-pc-table",
  "-Cllvm-args=-sanitizer-coverage-trace-compares",
  "-Ccodegen-units=1",
].join(" ");

/** The one that is JavaScript: each of its properties for so many seconds. */
const CORRECTIONS = "corrections";

await script(() => {
  const compiled = readdirSync(join(FUZZ, "fuzz_targets")).map((file) => file.replace(/\.rs$/, ""));
  const targets = [...compiled, CORRECTIONS];
  const [one, seconds = "600"] = process.argv.slice(2);
  if (one && !targets.includes(one)) throw new Trouble(`The targets are ${targets.join(", ")}.`);
  for (const target of one ? [one] : targets) {
    if (target === CORRECTIONS) fuzzCorrections(seconds);
    else fuzz(target, seconds);
  }
});

/** @param {string} target @param {string} seconds */
function fuzz(target, seconds) {
  const host = /^host: (.+)$/m.exec(output("rustc", ["-vV"]) ?? "")?.[1];
  if (!host) throw new Trouble("Rust is missing.");
  const folder = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "fuzz");
  // Where cargo is told the host, the build scripts are left as they are.
  run("cargo", ["build", "--release", "--bin", target, "--target", host], { RUSTFLAGS: COUNTED, CARGO_TARGET_DIR: folder }, FUZZ);
  const corpus = join(FUZZ, "corpus", target);
  const found = join(FUZZ, "artifacts", target);
  for (const made of [corpus, found]) mkdirSync(made, { recursive: true });
  const bounds = [`-max_total_time=${seconds}`, "-timeout=25", "-print_final_stats=1"];
  run(join(folder, host, "release", target), [corpus, join(FUZZ, "seeds", target), `-artifact_prefix=${found}/`, ...bounds]);
}

/** @param {string} seconds */
function fuzzCorrections(seconds) {
  run(process.execPath, ["--test", "--test-reporter=spec", "tests/unit/corrections-fuzz.test.js"], { BANMIAN_FUZZ_SECONDS: seconds });
}
