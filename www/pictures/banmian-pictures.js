import { LitElement, css, html, nothing } from "lit";
import { define } from "../elements/define.js";
import { compare } from "../engine/client.js";
import { Speaker, language, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { bars } from "./bars.js";
import "./banmian-figure.js";
import { matrix } from "./matrix.js";
import { network } from "./network.js";
import { overTime } from "./over-time.js";
import { reprints, timeline } from "./timeline.js";

/** @import { Report } from "../../src/report.js" */
/** @import { DatedPage, OverTime } from "./over-time.js" */
/** @import { Picture } from "./picture.js" */

/** 图示: the pictures of one page, and, where it lies among others, of all of them over time. */
export class BanmianPictures extends LitElement {
  static properties = {
    report: { attribute: false },
    /** The text that was analysed. */
    input: { attribute: false },
    /** Pages to be seen together, this one among them. */
    pages: { attribute: false },
    over: { state: true },
    failed: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; container-type: inline-size; }
      .all { display: grid; gap: 2.5rem 3rem; grid-template-columns: minmax(0, 1fr); padding-block: 1rem; align-items: start; }
      .none { padding-block: 3rem; text-align: center; color: var(--_soft); }
      .wait { color: var(--_soft); font-size: 0.875rem; }
      @container (min-width: 68rem) {
        .all { grid-template-columns: repeat(2, minmax(0, 1fr)); }
        .all > .whole { grid-column: 1 / -1; }
      }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Report | null} */
    this.report = null;
    this.input = "";
    /** @type {DatedPage[]} */
    this.pages = [];
    /** @type {OverTime | null} */
    this.over = null;
    this.failed = false;
  }

  #language = language();
  /** Pictures are made once for a report, so that one is drawn again only when it has changed. @type {Picture[]} */
  #own = [];
  /** @type {Picture[]} */
  #together = [];

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const said = this.#language !== language();
    this.#language = language();
    if (changed.has("pages")) void this.#follow(this.pages);
    if (this.report && (changed.has("report") || said)) {
      this.#own = [matrix(this.report), bars(this.report), network(this.report, this.input)].filter((picture) => picture !== null);
    }
    if (changed.has("over") || said) {
      this.#together = this.over ? [timeline(this.over), reprints(this.over)].filter((picture) => picture !== null) : [];
    }
  }

  /** @param {DatedPage[]} pages */
  async #follow(pages) {
    if (pages.length < 2) {
      this.over = null;
      return;
    }
    const comparison = await compare(pages.map(({ report }) => report)).catch(() => null);
    if (pages !== this.pages) return;
    this.over = comparison && overTime(comparison, pages);
    this.failed = comparison === null;
  }

  render() {
    const waiting = this.pages.length > 1 && !this.over && !this.failed;
    const pictures = [...this.#own, ...this.#together];
    return html`<div class="all">
      ${pictures.length === 0 && !waiting ? html`<p class="none whole">${say`没有主题，也没有同段出现的人物与机构，画不成图。`}</p>` : nothing}
      ${pictures.map((picture) => html`<banmian-figure class=${/^(matrix|themes)$/.test(picture.id) ? "" : "whole"} .picture=${picture}></banmian-figure>`)}
      ${this.failed ? html`<p class="wait whole" role="alert">${say`这些版面没有比较成，单版的图不受影响。`}</p>` : nothing}
      ${waiting ? html`<p class="wait whole" role="status">${say`正在比较 ${this.pages.length} 个版面……`}</p>` : nothing}
    </div>`;
  }
}

define("banmian-pictures", BanmianPictures);
