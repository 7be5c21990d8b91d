/**
 * What the page and the worker say to each other. The page sends a `Task`; the worker answers with a `Stage` for each
 * pass that begins, then with the report or a failure.
 *
 * @import { AnalyzeOptions, Report, Stage } from "./pkg/banmian.js"
 *
 * @typedef {{ id: number, text: string, options: AnalyzeOptions }} Task
 *
 * @typedef {{ line: number, reason: string }} BadLine A line of the lexicon, counted from 1, that cannot be read.
 *
 * @typedef {"load" | "lexicon" | "input" | "crashed"} Failure
 *
 * @typedef {(
 *   | { id: number, stage: Stage }
 *   | { id: number, report: Report }
 *   | { id: number, failure: Failure, detail: string, lines: BadLine[] }
 * )} Answer
 */
export {};
