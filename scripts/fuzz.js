/**
 * Fuzzes the core: `npm run fuzz` runs every target for ten minutes, `npm run fuzz -- decode 60` one of them for a minute.
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

await script(() => {
  const targets = readdirSync(join(FUZZ, "fuzz_targets")).map((file) => file.replace(/\.rs$/, ""));
  const [one, seconds = "600"] = process.argv.slice(2);
  if (one && !targets.includes(one)) throw new Trouble(`The targets are ${targets.join(", ")}.`);
  const host = /^host: (.+)$/m.exec(output("rustc", ["-vV"]) ?? "")?.[1];
  if (!host) throw new Trouble("Rust is missing.");
  const folder = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "fuzz");
  // With a target named, what runs while building is not counted.
  run("cargo", ["build", "--release", "--target", host], { RUSTFLAGS: COUNTED, CARGO_TARGET_DIR: folder }, FUZZ);
  for (const target of one ? [one] : targets) {
    const corpus = join(FUZZ, "corpus", target);
    const found = join(FUZZ, "artifacts", target);
    for (const made of [corpus, found]) mkdirSync(made, { recursive: true });
    run(join(folder, host, "release", target), [
      corpus,
      join(FUZZ, "seeds", target),
      `-artifact_prefix=${found}/`,
      `-max_total_time=${seconds}`,
      "-timeout=25",
      "-print_final_stats=1",
    ]);
  }
});
