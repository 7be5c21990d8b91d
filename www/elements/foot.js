/** What stands below an article: its keywords, its best sentences, and what was repaired in it and why. */
import { html, nothing } from "lit";
import { sayReported } from "../language/report.js";
import { say } from "../language/say.js";
import { grouped, repairs as repairKinds } from "./kinds.js";
import { clipped } from "./more.js";
import { placesOf } from "./place.js";

/** @import { Article, Repair, Span } from "../../src/report.js" */

/** Repairs that are listed; all are marked in the text. */
const LISTED = 100;

/**
 * @param {Article} article
 * @param {string} input
 * @param {(range: Span) => void} onReveal called with the sentence that the reader chooses
 */
export function foot(article, input, onReveal) {
  const { keywords, repairs, summary } = article;
  if (keywords.length + repairs.length + summary.length === 0) return nothing;
  return html`<footer part="foot">
    ${keywords.length > 0
      ? html`<dl><div><dt>${say`关键词`}</dt>${keywords.slice(0, 8).map(({ term }) => html`<dd lang="zh">${term}</dd>`)}</div></dl>`
      : nothing}
    ${summary.length > 0 ? digest(article, input, onReveal) : nothing} ${repairs.length > 0 ? repairList(repairs) : nothing}
  </footer>`;
}

/**
 * @param {Article} article
 * @param {string} input
 * @param {(range: Span) => void} onReveal
 */
function digest(article, input, onReveal) {
  const words = (/** @type {Span} */ range) => {
    const [place] = placesOf(article, input, range);
    return clipped(place ? place.text.text.slice(place.start, place.end) : input.slice(range.start, range.end));
  };
  return html`<details>
    <summary>${say`本篇提要`}</summary>
    <ul>
      ${article.summary.map((range) => html`<li><button type="button" class="plain" lang="zh" @click=${() => onReveal(range)}>${words(range)}</button></li>`)}
    </ul>
  </details>`;
}

/** @param {Repair[]} repairs */
function repairList(repairs) {
  const names = repairKinds();
  const unwraps = repairs.filter(({ kind }) => kind === "unwrap").length;
  const others = repairs.filter(({ kind }) => kind !== "unwrap");
  const counts = Object.entries(names)
    .map(([kind, { name }]) => ({ name, count: repairs.filter((repair) => repair.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const heading = say`修补：${counts.map(({ name, count }) => say`${name} ${grouped(count)} 处`).join(say`，`)}`;
  if (others.length === 0) return html`<p class="repairs">${heading}</p>`;
  return html`<details class="repairs">
    <summary>${heading}</summary>
    <ul>
      ${others.slice(0, LISTED).map(({ kind, reason }) => html`<li>${say`${names[kind].name}：${sayReported(reason)}`}</li>`)}
      ${others.length > LISTED ? html`<li>${say`其余 ${grouped(others.length - LISTED)} 处见文中的记号。`}</li>` : nothing}
      ${unwraps > 0 ? html`<li>${say`${names.unwrap.name}：${grouped(unwraps)} 处，把排版断开的行接回成段。`}</li>` : nothing}
    </ul>
  </details>`;
}
