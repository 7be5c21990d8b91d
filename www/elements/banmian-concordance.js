import { LitElement, html, nothing } from "lit";
import { languageOf } from "../language/report.js";
import { Speaker, say } from "../language/say.js";
import { concordanceStyle } from "../styles/concordance.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { headlineOf } from "./facts.js";
import { groupedBy } from "./grouped.js";
import { inContext } from "./hits.js";
import { grouped } from "./kinds.js";
import { clipped, more } from "./more.js";
import { rowKeys } from "./rows.js";
import { tell } from "./tell.js";
import { turn } from "./turn.js";

/** @import { Article, Entity, Theme } from "../../src/report.js" */
/** @import { Hit } from "./hits.js" */

/** Lines that are set at first, and again with each press of the button; each part of them in a task of its own. */
const BATCH = 100;
const PART = 25;

/** Names and themes that are offered beside the hits of a search. */
const OFFERED = 12;

/**
 * 逐处查看: what is lit, how often, a way from each place to the next, and all of them in their context, one below
 * another (KWIC). Arrow keys move in the list, Enter goes to the place.
 *
 * @fires {CustomEvent<{ way: 1 | -1 }>} banmian-step - to the next hit, or the one before
 * @fires {CustomEvent<{ index: number }>} banmian-hit - one hit was chosen
 * @fires {CustomEvent<{ id: string | null }>} banmian-choose-entity, banmian-choose-theme - a name or theme that the search has found was chosen
 * @fires banmian-unlight - it is done with
 */
export class BanmianConcordance extends LitElement {
  static properties = {
    /** What is lit, as the reader calls it. */
    name: {},
    /** Its places; see hits.js. */
    hits: { attribute: false },
    /** Articles of the report. */
    articles: { attribute: false },
    /** Names and themes that a search has found, if it was one. */
    entities: { attribute: false },
    themes: { attribute: false },
    /** Which hit was visited last; -1 before the first. */
    step: { type: Number },
    /** Whether the list is shown. */
    open: { type: Boolean },
    wanted: { state: true },
    shown: { state: true },
  };

  static styles = [tokens, controls, concordanceStyle];

  constructor() {
    super();
    new Speaker(this);
    this.name = "";
    /** @type {Hit[]} */
    this.hits = [];
    /** @type {Article[]} */
    this.articles = [];
    /** @type {Entity[]} */
    this.entities = [];
    /** @type {Theme[]} */
    this.themes = [];
    this.step = -1;
    this.open = false;
    /** Lines to be set, and how many of them are. */
    this.wanted = BATCH;
    this.shown = 0;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("hits")) Object.assign(this, { wanted: BATCH, shown: 0 });
    if (!changed.has("step")) return;
    this.wanted = Math.max(this.wanted, this.step + 1);
    this.shown = Math.max(this.shown, this.step + 1);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const { shown, wanted, open } = this;
    if (open && shown < Math.min(wanted, this.hits.length)) void turn().then(() => (this.shown = Math.max(this.shown, Math.min(wanted, shown + PART))));
    if (changed.has("step") && this.step >= 0) this.renderRoot.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }

  render() {
    const { hits, step, open } = this;
    const count = step < 0 ? say`${grouped(hits.length)} 处` : say`${grouped(step + 1)} / ${grouped(hits.length)} 处`;
    return html`<section role="group" aria-label=${say`逐处查看`}>
      <div class="bar">
        <b lang=${languageOf(this.name)}>${clipped(this.name, 40)}</b>
        <span role="status">${hits.length > 0 ? count : say`没有找到`}</span>
        ${hits.length > 0
          ? html`<button class="plain" type="button" aria-label=${say`上一处`} @click=${() => tell(this, "banmian-step", { way: -1 })}>↑</button>
              <button class="plain" type="button" aria-label=${say`下一处`} @click=${() => tell(this, "banmian-step", { way: 1 })}>↓</button>
              <button class="plain list" type="button" aria-expanded=${open} @click=${() => (this.open = !open)}>${open ? say`收起` : say`列出`}</button>`
          : nothing}
        <button class="plain" type="button" aria-label=${say`取消高亮`} @click=${() => tell(this, "banmian-unlight")}>×</button>
      </div>
      ${this.#offers()} ${open && hits.length > 0 ? this.#list() : nothing}
    </section>`;
  }

  /** Names and themes that a search has found, to be lit instead. */
  #offers() {
    const themes = new Set(this.themes.map(({ name }) => name));
    const offers = [
      ...this.themes.map(({ id, name }) => ({ id, name, type: "banmian-choose-theme" })),
      // A theme that is tagged as a term too has the same places.
      ...this.entities.filter(({ name }) => !themes.has(name)).map(({ id, name }) => ({ id, name, type: "banmian-choose-entity" })),
    ];
    if (offers.length === 0) return nothing;
    return html`<p class="offers">
      <span>${say`主题与名录中有`}</span>
      ${offers.slice(0, OFFERED).map(({ id, name, type }) => html`<button class="button" type="button" lang="zh" @click=${() => tell(this, type, { id })}>${clipped(name, 24)}</button>`)}
    </p>`;
  }

  #list() {
    const rest = this.hits.length - this.wanted;
    const groups = [...groupedBy(this.hits.slice(0, this.shown), ({ article }) => article)];
    const numbers = new Map(this.articles.map(({ id }, index) => [id, index]));
    const totals = groupedBy(this.hits, ({ article }) => article);
    // Where most articles have but one hit, their heads would bury the hits; the number in each line is enough.
    const headed = totals.size === 1 || this.hits.length >= totals.size * 2;
    let index = 0;
    return html`<div class="rows" @keydown=${rowKeys}>
      ${groups.map(([id, hits]) => {
        const number = id === null ? undefined : numbers.get(id);
        const count = totals.get(id)?.length ?? 0;
        const head = number === undefined ? say`未归入稿件的文字` : say`第 ${number + 1} 篇　${headlineOf(this.articles[number])}`;
        return html`<section>
          ${headed ? html`<h3><span>${head}</span><small>${say`${grouped(count)} 处`}</small></h3>` : nothing}
          <ul>${hits.map((hit) => this.#row(hit, { index: index++, number, head: headed ? "" : head }))}</ul>
        </section>`;
      })}
      ${more(rest, say`继续显示（还有 ${grouped(rest)} 处）`, () => (this.wanted += BATCH))}
    </div>`;
  }

  /**
   * @param {Hit} one
   * @param {{ index: number, number: number | undefined, head: string }} place its number among the hits, that of its article, and what the article is called where no head says so
   */
  #row(one, { index, number, head }) {
    const { left, hit, right } = inContext(one);
    const current = index === this.step;
    return html`<li>
      <button
        class="plain row"
        type="button"
        data-row
        tabindex=${index === Math.max(0, this.step) ? 0 : -1}
        aria-current=${current}
        title=${head || nothing}
        @click=${() => tell(this, "banmian-hit", { index })}
      ><small>${number === undefined ? "" : number + 1}</small><span class="left" lang="zh"><span>${left}</span></span><span class="right" lang="zh"><mark>${hit}</mark>${right}</span></button>
    </li>`;
  }
}

define("banmian-concordance", BanmianConcordance);
