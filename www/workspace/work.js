/**
 * The analyses of the desk: the page in sight first, then those that are new, on several cores where there are.
 *
 * Reports are kept for the pages seen last and made again for others, so that a library of any size costs the same.
 */
import { turn } from "../elements/turn.js";
import { Engine } from "../engine/client.js";
import { Pool, poolSize } from "../engine/pool.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Report } from "../../src/report.js" */
/** @import { Page } from "./pages.js" */

/** Reports that are kept. */
const KEPT = 6;

/** @typedef {{ state: "running" | "failed", stage: string, message: string, text: string, lexicon: string, stop: AbortController }} Run */

/** @implements {ReactiveController} */
export class Work {
  #host;
  #pool = new Pool(Engine, poolSize(navigator.hardwareConcurrency));
  #onReport;
  /** @type {Map<string, Run>} */
  #runs = new Map();
  /** Those used last come last. @type {Map<string, { text: string, lexicon: string, report: Report }>} */
  #reports = new Map();

  /**
   * @param {ReactiveControllerHost} host
   * @param {(page: Page, report: Report) => void} onReport
   */
  constructor(host, onReport) {
    this.#host = host;
    this.#onReport = onReport;
    host.addController(this);
  }

  hostDisconnected() {
    this.#pool.close();
  }

  /**
   * The report on a page as it is now.
   * @param {Page} page
   * @param {string} lexicon
   * @returns {Report | null}
   */
  reportOf({ id, text }, lexicon) {
    const known = this.#reports.get(id);
    return known?.text === text && known.lexicon === lexicon ? known.report : null;
  }

  /** @param {string} id */
  runOf(id) {
    return this.#runs.get(id) ?? null;
  }

  /** Whether as many pages are being analysed as can be at once. */
  get full() {
    return [...this.#runs.values()].filter(({ state }) => state === "running").length >= this.#pool.size;
  }

  /**
   * Sees that there is a report on a page, or that one is being made.
   * @param {Page} page
   * @param {string} lexicon
   * @param {{ urgent: boolean }} way
   */
  attend(page, lexicon, { urgent }) {
    const { id, text } = page;
    if (this.reportOf(page, lexicon)) {
      const known = this.#reports.get(id);
      this.#reports.delete(id);
      if (known) this.#reports.set(id, known);
      return;
    }
    const run = this.#runs.get(id);
    if (run?.text === text && run.lexicon === lexicon) return;
    run?.stop.abort();
    void this.#analyse(page, lexicon, urgent);
  }

  /** Analyses again what failed. @param {string} id */
  retry(id) {
    this.#runs.delete(id);
    this.#host.requestUpdate();
  }

  /** @param {string} id */
  cancel(id) {
    this.#runs.get(id)?.stop.abort();
  }

  /** @param {string} id */
  drop(id) {
    const run = this.#runs.get(id);
    this.#runs.delete(id);
    this.#reports.delete(id);
    run?.stop.abort();
  }

  /**
   * @param {Page} page
   * @param {string} lexicon
   * @param {boolean} urgent
   */
  async #analyse(page, lexicon, urgent) {
    const { id, text, name, isFile } = page;
    /** @type {Run} */
    const run = { state: "running", stage: "", message: "", text, lexicon, stop: new AbortController() };
    this.#runs.set(id, run);
    this.#host.requestUpdate();
    const isCurrent = () => this.#runs.get(id)?.stop === run.stop;
    try {
      const report = await this.#pool.analyze(text, {
        name: isFile ? name : undefined,
        lexicon: lexicon.trim() === "" ? undefined : lexicon,
        signal: run.stop.signal,
        urgent,
        onProgress: (stage) => {
          if (isCurrent()) this.#show(id, { stage });
        },
      });
      // Of the page in sight: to unpack it was a task; to show it is another, and to enter in the library what it says a third. In a
      // rush of others the next page has to come at once, or the pool sends its workers home.
      if (urgent) await turn();
      if (!isCurrent()) return;
      this.#runs.delete(id);
      this.#keep(id, { text, lexicon, report });
      if (urgent) {
        this.#host.requestUpdate();
        await turn();
      }
      this.#onReport(page, report);
    } catch (error) {
      if (isCurrent()) this.#show(id, { state: "failed", message: error instanceof Error ? error.message : "" });
    }
    this.#host.requestUpdate();
  }

  /**
   * The run anew: who shows it sees by that that it has changed.
   * @param {string} id
   * @param {Partial<Run>} fields
   */
  #show(id, fields) {
    const run = this.#runs.get(id);
    if (run) this.#runs.set(id, { ...run, ...fields });
    this.#host.requestUpdate();
  }

  /**
   * @param {string} id
   * @param {{ text: string, lexicon: string, report: Report }} made
   */
  #keep(id, made) {
    this.#reports.delete(id);
    this.#reports.set(id, made);
    for (const oldest of this.#reports.keys()) {
      if (this.#reports.size <= KEPT) break;
      this.#reports.delete(oldest);
    }
  }
}
