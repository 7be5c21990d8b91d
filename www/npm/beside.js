/** The files that belong to the package's engine, written so that bundlers know them as files to take along. */
export const workerBeside = () => new URL("./worker.js", import.meta.url);
export const wasmBeside = () => new URL("./banmian.wasm", import.meta.url);
