import { LitElement, css, html, nothing } from "lit";
import { sayReported } from "../language/report.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { NOTHING_LIT } from "./hits.js";
import { grouped } from "./kinds.js";
import { Light, rangesIn } from "./lights.js";
import { more } from "./more.js";

/** @import { Block, Span } from "../../src/report.js" */
/** @import { Lit } from "./hits.js" */

/** Pieces that are listed at first, and again with each press of the button; and the longest that is set whole. */
const BATCH = 50;
const LONGEST = 20_000;

const groups = () => [
  ["stray", say`无主残段`, say`找不到所属稿件的文字，请核对。`],
  ["furniture", say`版面杂项`, say`报头、版次、责编、网页导航等，不属于任何稿件。`],
];

/**
 * What belongs to no article, folded, each piece with the reason: nothing of the text is lost.
 *
 * @csspart block - one piece
 */
export class BanmianUnplaced extends LitElement {
  static properties = {
    blocks: { attribute: false },
    /** Places that are lit; see hits.js. */
    lit: { attribute: false },
    target: { state: true },
    shown: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; font-size: 0.875rem; line-height: 1.7; }
      summary { padding-block: 0.5rem; font-weight: 600; width: fit-content; }
      small { color: var(--_soft); font-weight: 400; margin-inline-start: 0.5rem; }
      .hint { color: var(--_soft); font-size: 0.8125rem; }
      li { border-top: 1px solid var(--_rule); padding-block: 0.5rem; }
      .text { font-family: var(--_text); overflow-wrap: anywhere; white-space: pre-line; max-height: 20rem; overflow: auto; }
      .target { box-shadow: inset 3px 0 0 var(--_accent); padding-inline-start: 0.8rem; }
      ::highlight(banmian-lit) { background-color: var(--_lit); color: var(--_ink); }
      .reason { color: var(--_soft); font-size: 0.8125rem; }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Block[]} */
    this.blocks = [];
    /** @type {Lit} */
    this.lit = NOTHING_LIT;
    /** The piece that was asked for last. @type {Block | null} */
    this.target = null;
    this.shown = BATCH;
  }

  #light = new Light(this);

  updated() {
    const shown = this.blocks.filter((block) => this.lit.has(block));
    this.#light.show(
      shown.flatMap((block) => {
        const element = this.renderRoot.querySelector(`[data-block="${this.blocks.indexOf(block)}"]`);
        return element ? rangesIn(element, this.lit.get(block) ?? []) : [];
      }),
    );
  }

  /**
   * Unfolds the piece that has a range of the input, scrolls to it and gives it the focus.
   * @param {Span} range
   */
  async reveal({ start, end }) {
    const block = this.blocks.find(({ spans }) => spans.some((span) => span.start < end && start < span.end));
    if (!block) return;
    this.target = block;
    this.shown = Math.max(this.shown, this.blocks.filter(({ role }) => role === block.role).indexOf(block) + 1);
    await this.updateComplete;
    const element = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[data-block="${this.blocks.indexOf(block)}"]`));
    const folded = element?.closest("details");
    if (folded) folded.open = true;
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  }

  render() {
    return groups().map(([role, name, hint]) => {
      const blocks = this.blocks.filter((block) => block.role === role);
      if (blocks.length === 0) return nothing;
      const rest = blocks.length - this.shown;
      return html`<details>
        <summary>${name}<small>${say`${grouped(blocks.length)} 处`}</small></summary>
        <p class="hint">${hint}</p>
        <ul>
          ${blocks.slice(0, this.shown).map((block) => this.#block(block))}
        </ul>
        ${more(rest, say`继续显示（还有 ${grouped(rest)} 处）`, () => (this.shown += BATCH))}
      </details>`;
    });
  }

  /** @param {Block} block */
  #block(block) {
    const { text, reason } = block;
    const rest = text.length - LONGEST;
    return html`<li part="block" class=${block === this.target ? "target" : ""}>
      <p class="text" lang="zh" tabindex="-1" data-block=${this.blocks.indexOf(block)}>${text.slice(0, LONGEST)}</p>
      <p class="reason">${sayReported(reason)}${rest > 0 ? say`（其后还有 ${grouped(rest)} 字，见原文）` : ""}</p>
    </li>`;
  }
}

define("banmian-unplaced", BanmianUnplaced);
