/** Banmian reads the raw text of a Chinese newspaper page and gives back its articles, names and themes. */
import type { Comparison, Report } from "../../src/report.js";

export type * from "../../src/report.js";

/** A pass about to begin; `report` is the last, after which the report is there. */
export type Stage = "articles" | "tags" | "themes" | "report";

export interface AnalyzeOptions {
  /** The user's own words, a line each: `word,kind` or `word,kind,name`. They win over every model and rule. */
  lexicon?: string;
  /** Reports the lexicon's themes that stand nowhere too. */
  allThemes?: boolean;
  /** Name of the text, such as a file's; comes back as `source.name`. */
  name?: string;
  /** Stops the analysis. */
  signal?: AbortSignal;
  /** Goes before the calls that wait and are not. */
  urgent?: boolean;
  /** Told which pass begins. */
  onProgress?: (stage: Stage) => void;
  /** Told that no worker may start, so the caller's own thread does the work; why, in English. */
  onFallback?: (reason: string) => void;
}

export interface Places {
  /** The wasm module: its address (counted from the page, in Node from the working folder), its bytes, or itself. */
  wasm?: string | URL | BufferSource | WebAssembly.Module;
  /** The address of `worker.js`; in browsers only. */
  worker?: string | URL;
}

/**
 * - `aborted`: the caller stopped it.
 * - `load`: the module could not be loaded.
 * - `policy`: the page's Content-Security-Policy forbids WebAssembly.
 * - `lexicon`: the lexicon cannot be read; `lines` names where.
 * - `input`: the text or the lexicon is not a string.
 * - `reports`: what is to be compared are no reports.
 * - `crashed`: the analysis broke down, and once more in a new worker.
 */
export type ErrorCode = "aborted" | "load" | "policy" | "lexicon" | "input" | "reports" | "crashed";

/** Why there is no report. `message` is Chinese, for the reader; `cause` is the technical error. */
export class EngineError extends Error {
  constructor(code: ErrorCode, more?: { cause?: unknown; lines?: { line: number; reason: string }[] });
  name: string;
  code: ErrorCode;
  lines: { line: number; reason: string }[];
}

/** A worker that starts with the first call and serves one call after another. */
export class Engine {
  analyze(text: string, options?: AnalyzeOptions): Promise<Report>;
  compare(reports: Report[], options?: { signal?: AbortSignal }): Promise<Comparison>;
  /** Starts the worker and loads the module ahead of the first call. */
  prepare(): Promise<null>;
  /** Ends the worker; calls not yet answered are aborted. The next call starts another. */
  close(): void;
}

/** Says, before the first call or after `dispose`, where the module and the worker lie if not beside this script, and loads them. */
export function init(places?: Places): Promise<void>;

/** Analyses the text of a newspaper page in the worker that all callers share. Rejects with an `EngineError` and nothing else. */
export function analyze(text: string, options?: AnalyzeOptions): Promise<Report>;

/** A text as it comes: whole, or in parts, whose bytes are UTF-8. */
export type Source = string | Blob | ReadableStream<string | Uint8Array> | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

export interface PiecesOptions extends Pick<AnalyzeOptions, "lexicon" | "allThemes" | "name" | "signal" | "onFallback"> {
  /** Told after each piece how many code units are done, and of how many, where that is known. */
  onProgress?: (done: { read: number; total: number | null }) => void;
  /** How many workers share the pieces; more than one are started for this call and ended after it. 1 by default: the shared one. */
  workers?: number;
}

/** A page of a longer text, or as much of it as is read at once. */
export interface Piece {
  /** Its place in the whole, in UTF-16 code units. */
  start: number;
  end: number;
  text: string;
  /** Its offsets count from `start`. */
  report: Report;
}

/**
 * Analyses a text of any length a piece at a time, in bounded memory. A piece is a page wherever mastheads tell the pages apart; what goes
 * on without any is cut where an article begins. Every character is in one piece. To leave the loop ends the work; an abort and
 * all that `analyze` rejects with is thrown as an `EngineError`.
 */
export function analyzePieces(source: Source, options?: PiecesOptions): AsyncGenerator<Piece, void, undefined>;

/** Compares the reports of several pages, in the same worker. Rejects with an `EngineError` and nothing else. */
export function compare(reports: Report[], options?: { signal?: AbortSignal }): Promise<Comparison>;

/** Ends the shared worker and gives its memory back; calls not yet answered are aborted. The next call starts another. */
export function dispose(): void;
