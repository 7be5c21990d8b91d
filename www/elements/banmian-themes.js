import { LitElement, html, nothing } from "lit";
import { Follower } from "../language/follow.js";
import { Speaker, say } from "../language/say.js";
import { themesStyle } from "../styles/themes.js";
import { controls, tokens } from "../styles/tokens.js";
import { Analysis } from "./analysis.js";
import { define } from "./define.js";
import { headlineOf } from "./facts.js";
import { grouped, origins } from "./kinds.js";
import { paints } from "./lights.js";
import { clipped } from "./more.js";
import { wordsAt } from "./place.js";
import { tell } from "./tell.js";

/** @import { Evidence, Report, Theme } from "../../src/report.js" */

/** Articles of one theme that are listed before the rest is folded. */
const LISTED = 12;
/** Themes that are listed before the rest is folded, where it stands by itself under a text. */
const FEW = 5;

/**
 * The themes of the page: what it is about in a few sentences, then each theme with the articles it runs through and
 * the sentences that show it.
 *
 * It shows the report it is given, or by itself reads the text of the element that `for` names; then the themes are lit in
 * that text as well, and a sentence that is chosen is brought into sight there. The host's elements are not touched.
 *
 * @fires {CustomEvent<Report>} banmian-report - it has read the text by itself
 * @fires {CustomEvent<{ code: string, message: string }>} banmian-error - that could not be done; `message` is for the reader
 * @fires {CustomEvent<{ reason: string }>} banmian-fallback - no worker may start here, so the page's own thread does the work
 * @tagname banmian-themes
 * @fires {CustomEvent<{ id: string | null }>} banmian-choose-theme - a theme was opened or closed
 * @fires {CustomEvent<Evidence>} banmian-jump - a sentence was chosen: article, start, end in the input
 * @csspart summary - the page in a few sentences
 * @csspart theme - one theme
 * @csspart score - the bar of its score
 * @csspart head - by itself: the line above, with the switch for the light in the text
 * @csspart status - by itself: what is said while there is no report
 * @cssproperty --banmian-lit - background of what is lit, here and in the host's text
 * @cssproperty --banmian-accent - the one strong colour; the others are those of banmian-analyzer
 */
export class BanmianThemes extends LitElement {
  static properties = {
    /** A report to show. */
    report: { attribute: false },
    /** The analysed text. */
    input: { attribute: false },
    /** Id of the open theme. */
    chosen: { attribute: false },
    /** A text to read, of no element. */
    text: { attribute: false },
    /** Id of the element whose text is read, in the same document or shadow tree. */
    for: {},
    /** Themes to look for, separated by commas. */
    themes: {},
    /** Whether those of them that stand nowhere are reported too. */
    allThemes: { type: Boolean, attribute: "all-themes" },
    /** The host's own words: lines of `word,kind` or `word,kind,name`. */
    lexicon: { attribute: false },
    /** `eager` reads the text at once, `lazy` when the reader comes near. */
    loading: {},
  };

  static styles = [tokens, controls, themesStyle];

  constructor() {
    super();
    new Speaker(this);
    new Follower(this);
    /** @type {Report | null} */
    this.report = null;
    this.input = "";
    /** @type {string | null} */
    this.chosen = null;
    /** @type {string | null} */
    this.text = null;
    /** @type {string | null} */
    this.for = null;
    /** @type {string | null} */
    this.themes = null;
    this.allThemes = false;
    /** @type {string | null} */
    this.lexicon = null;
    /** @type {"lazy" | "eager"} */
    this.loading = "lazy";
  }

  #analysis = new Analysis(this);
  /** Loaded when it is first needed. @type {import("./host-light.js").HostLight | null} */
  #hostLight = null;
  /** Loaded with the first report. @type {typeof import("./summary.js").summary | null} */
  #summary = null;
  /** Whether the themes are lit in the host's text. */
  #light = true;

  /**
   * Analyses the text anew; needed only where the text of another element has changed.
   * @returns {Promise<Report | null>} null where it failed or was overtaken by a later call
   */
  async analyze() {
    this.chosen = null;
    return this.#analysis.run();
  }

