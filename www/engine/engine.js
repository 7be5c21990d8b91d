/**
 * The analysis as a promise. Takes a text, gives its report; the work is done by a hand, a worker where there can be one.
 * Nothing knows here what kind of worker it is: browser.js and node.js hire them.
 */
import { EngineError } from "./error.js";

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
 * @property {(reason: string) => void} [onFallback] told that there is no worker, so the page's own thread does it; why, in English
 */

/**
 * @typedef {object} Call
 * @property {Task} task
 * @property {boolean} urgent
 * @property {boolean} repeated whether a worker has broken down over it
 * @property {((stage: Stage) => void) | undefined} onProgress
 * @property {((reason: string) => void) | undefined} onFallback
 * @property {(result: any) => void} resolve
 * @property {(error: EngineError) => void} reject
 */

/**
 * Who does the tasks.
 * @typedef {object} Hand
 * @property {(task: Task) => void} post gives it the next task
 * @property {() => void} rest there is none for now
 * @property {() => void} end
 */

/**
 * Who hires hands. `worker` may throw where there are none; `here` is the hand for that case.
 * @typedef {object} Office
 * @property {(heard: Heard) => Hand} worker
 * @property {(heard: Heard) => Promise<Hand>} here
 *
 * @typedef {object} Heard
 * @property {(answer: Answer) => void} answer
 * @property {(cause: string) => void} broke its script did not load or did not run
 */

/**
 * A worker that starts with the first call and serves one call after another. A running analysis cannot be interrupted, so
 * stopping one ends the worker, and the calls that wait go on in a new one. Where a worker breaks down its call is repeated
 * once; where none can start, the page's own thread does the work.
 */
export class Engine {
  #office;
  /** @type {Hand | null} */
  #hand = null;
  /** Counts hands, so that one that was let go is heard no more. */
  #shift = 0;
  /** Whether the hand has said anything. */
  #alive = false;
  /** Why there can be no worker. @type {string | null} */
  #alone = null;
  /** The calls not yet answered; the first is running. @type {Call[]} */
  #calls = [];
  #lastId = 0;

  /** @param {Office} office */
  constructor(office) {
    this.#office = office;
  }

  /**
   * @param {string} text
   * @param {AnalyzeOptions} [options]
   * @returns {Promise<Report>} rejects with an `EngineError` and nothing else
   */
  analyze(text, { lexicon, allThemes, name, ...how } = {}) {
    if (!how.signal?.aborted && typeof text !== "string") return Promise.reject(new EngineError("input"));
    return this.ask({ text, options: { lexicon, allThemes, name } }, how);
  }

  /**
   * The reader waits for it, so it goes before the analyses that are not urgent.
   * @param {Report[]} reports as `analyze` gave them
   * @param {{ signal?: AbortSignal }} [options]
   * @returns {Promise<Comparison>} rejects with an `EngineError` and nothing else
   */
  compare(reports, { signal } = {}) {
    return this.ask({ reports }, { signal, urgent: true });
  }

  /**
   * Starts the worker and loads the module ahead of the first call, after which nothing is fetched any more.
   * @returns {Promise<null>} rejects with an `EngineError` where it cannot be loaded
   */
  prepare() {
    return this.ask({ prepare: true }, { urgent: true });
  }

  /** Ends the worker; calls not yet answered are aborted. The next call starts another. */
  close() {
    this.#end();
    this.#alone = null;
    for (const call of this.#calls.splice(0)) call.reject(new EngineError("aborted"));
  }

  /**
   * Puts any work in the queue; pieces.js asks by it where to cut.
   * @param {Work} work
   * @param {Pick<AnalyzeOptions, "signal" | "urgent" | "onProgress" | "onFallback">} how
   * @returns {Promise<any>}
   */
  ask(work, { signal, urgent = false, onProgress, onFallback }) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new EngineError("aborted"));
      const stop = () => this.#stop(call);
      const release = () => signal?.removeEventListener("abort", stop);
      /** @type {Call} */
      const call = {
        task: { id: ++this.#lastId, ...work },
        urgent,
        repeated: false,
        onProgress,
        onFallback,
        resolve: (result) => (release(), resolve(result)),
        reject: (error) => (release(), reject(error)),
      };
      signal?.addEventListener("abort", stop);
      this.#queue(call);
      if (this.#calls.length === 1) this.#next();
    });
  }

  /**
   * The first call is running and stays first.
   * @param {Call} call
   */
  #queue(call) {
    const place = call.urgent ? this.#calls.findIndex((other, index) => index > 0 && !other.urgent) : -1;
    this.#calls.splice(place < 0 ? this.#calls.length : place, 0, call);
  }

  /** Gives the hand the first call. */
  #next() {
    const [call] = this.#calls;
    if (!call) return this.#hand?.rest();
    if (this.#alone !== null) return void this.#byItself(call, this.#alone);
    try {
      this.#hand ??= this.#office.worker(this.#heard());
      this.#hand.post(call.task);
    } catch (error) {
      if (this.#alive) this.#fail(new EngineError("crashed", { cause: error }));
      else this.#fallBack(String(error));
    }
  }

  /** @returns {Heard} */
  #heard() {
    const shift = ++this.#shift;
    const now = () => shift === this.#shift;
    return {
      answer: (answer) => now() && this.#answered(answer),
      // A worker answers its own failures; what comes here is a script that did not load, or one that was killed.
      broke: (cause) => {
        if (!now()) return;
        if (this.#alive) this.#fail(new EngineError("crashed", { cause }));
        else this.#fallBack(cause);
      },
    };
  }

  /** @param {string} reason */
  #fallBack(reason) {
    this.#end();
    this.#alone = reason;
    this.#next();
  }

  /**
   * @param {Call} call
   * @param {string} reason
   */
  async #byItself(call, reason) {
    if (!this.#hand) {
      const heard = this.#heard();
      const shift = this.#shift;
      try {
        const hand = await this.#office.here(heard);
        if (shift !== this.#shift) return;
        this.#hand = hand;
      } catch (error) {
        if (shift !== this.#shift) return;
        // Then it was the network that failed, and a worker may do better next time.
        this.#alone = null;
        return this.#fail(new EngineError("load", { cause: error }));
      }
    }
    call.onFallback?.(reason);
    this.#hand.post(call.task);
  }

  /** @param {Answer} answer */
  #answered(answer) {
    this.#alive = true;
    const [call] = this.#calls;
    if ("ready" in answer || answer.id !== call?.task.id) return;
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
   * Ends the running call without a report, or repeats it where the fault may have been the worker's.
   * @param {EngineError} error
   */
  #fail(error) {
    if (["crashed", "load", "policy"].includes(error.code)) this.#end();
    const [call] = this.#calls;
    if (call && error.code === "crashed" && !call.repeated) call.repeated = true;
    else this.#calls.shift()?.reject(error);
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
    this.#shift++;
    this.#alive = false;
    this.#hand?.end();
    this.#hand = null;
  }
}
