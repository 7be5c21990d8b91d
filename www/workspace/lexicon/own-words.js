/**
 * The reader's words on the desk: kept in this browser, given to the engine, and what their last change did to the page
 * that was seen last.
 */
import { effectOf } from "./effect.js";
import { engineWords, formatLexicon, withWords } from "./table.js";
import { saveWords, savedWords } from "./words.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Report } from "../../../src/report.js" */
/** @import { Effect } from "./effect.js" */
/** @import { WordKind } from "./table.js" */

export class OwnWords {
  /** The lexicon as its text. */
  text = savedWords();
  /** The same for the engine. */
  forEngine = engineWords(this.text);
  /** What the last change did. @type {Effect | null} */
  effect = null;
  #host;
  /** The report before the last change. @type {Report | null} */
  #before = null;

  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * Another lexicon, for every page that is looked at from now on.
   * @param {string} text
   * @param {Report | null} report on the page seen last, as it is now
   */
  change(text, report) {
    this.#before = report ?? this.#before;
    this.effect = null;
    this.text = text;
    this.forEngine = engineWords(text);
    saveWords(text);
    this.#host.requestUpdate();
  }

  /**
   * More words beside those that are there.
   * @param {string} lexicon
   * @param {Report | null} report on the page seen last
   */
  add(lexicon, report) {
    this.change(withWords(this.text, lexicon), report);
  }

  /**
   * A page was analysed again.
   * @param {Report} report
   * @param {boolean} seen whether it is the page seen last
   */
  compare(report, seen) {
    if (this.#before && seen) this.effect = effectOf(this.#before, report);
    this.#before = null;
    this.#host.requestUpdate();
  }
}

/**
 * A lexicon of one word.
 * @param {{ words: string, type: string, name: string }} word
 */
export const oneWord = ({ words, type, name }) => formatLexicon([{ name: "", on: true, rows: [{ word: words, kind: /** @type {WordKind} */ (type), name }] }]);