  /** Stops the analysis that runs, if any. */
  cancel() {
    this.#analysis.cancel();
  }

  /** Whether it reads a text by itself. */
  get #own() {
    return this.for !== null || this.text !== null;
  }

  willUpdate() {
    const { phase, report, input } = this.#analysis;
    if (this.#own && phase === "done") Object.assign(this, { report, input });
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  updated(changed) {
    this.#analysis.changed(changed);
    // Without it the themes stand by themselves.
    if (this.report && !this.#summary) import("./summary.js").then(({ summary }) => ((this.#summary = summary), this.requestUpdate()), () => {});
    const { phase } = this.#analysis;
    if (!this.#own || phase !== "done" || !this.report) return this.#hostLight?.clear();
    if (!this.#hostLight) return void this.#loadHostLight();
    const shown = this.#light ? this.report.themes.filter(({ id }) => this.chosen === null || id === this.chosen) : [];
    this.#hostLight.show(this.#analysis.element(), this.input, shown.flatMap(({ mentions }) => mentions));
  }

  /** It has the element update once more when it is there. Without it the themes are listed all the same. */
  async #loadHostLight() {
    const part = await import("./host-light.js").catch(() => null);
    if (part) this.#hostLight ??= new part.HostLight(this);
  }

  render() {
    const { report } = this;
    if (this.#own) return html`<div class="own" part="own">${this.#top()}${this.#analysis.phase === "done" && report ? this.#list(report) : this.#status()}</div>`;
    return report ? this.#list(report) : nothing;
  }

  /** @param {Report} report */
  #list(report) {
    const { themes } = report;
    const few = this.#own ? FEW : themes.length;
    return html`
      ${this.#summary?.(report, this.input, (place) => this.#evidence(place)) ?? nothing}
      ${themes.length === 0 ? html`<p class="none">${say`没有发现贯穿版面的主题。`}</p>` : nothing}
      ${themes.slice(0, few).map((theme) => this.#theme(theme))}
      ${themes.length > few
        ? html`<details class="rest"><summary>${say`其余 ${grouped(themes.length - few)} 个主题`}</summary>${themes.slice(few).map((theme) => this.#theme(theme))}</details>`
        : nothing}
    `;
  }

  /** By itself: what it is, and the switch for the light in the text. */
  #top() {
    const lights = paints && this.for !== null && this.#analysis.phase === "done" && (this.report?.themes.length ?? 0) > 0;
    return html`<div class="top" part="head">
      <span>${say`主题`}</span>
      ${lights
        ? html`<label class="switch"><input type="checkbox" .checked=${this.#light} @change=${this.#switch} />${say`在文中标出`}</label>`
        : nothing}
    </div>`;
  }

  #switch() {
    this.#light = !this.#light;
    this.requestUpdate();
  }

  /** By itself: why there is nothing to be seen. */
  #status() {
    const { phase, message } = this.#analysis;
    if (phase === "error") {
      return html`<div class="status error" part="status" role="alert"><p>${message}</p><button class="button" part="button" type="button" @click=${this.analyze}>${say`再试一次`}</button></div>`;
    }
    return html`<p class="status" part="status" role="status">${phase === "running" ? say`正在读取主题……` : say`读到这里时开始分析。`}</p>`;
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
      ${others.length > 0 ? html`<p class="variants">${say`又作`}${others.map((name) => html`<span lang="zh">${name}</span>`)}</p>` : nothing}
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
    return html`<button class="plain evidence" part="evidence" type="button" lang="zh" title=${say`到原处`} @click=${() => this.#jump(place)}>
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
    if (this.#own) this.chosen = id;
    tell(this, "banmian-choose-theme", { id });
  }

  /** @param {Evidence} place */
  #jump(place) {
    if (this.#own) this.#hostLight?.reveal(this.#analysis.element(), this.input, place);
    tell(this, "banmian-jump", place);
  }
}

/**
 * Mentions in headlines and in the body, over all articles.
 * @param {Theme} theme
 */
const totals = ({ articles }) =>
  articles.reduce(([headline, body], row) => [headline + row.headline, body + row.body], [0, 0]);

define("banmian-themes", BanmianThemes);
