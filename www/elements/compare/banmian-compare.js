import { LitElement, html, nothing } from "lit";
import { Speaker, say } from "../../language/say.js";
import { compareStyle } from "../../styles/compare.js";
import { controls, tokens } from "../../styles/tokens.js";
import "../banmian-repair.js";
import { NOTHING_LIT } from "../hits.js";
import { grouped, repairs as repairKinds } from "../kinds.js";
import { Light, rangesIn } from "../lights.js";
import { placesOf, seamOf } from "../place.js";
import { rowKeys } from "../rows.js";
import { anchorsOf, firstAtLeast } from "./anchors.js";
import { Pane } from "./pane.js";
import { chunked, linesOf, ownersOf, segmentsOf } from "./segments.js";
import { changesOf, setLine, setSegment } from "./sides.js";

/** @import { Repair, Report, Text } from "../../../src/report.js" */
/** @import { Lit } from "../hits.js" */
/** @import { Line, Owner, Segment } from "./segments.js" */

/** @typedef {Repair & { text: Text, at: number }} Change */

/** Where in a side the other is matched: a little below its upper edge. */
const LEVEL = 0.25;

/**
 * 原文对照: the text as it was given, line by line, beside what was made of it. Both scroll together; what is pointed at
 * on one side lights up on the other; each repair is a sign with its reason.
 */
export class BanmianCompare extends LitElement {
  static properties = {
    report: { attribute: false },
    /** The text that was analysed. */
    input: { attribute: false },
    /** Places that are lit; see hits.js. */
    lit: { attribute: false },
    kind: { state: true },
    step: { state: true },
  };

