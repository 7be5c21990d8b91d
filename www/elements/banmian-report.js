import { LitElement, html, nothing } from "lit";
import { cache } from "lit/directives/cache.js";
import { Speaker } from "../language/say.js";
import { reportStyle } from "../styles/report.js";
import { controls, tokens } from "../styles/tokens.js";
import "./banmian-masthead.js";
import "./banmian-reading.js";
import "./banmian-search.js";
import { byQuery, mentioned } from "./chosen.js";
import { define } from "./define.js";
import { NOTHING_LIT, inputRange, litBy } from "./hits.js";
import { Later } from "./later.js";
import { ARTICLE_PARTS } from "./parts.js";
import { LOADED_LATER, viewTabs } from "./views.js";

/** @import { Report } from "../../src/report.js" */
/** @import { BanmianReading, Width } from "./banmian-reading.js" */
/** @import { BanmianCompare } from "./compare/banmian-compare.js" */
/** @import { Chosen } from "./chosen.js" */
/** @import { Lit } from "./hits.js" */
/** @import { View } from "./views.js" */
/** @import { DatedPage } from "../pictures/over-time.js" */
/** @import { Place } from "../pictures/picture.js" */

/**
 * A report to read, in several views: masthead, search, and what is lit, joined so that a theme, a name or a search
 * lights its places and lists them, and each of them leads to the text.
 *
 * @fires {CustomEvent<{ key: string, kind: string, article: string | null, start: number, end: number, verdict: string }>} banmian-review - what the reader says of a place that is to be checked
 * @csspart page - the sheet everything lies on
 */
export class BanmianReport extends LitElement {
  static properties = {
    /** The report. */
    report: { attribute: false },
    /** The text that was analysed. */
    input: { attribute: false },
    /** Pages to be seen together with this one, with their dates; see pictures/over-time.js. */
    pages: { attribute: false },
    /** Whether it lies on a desk that hears of corrections, and of the key that leads to the search. */
    desk: { type: Boolean },
    /** Keys of places that the reader has accepted. */
    accepted: { attribute: false },
    width: { state: true },
    view: { state: true },
    query: { state: true },
    chosen: { state: true },
    step: { state: true },
    listing: { state: true },
  };

