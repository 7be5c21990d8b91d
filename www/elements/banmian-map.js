import { LitElement, css, html, nothing } from "lit";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { headlineOf, lengthOf } from "./facts.js";
import { grouped } from "./kinds.js";
import { tell } from "./tell.js";

/** @import { Article } from "../../src/report.js" */

/** More articles than these would be specks. */
const MOST = 60;

/**
 * The page in small: every article as a block, in reading order, as large as its text is long. Hatched blocks are to be
 * checked. It repeats what the list below it says, for the eye and the mouse only.
 *
 * @fires {CustomEvent<{ article: string }>} banmian-open - an article was chosen
 */
export class BanmianMap extends LitElement {
  static properties = {
    articles: { attribute: false },
    /** Ids of articles that are lit. */
    lit: { attribute: false },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; }
      .page { display: flex; flex-direction: column; gap: 2px; height: 15rem; margin-bottom: 0.8rem; padding: 5px; border: 1px solid var(--_edge); }
      .row { display: flex; gap: 2px; min-height: 0; }
      button { flex-basis: 0; min-width: 0; overflow: hidden; padding: 0 0.2rem; background: var(--_wash); color: var(--_soft); font-size: 0.75rem; line-height: 1.2; text-align: center; }
      button:hover { background: var(--_accent); color: var(--_on-accent); }
      .unsure { background: repeating-linear-gradient(135deg, var(--_wash) 0 3px, var(--_rule) 3px 5px); color: var(--_ink); }
      .lit { background: var(--_lit); color: var(--_ink); }
      @media print { :host { display: none; } }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Article[]} */
    this.articles = [];
    /** @type {ReadonlySet<string>} */
    this.lit = new Set();
  }

  render() {
    const { articles } = this;
    if (articles.length < 2 || articles.length > MOST) return nothing;
    return html`<div class="page" aria-hidden="true">
      ${rowsOf(articles).map((row) => html`<div class="row" .style=${`flex:${total(row)} 0 0`}>${row.map((article) => this.#block(article))}</div>`)}
    </div>`;
  }

  /** @param {Article} article */
  #block(article) {
    const look = [article.confidence < 0.5 ? "unsure" : "", this.lit.has(article.id) ? "lit" : ""].join(" ");
    return html`<button
      class="plain ${look}"
      type="button"
      tabindex="-1"
      .style=${`flex-grow:${weight(article)}`}
      title=${say`${headlineOf(article)}　${grouped(lengthOf(article))} 字`}
      @click=${() => tell(this, "banmian-open", { article: article.id })}
    >${this.articles.indexOf(article) + 1}</button>`;
  }
}

/** Its share of the page; a brief is still to be hit with the mouse. @param {Article} article */
const weight = (article) => Math.max(60, lengthOf(article));

/** @param {Article[]} articles */
const total = (articles) => articles.reduce((sum, article) => sum + weight(article), 0);

/**
 * Articles in rows of about the same length of text, so that blocks come out near square.
 * @param {Article[]} articles
 */
function rowsOf(articles) {
  const most = total(articles) / Math.ceil(Math.sqrt(articles.length));
  /** @type {Article[][]} */
  const rows = [];
  let filled = Infinity;
  for (const article of articles) {
    if (filled + weight(article) / 2 > most) {
      rows.push([]);
      filled = 0;
    }
    rows[rows.length - 1].push(article);
    filled += weight(article);
  }
  return rows;
}

define("banmian-map", BanmianMap);
