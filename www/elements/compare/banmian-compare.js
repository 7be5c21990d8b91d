import { LitElement, html, nothing } from "lit";
import { sayReported } from "../../language/report.js";
import { Speaker, say } from "../../language/say.js";
import { compareStyle } from "../../styles/compare.js";
import { controls, tokens } from "../../styles/tokens.js";
import "../banmian-repair.js";
import { define } from "../define.js";
import { NOTHING_LIT } from "../hits.js";
import { grouped, repairs as repairKinds } from "../kinds.js";
import { Light } from "../lights.js";
import { placesOf, seamOf } from "../place.js";
import { rowKeys } from "../rows.js";
import { firstAtLeast } from "./anchors.js";
import { InStep } from "./in-step.js";
import { litInput, litLines, litSegments } from "./lit.js";
import { Pane } from "./pane.js";
import { chunked, linesOf, ownersOf, segmentsOf } from "./segments.js";
import { changesOf, setLine, setSegment } from "./sides.js";

/** @import { Repair, Report, Span, Text } from "../../../src/report.js" */
/** @import { Lit } from "../hits.js" */
/** @import { Line, Owner, Segment } from "./segments.js" */

/** @typedef {Repair & { text: Text, at: number }} Change */

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
  /** @type {Change[]} */
  #repairs = [];
  /** @type {import("./sides.js").Changes | null} */
  #changes = null;
  /** @type {Pane<Line>} */
  #left = new Pane((line) => this.#changes && setLine(line, this.input, this.#owners, this.#changes), () => this.requestUpdate());
  /** @type {Pane<Segment>} */
  #right = new Pane((segment) => this.#changes && setSegment(segment, this.#changes), () => this.requestUpdate());
  #step = new InStep({ left: this.#left, right: this.#right });
  /** What is lit, in places of the original. @type {Span[]} */
  #litInput = [];
  #light = new Light(this);
  /** @type {number | null} */
  #on = null;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.release();
    this.#right.release();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("lit")) this.#litInput = litInput(this.lit, this.input);
    if (!changed.has("report") || !this.report) return;
    this.#lines = linesOf(this.input);
    this.#segments = segmentsOf(this.report);
    this.#owners = ownersOf(this.#segments, this.input);
    this.#step.fill({ lines: this.#lines, segments: this.#segments });
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
    this.#step.settle();
    const endOf = (/** @type {number} */ start) => this.#lines[firstAtLeast(this.#lines, (line) => line.start >= start)].end;
    this.#light.show([...litLines(left, this.#litInput, endOf), ...litSegments(right, this.lit, this.#segments)]);
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
      <div class="sides" @pointermove=${this.#onMove} @pointerleave=${() => this.#show(null)} @focusin=${this.#onFocus} @click=${this.#onClick}>
        <section>
          <h3>${say`原文`} <small>${say`${grouped(this.#lines.filter(({ number }) => number !== null).length)} 行`}</small></h3>
          <div id="left" role="region" aria-label=${say`原文`} tabindex="0"
            @scroll=${() => this.#step.scrolled("left")} @pointerenter=${() => (this.#step.leader = "left")} @focusin=${() => (this.#step.leader = "left")} @touchstart=${() => (this.#step.leader = "left")}
          >${this.#left.template()}</div>
        </section>
        <section>
          <h3>${say`修补后`} <small>${say`${grouped(this.report.articles.length)} 篇`}</small></h3>
          <div id="right" role="region" aria-label=${say`修补后`} tabindex="0"
            @scroll=${() => this.#step.scrolled("right")} @pointerenter=${() => (this.#step.leader = "right")} @focusin=${() => (this.#step.leader = "right")} @touchstart=${() => (this.#step.leader = "right")}
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
    const walked = this.#walked;
    const count = walked.length;
    const current = walked[this.step];
    if (counts.length === 0) return html`<p class="bar"><span class="hint">${say`这一版没有要修补的地方。`}</span></p>`;
    return html`<div class="bar" role="group" aria-label=${say`修补`}>
      ${counts.map(({ kind, count }) => {
        const on = this.kind === kind;
        return html`<button class="plain kind" type="button" aria-pressed=${on} @click=${() => this.#choose(on ? null : kind)}
          ><span class="sign ${kind}" aria-hidden="true">${names[kind].sign}</span>${names[kind].name}<small>${grouped(count)}</small></button>`;
      })}
      <span class="walk" role="status">${this.step < 0 ? say`${grouped(count)} 处` : say`${grouped(this.step + 1)} / ${grouped(count)} 处`}</span>
      <button class="button" type="button" @click=${() => this.#walk(-1)}>${say`上一处`}</button>
      <button class="button" type="button" @click=${() => this.#walk(1)}>${say`下一处`}</button>
      ${current ? html`<p class="reason" aria-live="polite">${say`${names[current.kind].name}：${sayReported(current.reason)}，把握 ${Math.round(current.confidence * 100)}%`}</p>` : nothing}
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
    this.#step.leader = "right";
    this.#step.need(segment, start);
    await this.updateComplete;
    this.#step.goTo(segment, start);
    this.#show(segment.index);
  }

  /** @param {Event} event */
  #segmentOf(event) {
    const element = /** @type {HTMLElement} */ (event.target).closest?.("[data-segment]");
    return element instanceof HTMLElement ? Number(element.dataset.segment) : null;
  }

  /** The hand must have moved: what scrolls below it is not pointed at. @param {Event} event */
  #onMove(event) {
    const index = this.#segmentOf(event);
    if (index !== this.#on) this.#show(index);
  }

  /** @param {Event} event */
  #onFocus(event) {
    const index = this.#segmentOf(event);
    if (index !== null) this.#show(index);
  }

  /** Brings what is chosen into sight on the other side, also where it was moved. @param {MouseEvent} event */
  async #onClick(event) {
    const index = this.#segmentOf(event);
    if (index === null || getSelection()?.isCollapsed === false) return;
    const segment = this.#segments[index];
    const side = /** @type {HTMLElement} */ (event.target).closest("#left") ? "left" : "right";
    this.#step.need(segment, segment.start);
    await this.updateComplete;
    this.#step.pull(segment, side);
  }

  /** Lights a segment on both sides. @param {number | null} index */
  #show(index) {
    this.#on = index;
    for (const element of this.renderRoot.querySelectorAll(".on")) element.classList.remove("on");
    if (index === null) return;
    for (const element of this.renderRoot.querySelectorAll(`[data-segment="${index}"]`)) element.classList.add("on");
  }
}

define("banmian-compare", BanmianCompare);
