/**
 * Several pages seen together, as the pictures show them: a series for each theme, and which articles are printed again.
 *
 * Takes what the core's `compare` says of the pages and the pages themselves, for the places that a point opens.
 */

/** @import { Article, Comparison, ComparedTheme, Report } from "../../src/report.js" */

/** `date` is ISO 8601, or null where the page has none. @typedef {{ name: string, date: string | null, report: Report }} DatedPage */

/** One theme on one day; the place is of its first article there. @typedef {{ when: string, page: number, count: number, article: string, start: number, end: number }} Moment */

/** @typedef {{ name: string, moments: Moment[], total: number, first: string, last: string, trend: "rising" | "falling" | "steady" | "new" | "once" }} Series */

/** @typedef {{ page: number, when: string, name: string, article: Article }} Print */

/** @typedef {{ whens: string[], series: Series[], reprints: { first: Print, again: Print, likeness: number }[] }} OverTime */

/** Themes that have room in a picture. */
const SHOWN = 24;

/**
 * @param {Comparison} comparison
 * @param {DatedPage[]} pages the ones that were compared, in the same order
 * @returns {OverTime}
 */
export function overTime({ pages: order, themes, reprints }, pages) {
  const print = (/** @type {{ page: number, article: string }} */ { page, article }) => {
    const found = pages[page].report.articles.find(({ id }) => id === article);
    return found ? [{ page, when: whenOf(pages[page]), name: pages[page].name, article: found }] : [];
  };
  return {
    whens: [...new Set(order.map(({ page }) => whenOf(pages[page])))],
    // The user's own themes are listed though they stand nowhere.
    series: themes.filter(({ pages: seen }) => seen.length > 0).slice(0, SHOWN).map((theme) => seriesOf(theme, pages)),
    reprints: reprints.flatMap(({ articles, likeness }) => {
      const [first, ...others] = articles.flatMap(print);
      return others.map((again) => ({ first, again, likeness }));
    }),
  };
}

/** @param {DatedPage} page */
const whenOf = ({ date, name }) => date ?? name;

/**
 * @param {ComparedTheme} theme
 * @param {DatedPage[]} pages
 * @returns {Series}
 */
function seriesOf({ name, mentions, pages: seen, direction, isNew }, pages) {
  /** @type {Moment[]} */
  const moments = [];
  for (const { page, articles, headline, body } of seen) {
    const when = whenOf(pages[page]);
    const last = moments.at(-1);
    if (last?.when === when) last.count += headline + body;
    else moments.push({ when, page, count: headline + body, ...placeOf(pages[page].report, articles[0]) });
  }
  const trend = isNew ? "new" : moments.length === 1 ? "once" : direction;
  return { name, moments, total: mentions, first: moments[0].when, last: moments[moments.length - 1].when, trend };
}

/**
 * @param {Report} report
 * @param {string} article
 */
function placeOf({ articles }, article) {
  const [span] = articles.find(({ id }) => id === article)?.spans ?? [];
  return { article, start: span?.start ?? 0, end: span?.end ?? 0 };
}
