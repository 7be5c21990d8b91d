import { LitElement, css, html, nothing } from "lit";
import { cache } from "lit/directives/cache.js";
import { Follower } from "../language/follow.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { Analysis } from "./analysis.js";
import { define } from "./define.js";
import { ARTICLE_PARTS } from "./parts.js";

/** @import { Report } from "../../src/report.js" */

/**
 * Reads the text of a newspaper page and shows its articles, tags and themes.
 *
 * The text comes from the property `text`, else from the element that `for` names, else from the slot; it is analysed
 * when it arrives and again when it changes. A text that stands in the page waits until the reader comes near, and until
 * then nothing is loaded. Nothing leaves the browser.
 *
 * @tagname banmian-analyzer
 * @slot - the text of the page, if neither `text` nor `for` gives it
 * @fires {CustomEvent<Report>} banmian-report - the analysis is done; `detail` is the report
 * @fires {CustomEvent<{ code: string, message: string }>} banmian-error - it could not be done, or was cancelled; `message` is for the reader
 * @fires {CustomEvent<{ reason: string }>} banmian-fallback - no worker may start here, so the page's own thread does the work
 * @fires {CustomEvent<{ key: string, kind: string, article: string | null, start: number, end: number, verdict: "accept" | "change" | "reopen" }>} banmian-review - with `desk`: what the reader says of a place that is to be checked
 * @csspart page - the sheet with the report
 * @csspart title - 主题; also kicker, subtitle, headline, dateline, name
 * @csspart body - the paragraphs of an article; also paragraph, heading, caption, note, credit, foot
 * @csspart error - the message when there is no report
 * @csspart button - buttons of the message
 * @cssproperty --banmian-paper - background of the page around the sheet
 * @cssproperty --banmian-sheet - background of the sheet
 * @cssproperty --banmian-ink - text
 * @cssproperty --banmian-soft-ink - lesser text
 * @cssproperty --banmian-rule - thin rules
 * @cssproperty --banmian-edge - borders of controls
 * @cssproperty --banmian-accent - the one strong colour
 * @cssproperty --banmian-on-accent - text on it
 * @cssproperty --banmian-wash - background of what is chosen
 * @cssproperty --banmian-lit - background of lit mentions
 * @cssproperty --banmian-person - underline of people; also -organization, -place, -date, -work, -term
 * @cssproperty --banmian-headline-font - font of headlines
 * @cssproperty --banmian-text-font - font of paragraphs
 * @cssproperty --banmian-ui-font - font of everything else
 * @cssproperty --banmian-text-size - size of paragraphs
 * @cssproperty --banmian-sticky-top - height of what the host keeps at the top of the window
 */
export class BanmianAnalyzer extends LitElement {
  static properties = {
    /** The text of the page. */
    text: { attribute: false },
    /** Id of the element whose text is the page, in the same document or shadow tree. */
    for: {},
    /** Name of the page, shown where it has no masthead. */
    name: {},
    /** Themes to look for, separated by commas. */
    themes: {},
    /** Whether those of them that stand nowhere are reported too. */
    allThemes: { type: Boolean, attribute: "all-themes" },
    /** The host's own words: lines of `word,kind` or `word,kind,name`. */
    lexicon: { attribute: false },
    /** `eager` reads a text that stands in the page at once, `lazy` when the reader comes near. */
    loading: {},
    /** Pages that are seen together, this one among them: `{ name, date, report }` each. */
    pages: { attribute: false },
    /** Whether it lies on a desk that hears of corrections (`banmian-review`) and has the keyboard to itself. */
    desk: { type: Boolean },
    /** Keys of places in the report that the reader has accepted, as `banmian-review` gave them. */
    accepted: { attribute: false },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; }
      .error { padding: 2rem 1rem; text-align: center; line-height: 1.8; background: var(--_sheet); border: 1px solid var(--_rule); }
      .error p { color: var(--_accent); margin-bottom: 0.8rem; overflow-wrap: anywhere; }
      .source { display: none; }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    new Follower(this);
    /** @type {string | null} */
    this.text = null;
    /** @type {string | null} */
    this.for = null;
    /** @type {string | null} */
    this.name = null;
    /** @type {string | null} */
    this.themes = null;
    this.allThemes = false;
    /** @type {string | null} */
    this.lexicon = null;
    /** @type {"lazy" | "eager"} */
    this.loading = "lazy";
    /** @type {{ name: string, date: string | null, report: Report }[]} */
    this.pages = [];
    this.desk = false;
    /** @type {ReadonlySet<string>} */
    this.accepted = new Set();
  }

  #analysis = new Analysis(this, () => import("./shown.js"));

  /** The last report, or null. */
  get report() {
    return this.#analysis.report;
  }

  /** The text that the offsets of the last report count in. */
  get input() {
    return this.#analysis.input;
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  updated(changed) {
    this.#analysis.changed(changed);
  }

  /**
   * Analyses the text anew; needed only where the text of another element has changed.
   * @returns {Promise<Report | null>} null where it failed or was overtaken by a later call
   */
  analyze() {
    return this.#analysis.run();
  }

  /** Stops the analysis that runs, if any. */
  cancel() {
    this.#analysis.cancel();
  }

  /**
   * Brings a place of the text into sight.
   * @param {{ article: string | null, start?: number, end?: number }} place
   */
  async reveal(place) {
    await this.updateComplete;
    await /** @type {import("./banmian-report.js").BanmianReport | null} */ (this.renderRoot.querySelector("banmian-report"))?.reveal(place);
  }

  render() {
    return html`${cache(this.#view())}<div class="source"><slot @slotchange=${this.#onSlot}></slot></div>`;
  }

  /** The report stays as the reader left it while the text is analysed again. */
  #view() {
    const { phase, stage, message, report, input } = this.#analysis;
    if (phase === "running") {
      return html`<banmian-progress .stage=${stage} @banmian-cancel=${this.#onCancel}></banmian-progress>`;
    }
    if (phase === "error") {
      return html`<div class="error" part="error" role="alert">
        <p>${message}</p>
        <button class="button" part="button" type="button" @click=${this.analyze}>${say`再试一次`}</button>
      </div>`;
    }
    if (phase === "done") {
      return html`<banmian-report
        exportparts=${`page, ${ARTICLE_PARTS}`}
        .report=${report}
        .input=${input}
        .pages=${this.pages}
        ?desk=${this.desk}
        .accepted=${this.accepted}
        @banmian-review=${this.#onReview}
      ></banmian-report>`;
    }
    return nothing;
  }

  /** What is accepted is kept here; a desk may keep it as well. @param {CustomEvent<{ key: string, verdict: string }>} event */
  #onReview({ detail: { key, verdict } }) {
    const accepted = new Set(this.accepted);
    if (verdict === "accept") accepted.add(key);
    else accepted.delete(key);
    this.accepted = accepted;
  }

  /** @param {Event} event */
  #onCancel(event) {
    event.stopPropagation();
    this.cancel();
  }

  #onSlot() {
    this.#analysis.slotted();
  }
}

define("banmian-analyzer", BanmianAnalyzer);
