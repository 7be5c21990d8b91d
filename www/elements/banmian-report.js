import { LitElement, html, nothing } from "lit";
import { Speaker, say } from "../language/say.js";
import { reportStyle } from "../styles/report.js";
import { controls, tokens } from "../styles/tokens.js";
import "./banmian-concordance.js";
import "./banmian-masthead.js";
import { ARTICLE_PARTS } from "./banmian-reading.js";
import "./banmian-search.js";
import { byQuery, mentioned } from "./chosen.js";
import { NOTHING_LIT, inputRange, litBy } from "./hits.js";
import { toReview } from "./review.js";
import { Slash } from "./slash.js";
import { tabKeys } from "./tabs.js";
import { LOADED_LATER, views } from "./views.js";

/** @import { Evidence, Report } from "../../src/report.js" */
/** @import { BanmianReading, Width } from "./banmian-reading.js" */
/** @import { BanmianCompare } from "./compare/banmian-compare.js" */
/** @import { Chosen } from "./chosen.js" */
/** @import { Lit } from "./hits.js" */
/** @import { Item } from "./review.js" */
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
    /** Whether it lies on a desk that hears of corrections, and has the keyboard to itself. */
    desk: { type: Boolean },
    /** Keys of places that the reader has accepted. */
    accepted: { attribute: false },
    width: { state: true },
    view: { state: true },
    query: { state: true },
    chosen: { state: true },
    step: { state: true },
    listing: { state: true },
    loading: { state: true },
    failed: { state: true },
  };

  static styles = [tokens, controls, reportStyle];

  constructor() {
    super();
    new Speaker(this);
    new Slash(this, () => /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("banmian-search"))?.focus());
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
    /** Whether the view in sight is on its way. */
    this.loading = false;
    this.failed = false;
  }

  /** @type {Item[]} */
  #items = [];
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

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("report") && this.report) {
      this.#items = toReview(this.report, this.input);
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
    await /** @type {BanmianReading | BanmianCompare | null} */ (this.renderRoot.querySelector("banmian-reading, banmian-compare"))?.reveal(place);
  }

  render() {
    const { report } = this;
    if (!report) return nothing;
    return html`<div
      class="page ${this.width}"
      part="page"
      @banmian-jump=${this.#onJump}
      @banmian-open=${(/** @type {CustomEvent<Evidence>} */ event) => this.#heard(event, this.reveal)}
      @banmian-choose-theme=${(/** @type {CustomEvent<{ id: string | null }>} */ event) => this.#heard(event, this.#light)}
      @banmian-choose-entity=${(/** @type {CustomEvent<{ id: string | null }>} */ event) => this.#heard(event, this.#light)}
      @banmian-search=${(/** @type {CustomEvent<{ query: string }>} */ event) => this.#heard(event, ({ query }) => (this.#finding = this.#find(query)))}
      @banmian-step=${(/** @type {CustomEvent<{ way: 1 | -1 }>} */ event) => this.#heard(event, this.#walk)}
      @banmian-hit=${(/** @type {CustomEvent<{ index: number }>} */ event) => this.#heard(event, this.#go)}
      @banmian-unlight=${(/** @type {CustomEvent<void>} */ event) => this.#heard(event, this.#unlight)}
      @banmian-review=${this.#onReview}
      @keydown=${this.#onKey}
    >
      <banmian-masthead .report=${report}></banmian-masthead>
      <div class="views">
        ${this.#tabs()}
        <banmian-search .query=${this.query} ?slash=${this.desk}></banmian-search>
      </div>
      <div role="tabpanel" id="view" aria-labelledby=${`view-${this.view}`}>${this.#view(report)}</div>
    </div>`;
  }

  #tabs() {
    return html`<div role="tablist" aria-label=${say`视图`} @keydown=${tabKeys}>
      ${Object.entries(views()).map(([view, name]) => {
        const selected = view === this.view;
        return html`<button
          class="plain"
          type="button"
          role="tab"
          id=${`view-${view}`}
          aria-selected=${selected}
          aria-controls=${selected ? "view" : nothing}
          tabindex=${selected ? 0 : -1}
          @click=${() => this.#show(/** @type {View} */ (view))}
        >${name}</button>`;
      })}
    </div>`;
  }

  /** @param {View} view */
  async #show(view) {
    this.view = view;
    this.failed = false;
    this.loading = LOADED_LATER[view] !== undefined;
    try {
      await LOADED_LATER[view]?.();
      if (this.view === view) this.loading = false;
    } catch {
      if (this.view === view) this.failed = true;
    }
  }

  /** @param {Report} report */
  #view(report) {
    if (this.loading) return html`<p class="wait" role="status">${this.failed ? say`这个视图没有载入，请检查网络后再选一次。` : say`正在载入……`}</p>`;
    if (this.view === "compare") {
      return html`<banmian-compare .report=${report} .input=${this.input} .lit=${this.#lit}></banmian-compare>
        <div class="dock">${this.#dock(report)}</div>`;
    }
    if (this.view === "pictures") return html`<banmian-pictures .report=${report} .input=${this.input} .pages=${this.pages}></banmian-pictures>`;
    return html`<banmian-reading
      exportparts=${ARTICLE_PARTS}
      .report=${report}
      .input=${this.input}
      .width=${this.width}
      .lit=${this.#lit}
      .litArticles=${this.#litArticles}
      .chosen=${this.chosen?.id ?? null}
      .items=${this.#items}
      .accepted=${this.accepted}
      ?desk=${this.desk}
    >${this.#dock(report)}</banmian-reading>`;
  }

  /** @param {Report} report */
  #dock(report) {
    const { chosen } = this;
    if (!chosen) return nothing;
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
   * An event that was meant for this element.
   * @template T
   * @param {CustomEvent<T>} event
   * @param {(detail: T) => unknown} answer
   */
  #heard(event, answer) {
    event.stopPropagation();
    void answer.call(this, event.detail);
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

  #unlight() {
    this.query = "";
    this.#choose(null);
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

  /** What is said of an item is kept here, for where no desk keeps it. @param {CustomEvent<{ key: string, verdict: string }>} event */
  #onReview({ detail: { key, verdict } }) {
    const accepted = new Set(this.accepted);
    if (verdict === "accept") accepted.add(key);
    else accepted.delete(key);
    this.accepted = accepted;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === "Escape" && this.chosen) this.#unlight();
  }
}

customElements.define("banmian-report", BanmianReport);
