/**
 * What the page and the worker say to each other. The page sends a `Task`: a text to analyse, or reports to compare. The
 * worker answers with a `Stage` for each pass of an analysis that begins, then with the result or a failure.
 *
 * @import { AnalyzeOptions, Comparison, Report, Stage } from "./pkg/banmian.js"
 *
 * @typedef {{ text: string, options: AnalyzeOptions } | { reports: Report[] }} Work
 * @typedef {Work & { id: number }} Task
 *
 * @typedef {{ line: number, reason: string }} BadLine A line of the lexicon, counted from 1, that cannot be read.
 *
 * @typedef {"load" | "lexicon" | "input" | "reports" | "crashed"} Failure
 *
 * @typedef {(
 *   | { id: number, stage: Stage }
 *   | { id: number, result: Report | Comparison }
 *   | { id: number, failure: Failure, detail: string, lines: BadLine[] }
 * )} Answer
 */
export {};
