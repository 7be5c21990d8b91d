/**
 * The addresses of the worker and the wasm module that belong to this script. The npm package has its own in place of these
 * (www/npm/beside.js). They are asked for late, since not every bundler's output knows its own address.
 */
import worker from "./worker.js?worker&url";

export const workerBeside = () => new URL(worker, import.meta.url);
export const wasmBeside = () => new URL("./pkg/banmian_bg.wasm", import.meta.url);
