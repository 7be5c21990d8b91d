import { LitElement, css, html, nothing } from "lit";
import { cache } from "lit/directives/cache.js";
import { analyze } from "../engine/client.js";
import { Follower } from "../language/follow.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import "./banmian-progress.js";
import { ARTICLE_PARTS } from "./banmian-reading.js";
import "./banmian-report.js";
import { textOf } from "./host-text.js";

/** @import { Report } from "../../src/report.js" */

/**
 * Reads the text of a newspaper page and shows its articles, tags and themes.
 *
 * The text comes from the property `text`, else from the element that `for` names, else from the slot; it is analysed
 * when it arrives and again when it changes. Nothing leaves the browser.
 *
 * @slot - the text of the page, if neither `text` nor `for` gives it
 * @fires {CustomEvent<Report>} banmian-report - the analysis is done; `detail` is the report
 * @fires {CustomEvent<{ code: string, message: string }>} banmian-error - it could not be done, or was cancelled; `message` is for the reader
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
    /** Pages that are seen together, this one among them: `{ name, date, report }` each. */
    pages: { attribute: false },
    /** Whether it lies on a desk that hears of corrections (`banmian-review`) and has the keyboard to itself. */
    desk: { type: Boolean },
    /** Keys of places in the report that the reader has accepted, as `banmian-review` gave them. */
    accepted: { attribute: false },
    phase: { state: true },
    stage: { state: true },
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
    /** @type {{ name: string, date: string | null, report: Report }[]} */
    this.pages = [];
    this.desk = false;
    /** @type {ReadonlySet<string>} */
    this.accepted = new Set();
    /** @type {"idle" | "running" | "done" | "error"} */
    this.phase = "idle";
    this.stage = "";
  }

  /** @type {Report | null} */
  #report = null;
  #input = "";
  #message = "";
  /** @type {AbortController | null} */
  #run = null;

  /** The last report, or null. */
  get report() {
    return this.#report;
  }

  /** The text that the offsets of the last report count in. */
  get input() {
    return this.#input;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#run?.abort();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const given = (changed.has("text") || changed.has("for")) && (this.text !== null || this.for);
    const asked = ["themes", "allThemes", "lexicon"].some((one) => changed.has(one)) && this.phase !== "idle";
    if (given || asked) void this.analyze();
  }

  /**
   * Analyses the text anew; needed only where the text of another element has changed.
   * @returns {Promise<Report | null>} null where it failed or was overtaken by a later call
   */
  async analyze() {
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    const text = this.#source() ?? "";
    if (text.trim() === "") return this.#fail("empty", say`没有可分析的文字。`);
    this.phase = "running";
    this.stage = "";
    try {
      const report = await analyze(text, {
        name: this.name ?? undefined,
        lexicon: this.#words(),
        allThemes: this.allThemes,
        signal: run.signal,
        onProgress: (/** @type {string} */ stage) => {
          if (this.#run === run) this.stage = stage;
        },
      });
      if (this.#run !== run) return null;
      return this.#finish(text, report);
    } catch (error) {
      if (this.#run !== run) return null;
      const { code = "failed", message = say`分析没有完成。` } = /** @type {{ code?: string, message?: string }} */ (error);
      return this.#fail(code, message);
    }
  }

  /** Stops the analysis that runs, if any. */
  cancel() {
    this.#run?.abort();
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
    if (this.phase === "running") {
      return html`<banmian-progress .stage=${this.stage} @banmian-cancel=${this.#onCancel}></banmian-progress>`;
    }
    if (this.phase === "error") {
      return html`<div class="error" part="error" role="alert">
        <p>${this.#message}</p>
        <button class="button" part="button" type="button" @click=${this.analyze}>${say`再试一次`}</button>
      </div>`;
    }
    if (this.phase === "done") {
      return html`<banmian-report
        exportparts=${`page, ${ARTICLE_PARTS}`}
        .report=${this.#report}
        .input=${this.#input}
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
    if (this.text === null && !this.for && this.#source() !== null) void this.analyze();
  }

  /** The text to analyse, or null where none has been given. */
  #source() {
    if (this.text !== null) return this.text;
    if (this.for) {
      const host = /** @type {Document | ShadowRoot} */ (this.getRootNode()).getElementById(this.for);
      return host ? textOf(host) : "";
    }
    const slotted = [...this.childNodes].map(textOf).join("");
    return slotted.trim() === "" ? null : slotted;
  }

  /** The lexicon with the lines that `themes` adds to it. */
  #words() {
    const themes = (this.themes ?? "").split(/[,，、]/).map((word) => word.trim()).filter(Boolean);
    const lines = [this.lexicon?.trim(), ...themes.map((word) => `${word},theme`)].filter(Boolean);
    return lines.length > 0 ? `${lines.join("\n")}\n` : undefined;
  }

  /**
   * @param {string} text
   * @param {Report} report
   */
  #finish(text, report) {
    this.#input = text;
    this.#report = report;
    this.phase = "done";
    this.#send("banmian-report", report);
    return report;
  }

  /**
   * @param {string} code
   * @param {string} message
   */
  #fail(code, message) {
    this.#message = message;
    this.phase = "error";
    this.#send("banmian-error", { code, message });
    return null;
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("banmian-analyzer", BanmianAnalyzer);
