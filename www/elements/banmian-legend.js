import { LitElement, css, html } from "lit";
import { Speaker, say } from "../language/say.js";
import { tagLines } from "../styles/tags.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { grouped, tags } from "./kinds.js";
import { tell } from "./tell.js";

/** @import { Entity } from "../../src/report.js" */

/**
 * The legend of the tags, which is also their switches.
 *
 * @fires {CustomEvent<{ kind: string, on: boolean }>} banmian-switch - a kind was switched
 * @csspart switch - one kind
 */
export class BanmianLegend extends LitElement {
  static properties = {
    /** Entities of the report, for the counts. */
    entities: { attribute: false },
    /** Kinds that are switched off. */
    hiddenKinds: { attribute: false },
  };

  static styles = [
    tokens,
    controls,
    tagLines,
    css`
      :host { display: block; }
      div { display: flex; flex-wrap: wrap; gap: 0.3rem; align-items: center; }
      button {
        display: inline-flex;
        align-items: center;
        gap: 0.4rem;
        min-height: 2rem;
        padding: 0 0.6rem;
        border: 1px solid transparent;
        border-radius: 3px;
        font-size: 0.875rem;
        color: var(--_soft);
      }
      button:hover { border-color: var(--_edge); }
      button[aria-pressed="true"] { color: var(--_ink); background: var(--_sheet); border-color: var(--_rule); }
      button[aria-pressed="false"] .tag { text-decoration-line: line-through; text-decoration-color: currentColor; text-decoration-style: solid; text-decoration-thickness: 1px; }
      small { font-size: 0.75rem; color: var(--_soft); font-variant-numeric: tabular-nums; }
      @media print { div { justify-content: center; } button { border: 0 !important; } button[aria-pressed="false"] { display: none; } }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Entity[]} */
    this.entities = [];
    /** @type {ReadonlySet<string>} */
    this.hiddenKinds = new Set();
  }

  render() {
    const present = tags().map(({ kind, name }) => ({ kind, name, count: mentionsOf(this.entities, kind) }));
    return html`<div role="group" aria-label=${say`标注图例与开关`}>
      ${present
        .filter(({ count }) => count > 0)
        .map(({ kind, name, count }) => {
          const on = !this.hiddenKinds.has(kind);
          return html`<button
            class="plain"
            part="switch"
            type="button"
            data-kind=${kind}
            aria-pressed=${on}
            @click=${() => this.#toggle(kind, !on)}
          ><span class="tag ${kind}">${name}</span><small>${grouped(count)}</small></button>`;
        })}
    </div>`;
  }

  /**
   * @param {Entity["kind"]} kind
   * @param {boolean} on
   */
  #toggle(kind, on) {
    tell(this, "banmian-switch", { kind, on });
  }
}

/**
 * @param {Entity[]} entities
 * @param {Entity["kind"]} kind
 */
function mentionsOf(entities, kind) {
  return entities.filter((entity) => entity.kind === kind).reduce((sum, { mentions }) => sum + mentions.length, 0);
}

define("banmian-legend", BanmianLegend);
