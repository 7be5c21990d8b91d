import { LitElement, html, nothing } from "lit";
import { define } from "../elements/define.js";
import { tell } from "../elements/tell.js";
import { turn } from "../elements/turn.js";
import { more } from "../elements/more.js";
import { grouped } from "../elements/kinds.js";
import { languageOf } from "../language/report.js";
import { Speaker, say } from "../language/say.js";
import { figureStyle } from "../styles/figure.js";
import { controls, tokens } from "../styles/tokens.js";
import { csvOf, pngOf, save, svgOf } from "./take.js";

/** @import { Picture } from "./picture.js" */

/** Rows of the table that are set at first, and again with each press of the button. */
const BATCH = 200;

/**
 * One picture with its caption: drawn, or as the table of its numbers; to be taken away as CSV, SVG or PNG. A point and
 * its row lead to the place that shows it.
 *
 * @fires {CustomEvent<import("./picture.js").Place>} banmian-jump - a point or a row was chosen
 * @csspart caption - the title and how the picture is read
 */
export class BanmianFigure extends LitElement {
  static properties = {
    /** What is shown; see picture.js. */
    picture: { attribute: false },
    tabled: { state: true },
    shown: { state: true },
    width: { state: true },
    failed: { state: true },
  };

  static styles = [tokens, controls, figureStyle];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Picture | null} */
    this.picture = null;
    /** Whether the numbers are shown in place of the drawing. */
    this.tabled = false;
    this.shown = BATCH;
    /** Room for the drawing, in CSS pixels. */
    this.width = 0;
    this.failed = false;
  }

  #observer = new ResizeObserver(([{ contentRect }]) => (this.width = Math.floor(contentRect.width)));
  /** What is drawn, and what of. @type {{ svg: SVGSVGElement, of: Picture } | null} */
  #drawn = null;

  connectedCallback() {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("picture") || changed.has("width")) void this.#draw();
  }

  /** Several pictures stand side by side: each is drawn in a task of its own, or in as many as it takes. */
  async #draw() {
    const { picture, width } = this;
    if (!picture?.draw || width === 0) return;
    await turn();
    const isCurrent = () => picture === this.picture && width === this.width;
    const svg = isCurrent() && (await picture.draw(width));
    if (!svg || !isCurrent()) return;
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", say`${picture.title}。数据见表格。`);
    this.#drawn = { svg, of: picture };
    this.requestUpdate();
  }

  render() {
    const { picture } = this;
    if (!picture) return nothing;
    const tabled = this.tabled || !picture.draw;
    return html`<figure>
      <figcaption part="caption">
        <h3>${picture.title}</h3>
        <p>${picture.note}</p>
      </figcaption>
      ${this.#tools(picture, tabled)}
      ${tabled ? this.#table(picture) : html`<div class="drawing" @click=${this.#onPoint}>${this.#drawn?.svg}</div>`}
      ${picture.legend.length > 0 && !tabled
        ? html`<ul class="legend">${picture.legend.map(({ name, look }) => html`<li><i .style=${`background:${look}`}></i>${name}</li>`)}</ul>`
        : nothing}
      ${this.failed ? html`<p class="failed" role="alert">${say`浏览器没有画成图片，请改存 SVG。`}</p>` : nothing}
    </figure>`;
  }

  /**
   * @param {Picture} picture
   * @param {boolean} tabled
   */
  #tools({ title, draw }, tabled) {
    return html`<div class="tools" role="group" aria-label=${say`${title}：看法与下载`}>
      ${draw ? html`<button class="button" type="button" @click=${() => (this.tabled = !tabled)}>${tabled ? say`看图` : say`看表`}</button>` : nothing}
      <button class="button" type="button" @click=${this.#saveCsv}>CSV</button>
      ${tabled
        ? nothing
        : html`<button class="button" type="button" @click=${this.#saveSvg}>SVG</button>
            <button class="button" type="button" @click=${this.#savePng}>PNG</button>`}
    </div>`;
  }

  /** @param {Picture} picture */
  #table({ title, columns, rows }) {
    const rest = rows.length - this.shown;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
        <table>
          <thead>
            <tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}<th scope="col"><span class="hushed">${say`原处`}</span></th></tr>
          </thead>
          <tbody>
            ${rows.slice(0, this.shown).map(
              ({ cells, place }) => html`<tr>
                ${cells.map((cell) => html`<td class=${typeof cell === "number" ? "number" : ""} lang=${languageOf(cell)}>${cell}</td>`)}
                <td>${place ? html`<button class="plain jump" type="button" aria-label=${say`到原处：${cells.join(" ")}`} @click=${() => tell(this, "banmian-jump", place)}>→</button>` : nothing}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${more(rest, say`继续显示（还有 ${grouped(rest)} 行）`, () => (this.shown += BATCH))}`;
  }

  /** @param {MouseEvent} event */
  #onPoint(event) {
    const point = /** @type {Element} */ (event.target).closest("[data-row]");
    const place = point && this.#drawn?.of.rows[Number(point.getAttribute("data-row"))]?.place;
    if (place) tell(this, "banmian-jump", place);
  }

  #saveCsv() {
    if (this.picture) save(`${this.picture.id}.csv`, new Blob([csvOf(this.picture)], { type: "text/csv" }));
  }

  #saveSvg() {
    if (!this.#drawn) return;
    const { svg, of } = this.#drawn;
    save(`${of.id}.svg`, new Blob([svgOf(svg, of.title)], { type: "image/svg+xml" }));
  }

  async #savePng() {
    if (!this.#drawn) return;
    const { svg, of } = this.#drawn;
    try {
      this.failed = false;
      save(`${of.id}.png`, await pngOf(svg, of.title));
    } catch {
      this.failed = true;
    }
  }
}

define("banmian-figure", BanmianFigure);
