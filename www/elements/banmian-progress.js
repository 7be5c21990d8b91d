import { LitElement, css, html } from "lit";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { tell } from "./tell.js";

/** The passes in their order, as the engine names them and as the reader reads them. */
const stages = () => [
  ["articles", say`分篇`],
  ["tags", say`标注`],
  ["themes", say`主题`],
  ["report", say`成文`],
];

/**
 * How far an analysis has come, and the button that stops it.
 *
 * @fires banmian-cancel - the reader wants it stopped
 * @csspart stages - the names of the passes
 */
export class BanmianProgress extends LitElement {
  static properties = {
    /** The pass that runs: articles, tags, themes, report; empty before the first. */
    stage: {},
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; padding: 3rem 1rem; text-align: center; background: var(--_sheet); border: 1px solid var(--_rule); }
      ol { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.4rem 1.6rem; margin-bottom: 1.2rem; font-size: 0.9375rem; color: var(--_soft); }
      li::before { content: "○"; margin-inline-end: 0.4em; }
      li.done::before { content: "●"; }
      li.now { color: var(--_accent); font-weight: 600; }
      li.now::before { content: "◐"; }
      progress { appearance: none; display: block; width: min(26rem, 100%); height: 0.35rem; margin: 0 auto 1.2rem; border: 0; background: var(--_rule); }
      progress::-webkit-progress-bar { background: var(--_rule); }
      progress::-webkit-progress-value { background: var(--_accent); }
      progress::-moz-progress-bar { background: var(--_accent); }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    this.stage = "";
  }

  render() {
    const list = stages();
    const now = list.findIndex(([stage]) => stage === this.stage);
    const name = list[now]?.[1] ?? say`准备`;
    return html`
      <p class="hushed" role="status">${say`正在分析：${name}`}</p>
      <ol part="stages" aria-hidden="true">
        ${list.map(([, label], index) => html`<li class=${index < now ? "done" : index === now ? "now" : ""}>${label}</li>`)}
      </ol>
      <progress max=${list.length} .value=${Math.max(now, 0) + 0.5} aria-label=${say`分析进度`}></progress>
      <button class="button" type="button" @click=${this.#cancel}>${say`取消`}</button>
    `;
  }

  #cancel() {
    tell(this, "banmian-cancel");
  }
}

define("banmian-progress", BanmianProgress);
