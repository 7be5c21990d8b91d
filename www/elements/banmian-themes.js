import { LitElement, css, html, nothing } from "lit";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { headlineOf } from "./facts.js";
import { grouped, origins } from "./kinds.js";
import { clipped } from "./more.js";
import { wordsAt } from "./place.js";
import { tell } from "./tell.js";

/** @import { Evidence, Report, Theme } from "../../src/report.js" */

/** Articles of one theme that are listed before the rest is folded. */
const LISTED = 12;

/**
 * The themes of the page: what it is about in a few sentences, then each theme with the articles it runs through and
 * the sentences that show it.
 *
 * @fires {CustomEvent<{ id: string | null }>} banmian-choose-theme - a theme was opened or closed
 * @fires {CustomEvent<Evidence>} banmian-jump - a sentence was chosen: article, start, end in the input
 * @csspart summary - the page in a few sentences
 * @csspart theme - one theme
 * @csspart score - the bar of its score
 */
export class BanmianThemes extends LitElement {
  static properties = {
    report: { attribute: false },
    /** The analysed text. */
    input: { attribute: false },
    /** Id of the open theme. */
    chosen: { attribute: false },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; font-size: 0.875rem; line-height: 1.65; }
      .summary { padding-bottom: 1rem; border-bottom: 1px solid var(--_rule); }
      .summary > p { font-family: var(--_serif); font-size: 1rem; line-height: 1.8; overflow-wrap: anywhere; }
      .theme { border-bottom: 1px solid var(--_rule); }
      .head { display: grid; grid-template-columns: 1fr auto; gap: 0.15rem 0.8rem; width: 100%; padding: 0.75rem 0.4rem; }
      .head:hover .name { color: var(--_accent); }
      .name { font-family: var(--_serif); font-weight: 700; font-size: 1.0625rem; line-height: 1.5; overflow-wrap: anywhere; }
      .origin { font-size: 0.75rem; color: var(--_soft); line-height: 1.6rem; }
      .facts { grid-column: 1 / -1; font-size: 0.8125rem; color: var(--_soft); }
      progress { grid-column: 1 / -1; appearance: none; width: 100%; height: 0.3rem; border: 0; background: var(--_rule); border-radius: 0; }
      progress::-webkit-progress-bar { background: var(--_rule); }
      progress::-webkit-progress-value { background: var(--_accent); }
      progress::-moz-progress-bar { background: var(--_accent); }
      .chosen { background: var(--_wash); box-shadow: inset 3px 0 0 var(--_accent); }
      .chosen .head { padding-inline-start: 0.9rem; }
      .inside { padding: 0 0.4rem 0.9rem 0.9rem; }
      .inside > * + * { margin-top: 0.6rem; }
      .variants { color: var(--_soft); overflow-wrap: anywhere; }
      li + li { margin-top: 0.6rem; }
      .article { font-weight: 600; overflow-wrap: anywhere; }
      .counts { font-size: 0.8125rem; color: var(--_soft); white-space: nowrap; }
      .evidence { display: block; width: 100%; border-inline-start: 2px solid var(--_edge); padding: 0.15rem 0 0.15rem 0.7rem; margin-top: 0.25rem; font-family: var(--_serif); overflow-wrap: anywhere; }
      .evidence:hover { border-color: var(--_accent); color: var(--_accent); }
      .near { display: flex; flex-wrap: wrap; gap: 0.3rem; align-items: baseline; }
      .near .button { min-height: 1.75rem; padding: 0 0.55rem; font-size: 0.8125rem; white-space: normal; text-align: start; }
      summary { padding-block: 0.3rem; color: var(--_soft); font-size: 0.8125rem; width: fit-content; }
      .none { color: var(--_soft); padding-block: 1rem; }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Report | null} */
    this.report = null;
    this.input = "";
    /** @type {string | null} */
    this.chosen = null;
  }

  render() {
    const { report } = this;
    if (!report) return nothing;
    return html`
      ${report.summary.text ? this.#summary(report.summary) : nothing}
      ${report.themes.length === 0 ? html`<p class="none">${say`没有发现贯穿版面的主题。`}</p>` : nothing}
      ${report.themes.map((theme) => this.#theme(theme))}
    `;
  }

  /** @param {Report["summary"]} summary */
  #summary({ text, evidence }) {
    return html`<section class="summary" part="summary" aria-label=${say`全版提要`}>
      <p lang="zh">${text}</p>
      ${evidence.length > 0
        ? html`<details><summary>${say`出处（${evidence.length} 句）`}</summary><ul>${evidence.map((place) => html`<li>${this.#evidence(place)}</li>`)}</ul></details>`
        : nothing}
    </section>`;
  }

  /** @param {Theme} theme */
  #theme(theme) {
    const open = theme.id === this.chosen;
    const [headline, body] = totals(theme);
    return html`<section class="theme ${open ? "chosen" : ""}" part="theme" aria-label=${theme.name}>
      <button class="plain head" type="button" aria-expanded=${open} @click=${() => this.#choose(open ? null : theme.id)}>
        <span class="name" lang="zh">${theme.name}</span><span class="origin">${origins()[theme.origin]}</span>
        <progress part="score" max="1" .value=${theme.score} aria-label=${say`分量 ${Math.round(theme.score * 100)}`}></progress>
        <span class="facts">
          ${theme.articles.length === 0 ? say`版面上没有提到` : say`贯穿 ${grouped(theme.articles.length)} 篇 · 标题 ${grouped(headline)} 处 · 正文 ${grouped(body)} 处`}
        </span>
      </button>
      ${open ? this.#inside(theme) : nothing}
    </section>`;
  }

  /** @param {Theme} theme */
  #inside(theme) {
    const { variants, articles, related } = theme;
    const others = variants.filter((variant) => variant !== theme.name);
    return html`<div class="inside">
      ${others.length > 0 ? html`<p class="variants">${say`又作：${others.join(say`、`)}`}</p>` : nothing}
      <ul>${articles.slice(0, LISTED).map((row) => this.#article(theme, row))}</ul>
      ${articles.length > LISTED
        ? html`<details><summary>${say`其余 ${grouped(articles.length - LISTED)} 篇`}</summary><ul>${articles.slice(LISTED).map((row) => this.#article(theme, row))}</ul></details>`
        : nothing}
      ${this.#near(related)}
    </div>`;
  }

  /**
   * @param {Theme} theme
   * @param {Theme["articles"][number]} row
   */
  #article(theme, { article: id, headline, body }) {
    const article = this.report?.articles.find((one) => one.id === id);
    if (!article) return nothing;
    const proof = theme.evidence.filter((place) => place.article === id);
    return html`<li>
      <span class="article" lang="zh">${headlineOf(article)}</span>
      <span class="counts">${say`标题 ${headline} · 正文 ${body}`}</span>
      ${proof.map((place) => this.#evidence(place))}
    </li>`;
  }

  /** @param {Evidence} place */
  #evidence(place) {
    if (!this.report) return nothing;
    return html`<button class="plain evidence" part="evidence" type="button" lang="zh" title=${say`到原处`} @click=${() => this.#send("banmian-jump", place)}>
      ${clipped(wordsAt(this.report, this.input, place))}
    </button>`;
  }

  /** @param {Theme["related"]} related */
  #near(related) {
    const themes = related.flatMap(({ theme }) => this.report?.themes.find(({ id }) => id === theme) ?? []);
    if (themes.length === 0) return nothing;
    return html`<div class="near">
      <span>${say`相关`}</span>
      ${themes.slice(0, 5).map(({ id, name }) => html`<button class="button" type="button" lang="zh" @click=${() => this.#choose(id)}>${name}</button>`)}
    </div>`;
  }

  /** @param {string | null} id */
  #choose(id) {
    this.#send("banmian-choose-theme", { id });
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #send(type, detail) {
    tell(this, type, detail);
  }
}

/**
 * Mentions in headlines and in the body, over all articles.
 * @param {Theme} theme
 */
const totals = ({ articles }) =>
  articles.reduce(([headline, body], row) => [headline + row.headline, body + row.body], [0, 0]);

customElements.define("banmian-themes", BanmianThemes);
