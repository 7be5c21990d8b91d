/** Builds the wasm module and serves the sources, which the browser takes anew when they change. */
import { buildWasm } from "./build.js";
import { run, script } from "./run.js";

await script(() => {
  buildWasm();
  run("npx", ["vite", ...process.argv.slice(2)]);
});
