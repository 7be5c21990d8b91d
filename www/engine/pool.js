/**
 * Several engines for a library of pages. Takes calls as an engine does; each goes to the engine that has the least to do, and
 * what an engine does about stopping and breaking down holds for each by itself. Those who were hired for the rush go when it is over.
 */

/** @import { Report } from "../../src/report.js" */
/** @import { AnalyzeOptions, Engine } from "./engine.js" */

/** More would take memory that a reader's other windows need. */
const MOST = 4;

/** One core is the page's own. @param {number} [cores] where the browser says */
export const poolSize = (cores = 1) => Math.max(1, Math.min(MOST, cores - 1));

export class Pool {
  #Own;
  /** @type {{ engine: Engine, calls: number }[]} */
  #members = [];

  /** @param {new () => Engine} Own @param {number} size how many engines at most */
  constructor(Own, size) {
    this.#Own = Own;
    this.size = size;
  }

  /**
   * @param {string} text
   * @param {AnalyzeOptions} [options]
   * @returns {Promise<Report>}
   */
  async analyze(text, options) {
    const member = this.#leastBusy();
    member.calls++;
    try {
      return await member.engine.analyze(text, options);
    } finally {
      member.calls--;
      this.#dismiss();
    }
  }

  close() {
    for (const { engine } of this.#members.splice(0)) engine.close();
  }

  #leastBusy() {
    const idle = this.#members.find(({ calls }) => calls === 0);
    if (idle) return idle;
    if (this.#members.length < this.size) {
      const member = { engine: new this.#Own(), calls: 0 };
      this.#members.push(member);
      return member;
    }
    return this.#members.reduce((least, member) => (member.calls < least.calls ? member : least));
  }

  /** The first stays for the next page. It is called when promises are answered, by which time the next page may have come. */
  #dismiss() {
    queueMicrotask(() => {
      if (this.#members.every(({ calls }) => calls === 0)) for (const { engine } of this.#members.splice(1)) engine.close();
    });
  }
}
