/**
 * Several pages seen together: when each theme first appears, how it rises and falls, and which articles are printed
 * again.
 *
 * Takes pages with their dates; gives series and pairs. Every count is of words that stand in the texts, also where a
 * page does not name them among its themes. The work is done in parts, so that the page stays alive.
 */
import { textsOf } from "../elements/place.js";
import { reprintsOf } from "./reprints.js";

/** @import { Article, Report } from "../../src/report.js" */
/** @import { Reprint } from "./reprints.js" */

/** `date` is ISO 8601, or null where the page has none. @typedef {{ name: string, date: string | null, report: Report }} DatedPage */

/** One theme on one day. @typedef {{ when: string, page: number, count: number, article: string, start: number, end: number }} Moment */

/** @typedef {{ name: string, moments: Moment[], total: number, first: string, last: string, trend: "rising" | "falling" | "steady" | "new" | "once" }} Series */

/** @typedef {{ whens: string[], series: Series[], reprints: Reprint[] }} OverTime */

/** Themes that are followed. */
const FOLLOWED = 24;
/** How long one part of the work may take, in milliseconds. */
const PART = 12;

/**
 * @param {DatedPage[]} pages
 * @returns {Promise<OverTime>}
 */
export async function overTime(pages) {
  const rest = resting();
  const order = pages.map((page, index) => ({ ...page, index, when: page.date ?? page.name })).sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : a.index - b.index));
  const whens = [...new Set(order.map(({ when }) => when))];
  const followed = await themesOf(order.map(({ report }) => report), rest);
  /** @type {Map<string, Moment[]>} */
  const moments = new Map();
  for (const { report, index, when } of order) {
    for (const article of report.articles) {
      const text = textsOf(article).map((one) => one.text).join("\n");
      for (const { name, forms } of followed) note(moments, name, { forms, text, article, when, page: index });
      await rest();
    }
  }
  const series = followed.flatMap(({ name }) => {
    const list = moments.get(name) ?? [];
    return list.length > 0 ? [seriesOf(name, list, whens)] : [];
  });
  return { whens, series: series.sort((a, b) => b.total - a.total).slice(0, FOLLOWED), reprints: await reprintsOf(order, rest) };
}

/** Lets the page breathe whenever a part of the work is done. */
function resting() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < PART) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}

/**
 * The themes of all pages, those of most pages first; one theme in several forms is one.
 * @param {Report[]} reports
 * @param {() => Promise<void>} rest
 */
async function themesOf(reports, rest) {
  /** @type {Map<string, { name: string, forms: Set<string>, weight: number }>} */
  const themes = new Map();
  for (const report of reports) {
    for (const { name, variants, score } of report.themes) {
      const key = keyOf(name);
      const theme = themes.get(key) ?? { name, forms: new Set(), weight: 0 };
      for (const form of [name, ...variants]) theme.forms.add(form);
      theme.weight += score;
      themes.set(key, theme);
    }
    await rest();
  }
  return [...themes.values()].sort((a, b) => b.weight - a.weight).slice(0, FOLLOWED * 2);
}

/** A theme's name without the marks around and in it. @param {string} name */
const keyOf = (name) => name.replace(/[\s“”"‘’《》、，·]/g, "");

/**
 * @param {Map<string, Moment[]>} moments
 * @param {string} name
 * @param {{ forms: Set<string>, text: string, article: Article, when: string, page: number }} seen
 */
function note(moments, name, { forms, text, article, when, page }) {
  const count = Math.max(...[...forms].map((form) => (form ? text.split(form).length - 1 : 0)));
  if (count === 0) return;
  const [span] = article.spans;
  const list = moments.get(name) ?? [];
  const same = list.findLast((moment) => moment.when === when);
  if (same) same.count += count;
  else list.push({ when, page, count, article: article.id, start: span?.start ?? 0, end: span?.end ?? 0 });
  moments.set(name, list);
}

/**
 * @param {string} name
 * @param {Moment[]} moments
 * @param {string[]} whens
 * @returns {Series}
 */
function seriesOf(name, moments, whens) {
  const first = moments[0].when;
  const last = moments[moments.length - 1].when;
  const total = moments.reduce((sum, { count }) => sum + count, 0);
  return { name, moments, total, first, last, trend: trendOf(moments, whens) };
}

/**
 * @param {Moment[]} moments
 * @param {string[]} whens
 * @returns {Series["trend"]}
 */
function trendOf(moments, whens) {
  if (moments.length === 1) return moments[0].when === whens.at(-1) && whens.length > 1 ? "new" : "once";
  const half = whens.length / 2;
  const sum = (/** @type {boolean} */ late) => moments.reduce((all, { when, count }) => all + (whens.indexOf(when) >= half === late ? count : 0), 0);
  const [before, after] = [sum(false), sum(true)];
  if (after > before * 1.5) return "rising";
  return before > after * 1.5 ? "falling" : "steady";
}
