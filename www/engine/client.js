/**
 * The analysis as a promise. Takes a text, gives its report; the work is done in a worker, so the page stays alive.
 * Nothing but the worker and the wasm module is ever fetched, and both once.
 */
import { EngineError } from "./error.js";
import workerUrl from "./worker.js?worker&url";

export { EngineError };

/** @import { Comparison, Report } from "../../src/report.js" */
/** @import { Answer, Task, Work } from "./messages.js" */
/** @import { Stage } from "./pkg/banmian.js" */

/**
 * @typedef {object} AnalyzeOptions
 * @property {string} [lexicon] the user's own words, a line each: `word,kind` or `word,kind,name`
 * @property {boolean} [allThemes] reports the lexicon's themes that stand nowhere too
 * @property {string} [name] name of the text, such as a file's; comes back as `source.name`
 * @property {AbortSignal} [signal] stops the analysis
 * @property {boolean} [urgent] goes before the calls that wait and are not
 * @property {(stage: Stage) => void} [onProgress] told which pass begins
 */

/**
 * @typedef {object} Call
 * @property {Task} task
 * @property {boolean} urgent
 * @property {((stage: Stage) => void) | undefined} onProgress
 * @property {(result: any) => void} resolve
 * @property {(error: EngineError) => void} reject
 */

/**
 * A worker that starts with the first call and serves one call after another. A running analysis cannot be
 * interrupted, so stopping one ends the worker, and the calls that wait go on in a new one.
 */
export class Engine {
  /** @type {Worker | null} */
  #worker = null;
  /** The calls not yet answered; the first is running. @type {Call[]} */
  #calls = [];
  #lastId = 0;

  /**
   * @param {string} text
   * @param {AnalyzeOptions} [options]
   * @returns {Promise<Report>} rejects with an `EngineError` and nothing else
   */
  analyze(text, { lexicon, allThemes, name, signal, urgent, onProgress } = {}) {
    if (!signal?.aborted && typeof text !== "string") return Promise.reject(new EngineError("input"));
    return this.#ask({ text, options: { lexicon, allThemes, name } }, { signal, urgent, onProgress });
  }

  /**
   * The reader waits for it, so it goes before the analyses that are not urgent.
   * @param {Report[]} reports as `analyze` gave them
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {Promise<Comparison>} rejects with an `EngineError` and nothing else
   */
  compare(reports, { signal } = {}) {
    return this.#ask({ reports }, { signal, urgent: true });
  }

  /**
   * @param {Work} work
   * @param {Pick<AnalyzeOptions, "signal" | "urgent" | "onProgress">} options
   * @returns {Promise<any>}
   */
  #ask(work, { signal, urgent = false, onProgress }) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new EngineError("aborted"));
      const stop = () => this.#stop(call);
      const release = () => signal?.removeEventListener("abort", stop);
      /** @type {Call} */
      const call = {
        task: { id: ++this.#lastId, ...work },
        urgent,
        onProgress,
        resolve: (result) => (release(), resolve(result)),
        reject: (error) => (release(), reject(error)),
      };
      signal?.addEventListener("abort", stop);
      this.#queue(call);
      if (this.#calls.length === 1) this.#next();
    });
  }

  /** Starts the worker and loads the module ahead of the first call, after which nothing is fetched any more. */
  prepare() {
    this.#worker ??= this.#start();
  }

  /** Ends the worker; calls not yet answered are aborted. The next call starts another. */
  close() {
    this.#end();
    for (const call of this.#calls.splice(0)) call.reject(new EngineError("aborted"));
  }

  /**
   * The first call is running and stays first.
   * @param {Call} call
   */
  #queue(call) {
    const place = call.urgent ? this.#calls.findIndex((other, index) => index > 0 && !other.urgent) : -1;
    this.#calls.splice(place < 0 ? this.#calls.length : place, 0, call);
  }

  /** Gives the worker the first call. */
  #next() {
    const [call] = this.#calls;
    if (!call) return;
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage(call.task);
    } catch (error) {
      this.#fail(new EngineError("load", { cause: error }));
    }
  }

  #start() {
    const worker = startWorker();
    worker.onmessage = ({ data }) => this.#answered(data);
    // The worker answers its own failures; what comes here is a script that did not load or did not run.
    worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(new EngineError("load", { cause: event.message }));
    };
    worker.onmessageerror = () => this.#fail(new EngineError("crashed"));
    return worker;
  }

  /** @param {Answer} answer */
  #answered(answer) {
    const [call] = this.#calls;
    if (answer.id !== call?.task.id) return;
    if ("stage" in answer) return call.onProgress?.(answer.stage);
    if ("failure" in answer) {
      const { failure, detail, lines } = answer;
      return this.#fail(new EngineError(failure, { cause: detail, lines }));
    }
    this.#calls.shift();
    call.resolve(answer.result);
    this.#next();
  }

  /**
   * Ends the running call without a report.
   * @param {EngineError} error
   */
  #fail(error) {
    if (error.code === "crashed" || error.code === "load") this.#end();
    this.#calls.shift()?.reject(error);
    this.#next();
  }

  /** @param {Call} call */
  #stop(call) {
    const place = this.#calls.indexOf(call);
    if (place < 0) return;
    this.#calls.splice(place, 1);
    call.reject(new EngineError("aborted"));
    if (place > 0) return;
    this.#end();
    this.#next();
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/** The engine that all callers of `analyze` share. */
export const shared = new Engine();

/**
 * Analyses the text of a newspaper page in the worker that all callers share.
 * @param {string} text
 * @param {AnalyzeOptions} [options]
 */
export function analyze(text, options) {
  return shared.analyze(text, options);
}

/**
 * Compares the reports of several pages, in the same worker.
 * @param {Report[]} reports
 * @param {{ signal?: AbortSignal }} [options]
 */
export function compare(reports, options) {
  return shared.compare(reports, options);
}

/**
 * A worker must come from the page's own origin. Where this module comes from another, the page's own worker is one line
 * that imports the other's.
 */
function startWorker() {
  const url = new URL(workerUrl, import.meta.url);
  if (url.origin === location.origin) return new Worker(url, { type: "module", name: "banmian" });
  const line = new Blob([`import ${JSON.stringify(url.href)};`], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(line), { type: "module", name: "banmian" });
}