  static styles = [tokens, controls, reportStyle];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Report | null} */
    this.report = null;
    this.input = "";
    /** @type {DatedPage[]} */
    this.pages = [];
    this.desk = false;
    /** @type {ReadonlySet<string>} */
    this.accepted = new Set();
    /** @type {Width} */
    this.width = "wide";
    /** @type {View} */
    this.view = "read";
    this.query = "";
    /** @type {Chosen | null} */
    this.chosen = null;
    /** Which hit was visited last; -1 before the first. */
    this.step = -1;
    /** Whether the hits are listed. */
    this.listing = true;
  }

  #later = new Later(this, LOADED_LATER);
  /** @type {Lit} */
  #lit = NOTHING_LIT;
  /** @type {ReadonlySet<string>} */
  #litArticles = new Set();
  #observer = new ResizeObserver(([{ contentRect }]) => this.#measure(contentRect.width));

  connectedCallback() {
    super.connectedCallback();
    this.#measure(this.getBoundingClientRect().width);
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  /** @param {number} width in CSS pixels; 0 while hidden */
  #measure(width) {
    if (width > 0) this.width = width < 680 ? "narrow" : width < 1320 ? "medium" : "wide";
  }

  /** The head is set in one task and the view in the next, so that neither keeps a hand waiting. */
  firstUpdated() {
    setTimeout(() => this.requestUpdate());
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("report") && this.report) {
      this.query = "";
      this.#choose(null);
    }
    if (changed.has("chosen")) {
      const hits = this.chosen?.hits ?? [];
      this.#lit = hits.length > 0 ? litBy(hits) : NOTHING_LIT;
      this.#litArticles = new Set(hits.flatMap(({ article }) => article ?? []));
    }
  }

  /**
   * Brings a place of the text into sight: an article, a range in it, or a range that belongs to none.
   * @param {{ article: string | null, start?: number, end?: number }} place
   */
  async reveal(place) {
    if (this.view !== "compare") this.view = "read";
    await this.updateComplete;
    this.requestUpdate();
    await this.updateComplete;
    await /** @type {BanmianReading | BanmianCompare | null} */ (this.renderRoot.querySelector("banmian-reading, banmian-compare"))?.reveal(place);
  }

  /** Puts the focus into the search. */
  search() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("banmian-search"))?.focus();
  }

  render() {
    const { report } = this;
    if (!report) return nothing;
    return html`<div
      class="page ${this.width}"
      part="page"
      @banmian-jump=${this.#onJump}
      @banmian-open=${this.#hear(this.reveal)}
      @banmian-choose-theme=${this.#hear(this.#light)}
      @banmian-choose-entity=${this.#hear(this.#light)}
      @banmian-search=${this.#hear(({ query }) => (this.#finding = this.#find(query)))}
      @banmian-step=${this.#hear(this.#walk)}
      @banmian-hit=${this.#hear(this.#go)}
      @banmian-unlight=${this.#hear(() => this.#light({ id: null }))}
      @keydown=${this.#onKey}
    >
      <banmian-masthead .report=${report}></banmian-masthead>
      <div class="views">
        ${viewTabs(this.view, (view) => (this.view = view))}
        <banmian-search .query=${this.query} ?slash=${this.desk}></banmian-search>
      </div>
      <div role="tabpanel" id="view" aria-labelledby=${`view-${this.view}`}>${this.hasUpdated ? cache(this.#view(report)) : nothing}</div>
    </div>`;
  }

  /** A view that is left keeps its state. @param {Report} report */
  #view(report) {
    if (this.view === "read") return this.#reading(report);
    return html`${this.#later.part(this.view, () =>
        this.view === "compare"
          ? html`<banmian-compare .report=${report} .input=${this.input} .lit=${this.#lit}></banmian-compare>`
          : html`<banmian-pictures .report=${report} .input=${this.input} .pages=${this.pages}></banmian-pictures>`,
      )}
      <div class="dock">${this.#dock(report)}</div>`;
  }

  /** @param {Report} report */
  #reading(report) {
    return html`<banmian-reading
      exportparts=${ARTICLE_PARTS}
      .report=${report}
      .input=${this.input}
      .width=${this.width}
      .lit=${this.#lit}
      .litArticles=${this.#litArticles}
      .chosen=${this.chosen?.id ?? null}
      .accepted=${this.accepted}
      ?desk=${this.desk}
    >${this.#dock(report)}</banmian-reading>`;
  }

  /** @param {Report} report */
  #dock(report) {
    const { chosen } = this;
    if (!chosen) return nothing;
    void this.#later.ask("places");
    return html`<banmian-concordance
      slot="dock"
      .name=${chosen.name}
      .hits=${chosen.hits}
      .articles=${report.articles}
      .entities=${chosen.entities}
      .themes=${chosen.themes}
      .step=${this.step}
      ?open=${this.listing}
    ></banmian-concordance>`;
  }

  /** A place of another page is the desk's to open. @param {CustomEvent<Place>} event */
  async #onJump(event) {
    const { id, page } = event.detail;
    if (page !== undefined && this.pages[page]?.report !== this.report) return;
    event.stopPropagation();
    if (id) this.#light({ id });
    await this.reveal(event.detail);
  }

  /**
   * Answers an event that is meant for this element and for none above it.
   * @param {(detail: any) => unknown} answer
   */
  #hear(answer) {
    return (/** @type {CustomEvent} */ event) => {
      event.stopPropagation();
      void answer.call(this, event.detail);
    };
  }

  /** @param {Chosen | null} chosen */
  #choose(chosen) {
    this.chosen = chosen;
    this.step = -1;
  }

  /** @param {{ id: string | null }} detail of a theme or an entity */
  #light({ id }) {
    this.query = "";
    this.listing = this.width !== "narrow";
    this.#choose(this.report && mentioned(this.report, this.input, id));
  }

  /** The last search, while it is under way. @type {Promise<void>} */
  #finding = Promise.resolve();

  /** @param {string} query */
  async #find(query) {
    this.query = query;
    const { report } = this;
    const found = report && (await byQuery(report, query));
    if (report !== this.report || query !== this.query) return;
    this.listing = true;
    this.#choose(found);
  }

  /** @param {{ way: 1 | -1 }} detail */
  async #walk({ way }) {
    await this.#finding;
    const count = this.chosen?.hits.length ?? 0;
    if (count > 0) this.#go({ index: this.step < 0 && way < 0 ? count - 1 : (this.step + way + count) % count });
  }

  /** @param {{ index: number }} detail */
  #go({ index }) {
    const hit = this.chosen?.hits[index];
    if (!hit) return;
    this.step = index;
    if (this.width === "narrow") this.listing = false;
    void this.reveal({ article: hit.article, ...inputRange(hit, this.input) });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === "Escape" && this.chosen) this.#light({ id: null });
  }
}

define("banmian-report", BanmianReport);
