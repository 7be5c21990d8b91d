import { LitElement, css, html, nothing } from "lit";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { define } from "./define.js";
import { lengthOf } from "./facts.js";
import { grouped, longDate } from "./kinds.js";

/** @import { Report } from "../../src/report.js" */

const scripts = () => ({ hans: say`简体`, hant: say`繁体`, mixed: say`简繁混排` });

/**
 * 报头: the paper, date and page number, and how much the page holds.
 *
 * @csspart paper - the paper's name
 * @csspart facts - the line of counts
 */
export class BanmianMasthead extends LitElement {
  static properties = {
    report: { attribute: false },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; text-align: center; border-bottom: 3px double var(--_ink); padding: 0.5rem 0 0.7rem; }
      h2 { font-family: var(--_serif); font-weight: 900; font-size: clamp(1.6rem, 1.1rem + 2.2cqi, 2.6rem); line-height: 1.3; letter-spacing: 0.08em; overflow-wrap: anywhere; text-wrap: balance; }
      h2.plain-name { font-weight: 700; font-size: clamp(1.25rem, 1rem + 1.2cqi, 1.7rem); letter-spacing: 0; }
      p { font-size: 0.875rem; line-height: 1.7; color: var(--_soft); display: flex; flex-wrap: wrap; justify-content: center; gap: 0 1.2rem; }
      .issue { color: var(--_ink); }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Report | null} */
    this.report = null;
  }

  render() {
    if (!this.report) return nothing;
    const { source, articles, themes, entities } = this.report;
    const { paper = null, date = null, page = null } = source.masthead ?? {};
    const editors = source.pages.length > 1 ? [] : (source.masthead?.editors ?? []);
    const issue = source.pages.length > 1 ? issues(source.pages) : [date && longDate(date), page].filter(Boolean);
    const length = articles.reduce((sum, article) => sum + lengthOf(article), 0);
    const people = entities.filter(({ kind }) => kind === "person").length;
    return html`
      <h2 part="paper" class=${paper ? "" : "plain-name"} lang=${paper ? "zh" : nothing}>${paper ?? source.name ?? say`未见报头的版面`}</h2>
      ${issue.length > 0 ? html`<p class="issue">${issue.map((part) => html`<span>${part}</span>`)}</p>` : nothing}
      ${editors.length > 0 ? html`<p>${editors.map(({ name, role }) => html`<span lang="zh">${role ?? "编辑"} ${name}</span>`)}</p>` : nothing}
      <p part="facts">
        <span>${say`${grouped(articles.length)} 篇稿件`}</span>
        <span>${say`${grouped(length)} 字`}</span>
        ${themes.length > 0 ? html`<span>${say`${grouped(themes.length)} 个主题`}</span>` : nothing}
        ${people > 0 ? html`<span>${say`${grouped(people)} 位人物`}</span>` : nothing}
        <span>${scripts()[source.script]}</span>
      </p>
    `;
  }
}

/**
 * Of a text that holds several pages: from which day to which, and how many. Each has its own head below.
 * @param {Report["source"]["pages"]} pages
 */
function issues(pages) {
  const dates = [...new Set(pages.flatMap(({ masthead }) => masthead?.date ?? []))].sort();
  const days = dates.length > 1 ? say`${longDate(dates[0])} 至 ${longDate(dates[dates.length - 1])}` : dates.map(longDate)[0];
  return [days, say`${grouped(pages.length)} 个版面`].filter(Boolean);
}

define("banmian-masthead", BanmianMasthead);