  static styles = [tokens, controls, compareStyle];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Report | null} */
    this.report = null;
    this.input = "";
    /** @type {Lit} */
    this.lit = NOTHING_LIT;
    /** The kind of repairs that is walked through; null for all. @type {Repair["kind"] | null} */
    this.kind = null;
    /** Which of them was visited last. */
    this.step = -1;
  }

  /** @type {Line[]} */
  #lines = [];
  /** @type {Segment[]} */
  #segments = [];
  /** @type {Owner[]} */
  #owners = [];
  /** @type {Segment[]} */
  #anchors = [];
  /** @type {Change[]} */
  #repairs = [];
  /** @type {import("./sides.js").Changes | null} */
  #changes = null;
  /** @type {Pane<Line>} */
  #left = new Pane((line) => this.#changes && setLine(line, this.input, this.#owners, this.#changes), () => this.requestUpdate());
  /** @type {Pane<Segment>} */
  #right = new Pane((segment) => this.#changes && setSegment(segment, this.#changes), () => this.requestUpdate());
  /** The side that the reader moves; the other follows. @type {"left" | "right"} */
  #leader = "right";
  #light = new Light();
  /** @type {number | null} */
  #on = null;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.release();
    this.#right.release();
    this.#light.show([]);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has("report") || !this.report) return;
    this.#lines = linesOf(this.input);
    this.#segments = segmentsOf(this.report);
    this.#owners = ownersOf(this.#segments, this.input);
    this.#anchors = anchorsOf(this.#segments);
    this.#changes = changesOf(this.report, this.input);
    this.#repairs = this.report.articles.flatMap((article) =>
      article.repairs.flatMap((repair) => {
        const seam = repair.kind === "unwrap" ? placesOf(article, this.input, repair)[0] : seamOf(article, this.input, repair);
        return seam ? [{ ...repair, text: seam.text, at: "at" in seam ? seam.at : seam.start }] : [];
      }),
    );
    this.#left.fill(chunked(this.#lines, ({ start, end }) => end - start));
    this.#right.fill(chunked(this.#segments, ({ from, to }) => to - from));
    this.step = -1;
    this.#on = null;
  }

  updated() {
    const pane = (/** @type {string} */ id) => /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`#${id}`));
    const left = pane("left");
    const right = pane("right");
    if (!left || !right) return;
    this.#left.watch(left);
    this.#right.watch(right);
    this.#follow();
    this.#light.show(
      [...right.querySelectorAll("[data-segment]")].flatMap((element) => {
        const { text, from, to } = this.#segments[Number(/** @type {HTMLElement} */ (element).dataset.segment)];
        const places = (this.lit.get(text) ?? []).filter(({ start, end }) => start < to && from < end);
        return rangesIn(element, places.map(({ start, end }) => ({ start: Math.max(0, start - from), end: end - from })));
      }),
    );
    this.#show(this.#on);
  }

  /**
   * Brings a place of the original into sight on both sides.
   * @param {{ article: string | null, start?: number, end?: number }} place
   */
  async reveal({ article: id, start }) {
    await this.updateComplete;
    const owner = this.#owners[firstAtLeast(this.#owners, ({ end }) => end > (start ?? Infinity))];
    const segment = start === undefined ? this.#segments.find(({ article }) => article?.id === id) : owner?.segment;
    if (segment) await this.#goTo(segment, { start });
  }

  render() {
    if (!this.report) return nothing;
    return html`
      ${this.#bar()}
      <div class="sides" @pointerover=${this.#onOver} @pointerleave=${() => this.#show(null)} @focusin=${this.#onFocus} @click=${this.#onClick}>
        <section>
          <h3>${say`原文`} <small>${say`${grouped(this.#lines.filter(({ number }) => number !== null).length)} 行`}</small></h3>
          <div id="left" role="region" aria-label=${say`原文`} tabindex="0"
            @scroll=${() => this.#scrolled("left")} @pointerenter=${() => (this.#leader = "left")} @focusin=${() => (this.#leader = "left")} @touchstart=${() => (this.#leader = "left")}
          >${this.#left.template()}</div>
        </section>
        <section>
          <h3>${say`修补后`} <small>${say`${grouped(this.report.articles.length)} 篇`}</small></h3>
          <div id="right" role="region" aria-label=${say`修补后`} tabindex="0"
            @scroll=${() => this.#scrolled("right")} @pointerenter=${() => (this.#leader = "right")} @focusin=${() => (this.#leader = "right")} @touchstart=${() => (this.#leader = "right")}
            @keydown=${rowKeys}
          >${this.#right.template()}</div>
        </section>
      </div>
    `;
  }

  /** Kinds of repairs with their counts, and the way from one to the next. */
  #bar() {
    const names = repairKinds();
    const kinds = /** @type {Repair["kind"][]} */ (Object.keys(names));
    const counts = kinds.map((kind) => ({ kind, count: this.#repairs.filter((repair) => repair.kind === kind).length })).filter(({ count }) => count > 0);
    const count = this.#walked.length;
    if (counts.length === 0) return html`<p class="bar"><span class="hint">${say`这一版没有要修补的地方，只是分了篇。`}</span></p>`;
    return html`<div class="bar" role="group" aria-label=${say`修补`}>
      ${counts.map(({ kind, count }) => {
        const on = this.kind === kind;
        return html`<button class="plain kind" type="button" aria-pressed=${on} @click=${() => this.#choose(on ? null : kind)}
          ><span class="sign ${kind}" aria-hidden="true">${names[kind].sign}</span>${names[kind].name}<small>${grouped(count)}</small></button>`;
      })}
      <span class="walk" role="status">${this.step < 0 ? say`${grouped(count)} 处` : say`${grouped(this.step + 1)} / ${grouped(count)} 处`}</span>
      <button class="button" type="button" @click=${() => this.#walk(-1)}>${say`上一处`}</button>
      <button class="button" type="button" @click=${() => this.#walk(1)}>${say`下一处`}</button>
    </div>`;
  }

  /** Repairs that are walked through. */
  get #walked() {
    return this.#repairs.filter(({ kind }) => this.kind === null || kind === this.kind);
  }

  /** @param {Repair["kind"] | null} kind */
  #choose(kind) {
    this.kind = kind;
    this.step = -1;
  }

  /** @param {1 | -1} way */
  async #walk(way) {
    const list = this.#walked;
    this.step = this.step < 0 && way < 0 ? list.length - 1 : (this.step + way + list.length) % list.length;
    const { text, at, start } = list[this.step];
    const segment = this.#segments.find((one) => one.text === text && at >= one.from && at <= one.to);
    if (segment) await this.#goTo(segment, { start });
  }

  /**
   * Brings a segment into sight on the right, and where it came from on the left.
   * @param {Segment} segment
   * @param {{ start?: number }} place of the original, for the left side
   */
  async #goTo(segment, { start = segment.start }) {
    this.#leader = "right";
    const line = this.#lineAt(start);
    this.#right.need(segment.index);
    this.#left.need(line);
    await this.updateComplete;
    this.#still = true;
    this.#centre(this.#right, this.#right.topOf(segment.index));
    this.#centre(this.#left, this.#left.topOf(line, this.#shareOf(line, start)));
    this.#show(segment.index);
    requestAnimationFrame(() => requestAnimationFrame(() => (this.#still = false)));
  }

  /** Whether both sides have been put where they are to stand, and neither follows the other. */
  #still = false;

  /**
   * @param {Pane<any>} pane
   * @param {number} top
   */
  #centre(pane, top) {
    const { element } = pane;
    if (element) element.scrollTop = top - element.clientHeight * LEVEL;
  }

  /** @param {number} offset of the original */
  #lineAt(offset) {
    return Math.max(0, firstAtLeast(this.#lines, ({ start }) => start > offset) - 1);
  }

  /**
   * How far into a line an offset is, from 0 to 1.
   * @param {number} line
   * @param {number} offset
   */
  #shareOf(line, offset) {
    const { start, end } = this.#lines[line];
    return Math.min(1, (offset - start) / Math.max(1, end - start));
  }

  /** @param {"left" | "right"} side */
  #scrolled(side) {
    if (side === this.#leader) this.#follow();
  }

  /** Puts the side that is not moved level with the one that is. */
  #follow() {
    if (this.#still || this.#anchors.length === 0) return;
    const left = (/** @type {Segment} */ { start }) => {
      const line = this.#lineAt(start);
      return this.#left.topOf(line, this.#shareOf(line, start));
    };
    const right = (/** @type {Segment} */ { index }) => this.#right.topOf(index);
    const [lead, follow, leadTop, followTop] =
      this.#leader === "left" ? [this.#left, this.#right, left, right] : [this.#right, this.#left, right, left];
    const from = lead.element;
    const to = follow.element;
    if (!from || !to) return;
    const level = from.scrollTop + from.clientHeight * LEVEL;
    const next = firstAtLeast(this.#anchors, (anchor) => leadTop(anchor) > level);
    const [before, after] = [this.#anchors[next - 1], this.#anchors[next]];
    const [a, b] = [before ? leadTop(before) : 0, after ? leadTop(after) : from.scrollHeight];
    const [c, d] = [before ? followTop(before) : 0, after ? followTop(after) : to.scrollHeight];
    to.scrollTop = c + ((level - a) / Math.max(1, b - a)) * (d - c) - to.clientHeight * LEVEL;
  }

  /** @param {Event} event */
  #segmentOf(event) {
    const element = /** @type {HTMLElement} */ (event.target).closest?.("[data-segment]");
    return element instanceof HTMLElement ? Number(element.dataset.segment) : null;
  }

  /** @param {Event} event */
  #onOver(event) {
    this.#show(this.#segmentOf(event));
  }

  /** @param {Event} event */
  #onFocus(event) {
    const index = this.#segmentOf(event);
    if (index !== null) this.#show(index);
  }

  /** Brings what is chosen into sight on the other side, also where it was moved. @param {MouseEvent} event */
  #onClick(event) {
    const index = this.#segmentOf(event);
    if (index === null || getSelection()?.isCollapsed === false) return;
    const segment = this.#segments[index];
    if (/** @type {HTMLElement} */ (event.target).closest("#left")) {
      this.#right.need(index);
      void this.updateComplete.then(() => this.#pull(this.#right, this.#right.topOf(index)));
    } else {
      const line = this.#lineAt(segment.start);
      this.#left.need(line);
      void this.updateComplete.then(() => this.#pull(this.#left, this.#left.topOf(line, this.#shareOf(line, segment.start))));
    }
  }

  /**
   * Scrolls a side to a place if it is out of sight.
   * @param {Pane<any>} pane
   * @param {number} top
   */
  #pull(pane, top) {
    const { element } = pane;
    if (element && (top < element.scrollTop || top > element.scrollTop + element.clientHeight * 0.8)) this.#centre(pane, top);
  }

  /** Lights a segment on both sides. @param {number | null} index */
  #show(index) {
    this.#on = index;
    for (const element of this.renderRoot.querySelectorAll(".on")) element.classList.remove("on");
    if (index === null) return;
    for (const element of this.renderRoot.querySelectorAll(`[data-segment="${index}"]`)) element.classList.add("on");
  }
}

customElements.define("banmian-compare", BanmianCompare);
