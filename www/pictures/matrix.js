/** Themes by articles: how often each article of the page speaks of each theme. */
import { say } from "../language/say.js";
import { headlineOf } from "../elements/facts.js";
import { short } from "./picture.js";
import { POINTS, axisX, axisY, cell, drawn, text } from "./plot.js";

/** @import { Report, Theme } from "../../src/report.js" */
/** @import { Picture } from "./picture.js" */

/** Themes that are drawn; all are in the table. */
const DRAWN = 20;

/** How dark a cell is, by the share of the most; a number is legible on each. */
const LEVELS = [0.12, 0.3, 0.88, 1];

/**
 * @param {Report} report
 * @returns {Picture | null}
 */
export function matrix({ themes, articles }) {
  if (themes.length === 0) return null;
  const numbers = new Map(articles.map(({ id }, index) => [id, index + 1]));
  const points = themes.flatMap((theme, at) =>
    theme.articles.flatMap(({ article, headline, body }) => {
      const number = numbers.get(article);
      return number ? [{ theme, at, number, headline, body, count: headline + body, place: evidenceOf(theme, article) }] : [];
    }),
  );
  const rows = points.map(({ theme, number, headline, body, count, place }) => ({
    cells: [theme.name, number, headlineOf(articles[number - 1]), headline, body, count],
    place: place && { ...place, id: theme.id },
  }));
  const most = Math.max(1, ...points.map(({ count }) => count));
  const level = (/** @type {number} */ count) => Math.min(3, Math.floor((count / most) * 4 - 0.001));
  const shown = points.filter(({ at }) => at < DRAWN);
  const names = themes.slice(0, DRAWN).map(({ name }) => name);
  return {
    id: "matrix",
    title: say`主题与稿件`,
    note: say`每格是一个主题在一篇稿件里出现的次数，颜色越深次数越多；横行是主题，竖列是稿件的序号。`,
    columns: [say`主题`, say`篇`, say`标题`, say`标题中`, say`正文中`, say`合计`],
    rows,
    legend: [],
    draw: (width) => {
      const label = width < 500 ? 7 : 14;
      const lettered = (/** @type {(count: number) => boolean} */ some, /** @type {string} */ fill) =>
        text(shown, { x: "number", y: ({ theme }) => theme.name, text: "count", filter: ({ count }) => some(level(count)), fill, fontSize: 12, pointerEvents: "none" });
      return drawn(
        {
          width,
          height: 46 + names.length * 30,
          marginLeft: label * 13 + 14,
          marginTop: 30,
          marginBottom: 8,
          marginRight: 4,
          x: { domain: articles.map((_, index) => index + 1), padding: 0.06 },
          y: { domain: names, padding: 0.08 },
          marks: [
            axisX({ anchor: "top", label: null, tickSize: 0, fontSize: 12, ticks: every(articles.length, width) }),
            axisY({ label: null, tickSize: 0, fontSize: 13, tickFormat: (/** @type {string} */ name) => short(name, label) }),
            cell(shown, {
              className: POINTS,
              x: "number",
              y: ({ theme }) => theme.name,
              fill: "var(--_accent)",
              fillOpacity: ({ count }) => LEVELS[level(count)],
              title: ({ theme, number, count }) => say`${theme.name}：第 ${number} 篇 ${count} 处`,
            }),
            lettered((one) => one < 2, "var(--_ink)"),
            lettered((one) => one >= 2, "var(--_on-accent)"),
          ],
          opacity: { type: "identity" },
        },
        shown.map((point) => points.indexOf(point)),
      );
    },
  };
}

/**
 * Article numbers that have room on the axis.
 * @param {number} count
 * @param {number} width
 */
function every(count, width) {
  const step = Math.max(1, Math.ceil((count * 26) / width));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => 1 + index * step);
}

/**
 * The sentence of an article that says most of a theme, else its first mention there.
 * @param {Theme} theme
 * @param {string} article
 */
export function evidenceOf({ evidence, mentions }, article) {
  const place = evidence.find((one) => one.article === article) ?? mentions.find((one) => one.article === article);
  return place ? { article, start: place.start, end: place.end } : null;
}
