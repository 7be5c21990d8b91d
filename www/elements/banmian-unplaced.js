import { LitElement, css, html, nothing } from "lit";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { grouped } from "./kinds.js";
import { more } from "./more.js";

/** @import { Block } from "../../src/report.js" */

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
      .reason { color: var(--_soft); font-size: 0.8125rem; }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Block[]} */
    this.blocks = [];
    this.shown = BATCH;
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
  #block({ text, reason }) {
    const rest = text.length - LONGEST;
    return html`<li part="block">
      <p class="text">${text.slice(0, LONGEST)}</p>
      <p class="reason">${reason}${rest > 0 ? say`（其后还有 ${grouped(rest)} 字，见原文）` : ""}</p>
    </li>`;
  }
}

customElements.define("banmian-unplaced", BanmianUnplaced);
