/**
 * What the page and the worker say to each other. The page first says where the module is, then sends a `Task`: a text to
 * analyse, reports to compare, a text to cut, or nothing but to be ready. The worker says that it is there, answers with a `Stage` for each
 * pass of an analysis that begins, then with the result or a failure.
 *
 * @import { AnalyzeOptions, Comparison, Report, Stage } from "./pkg/banmian.js"
 *
 * @typedef {string | URL | BufferSource | WebAssembly.Module} Wasm The module: its address, its bytes, or itself.
 * @typedef {{ wasm: Wasm }} Setup
 *
 * @typedef {{ text: string, options: AnalyzeOptions } | { reports: Report[] } | { cut: string, last: boolean } | { prepare: true }} Work
 * @typedef {Work & { id: number }} Task
 *
 * @typedef {{ line: number, reason: string }} BadLine A line of the lexicon, counted from 1, that cannot be read.
 *
 * @typedef {"load" | "policy" | "lexicon" | "input" | "reports" | "crashed"} Failure
 *
 * @typedef {(
 *   | { ready: true }
 *   | { id: number, stage: Stage }
 *   | { id: number, result: Report | Comparison | number[] | null }
 *   | { id: number, failure: Failure, detail: string, lines: BadLine[] }
 * )} Answer
 */
export {};
