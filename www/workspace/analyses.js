/**
 * Which pages of the desk are analysed when, with the reader's own words: the page in sight first, then the new ones in their
 * order. What a report says of its page goes into the library.
 */
import { say } from "../language/say.js";
import { together } from "../pictures/together.js";
import { corrected } from "./corrections/correct.js";
import { standing } from "./corrections/log.js";
import { OwnWords } from "./lexicon/own-words.js";
import { factsOf } from "./pages.js";
import { Work } from "./work.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Report } from "../../src/report.js" */
/** @import { PageState } from "./banmian-page-tabs.js" */
/** @import { Library } from "./library/library.js" */
/** @import { OpenPages } from "./open-pages.js" */
/** @import { Page } from "./pages.js" */

export class Analyses {
  words;
  #host;
  #library;
  #desk;
  #tell;
  #work;
  /** New pages whose turn has not come. @type {string[]} */
  #queue = [];
  #paused = false;
  #together = /** @type {typeof together<string>} */ (together)();

  /**
   * @param {ReactiveControllerHost} host
   * @param {{ library: Library, desk: OpenPages, tell: (notice: string) => void }} around
   */
  constructor(host, { library, desk, tell }) {
    this.#host = host;
    this.words = new OwnWords(host);
    this.#work = new Work(host, (page, report) => this.#onReport(page, report));
    this.#library = library;
    this.#desk = desk;
    this.#tell = tell;
  }

  /** Whether the new pages wait: the list of them is being drawn, and no worker is to take the processor meanwhile. @param {boolean} paused */
  set paused(paused) {
    this.#paused = paused;
    this.#host.requestUpdate();
  }

  /** How many pages wait for their first analysis. */
  get waiting() {
    return this.#queue.length;
  }

  /** Has pages analysed that never were. @param {Page[]} pages */
  queue(pages) {
    this.#queue.push(...pages.map(({ id }) => id));
  }

  /** Begins what can be begun. To be called before the desk is drawn. */
  attend() {
    const { active, seen } = this.#desk;
    const page = this.#library.get(active === "lexicon" ? seen[0] : active);
    if (page && page.message === "") this.#work.attend(page, this.words.forEngine, { urgent: true });
    while (!this.#paused && !this.#work.full && this.#queue.length > 0) {
      const next = this.#library.get(/** @type {string} */ (this.#queue.shift()));
      if (next && next.facts === null) this.#work.attend(next, this.words.forEngine, { urgent: false });
    }
  }

  /** The run that is under way on a page or has failed. @param {string} id */
  runOf(id) {
    return this.#work.runOf(id);
  }

  /** @param {Page} page @returns {PageState} */
  stateOf({ id, message }) {
    if (message) return "unread";
    return this.#work.runOf(id)?.state ?? (this.#queue.includes(id) ? "waiting" : "done");
  }

  /** Stops the analysis of a page. @param {string} id */
  cancel(id) {
    this.#work.cancel(id);
  }

  /** Analyses again what failed. @param {string} id */
  retry(id) {
    this.#work.retry(id);
  }

  /** Lets go of what is known of pages. @param {string[]} ids */
  drop(ids) {
    for (const id of ids) this.#work.drop(id);
  }

  /** The report on a page as it is now. @param {Page} page */
  reportOf(page) {
    return this.#work.reportOf(page, this.words.forEngine);
  }

  /** Another lexicon for all pages. @param {string} text */
  changeWords(text) {
    this.words.change(text, this.#last);
  }

  /** More words beside those that are there. @param {string} lexicon */
  addWords(lexicon) {
    this.words.add(lexicon, this.#last);
  }

  forgetWords() {
    this.words.change("", null);
  }

  /** The report on the page seen last. */
  get #last() {
    const page = this.#library.get(this.#desk.seen[0]);
    return page ? this.reportOf(page) : null;
  }

  /** The open pages of which there is a report, as corrected and with their dates. */
  get known() {
    const pages = this.#desk.ids.flatMap((id) => this.#library.get(id) ?? []);
    return this.#together(pages.map((page) => ({ id: page.id, name: page.name, report: this.#correctedOf(page) })));
  }

  /** @param {Page} page */
  #correctedOf(page) {
    const report = this.reportOf(page);
    return report && corrected(report, page.text, standing(page.log)).report;
  }

  /**
   * @param {Page} page
   * @param {Report} report
   */
  #onReport({ id, text }, report) {
    const page = this.#library.get(id);
    if (!page || page.text !== text) return;
    const facts = factsOf(corrected(report, text, standing(page.log)).report);
    if (JSON.stringify(facts) !== JSON.stringify(page.facts)) this.#library.change(id, { facts, at: page.at });
    this.words.compare(report, id === this.#desk.seen[0]);
    if (id === this.#desk.active) this.#tell(facts.articles > 0 ? say`分析完成，分出 ${facts.articles} 篇稿件。` : say`分析完成，没有分出稿件。`);
  }
}
