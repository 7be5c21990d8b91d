/** Themes by articles: how often each article of the page speaks of each theme. */
import { say } from "../language/say.js";
import { headlineOf } from "../elements/facts.js";
import { short } from "./picture.js";
import { POINTS, axisX, axisY, cell, drawn, text } from "./plot.js";

/** @import { Report, Theme } from "../../src/report.js" */
/** @import { Picture } from "./picture.js" */

/** Themes and articles that are drawn; all are in the table. */
const DRAWN = { themes: 20, articles: 80 };

/** How dark a cell is, by the share of the most; a number is legible on each. */
const LEVELS = [0.12, 0.3, 0.88, 1];

/**
 * @param {Report} report
 * @returns {Picture | null}
 */
export function matrix({ themes, articles }) {
  if (themes.length === 0) return null;
  const numbers = new Map(articles.map(({ id }, index) => [id, index + 1]));
  const points = themes.flatMap((theme, at) => {
    const places = evidenceOf(theme);
    return theme.articles.flatMap(({ article, headline, body }) => {
      const number = numbers.get(article);
      return number ? [{ theme, at, number, headline, body, count: headline + body, place: places.get(article) ?? null }] : [];
    });
  });
  const rows = points.map(({ theme, number, headline, body, count, place }) => ({
    cells: [theme.name, number, headlineOf(articles[number - 1]), headline, body, count],
    place: place && { ...place, id: theme.id },
  }));
  const most = Math.max(1, ...points.map(({ count }) => count));
  const level = (/** @type {number} */ count) => Math.min(3, Math.floor((count / most) * 4 - 0.001));
  const rowOf = new Map(points.map((point, index) => [point, index]));
  const columns = fullest(points, articles.length);
  const shown = points.filter(({ at, number }) => at < DRAWN.themes && columns.includes(number));
  const names = themes.slice(0, DRAWN.themes).map(({ name }) => name);
  return {
    id: "matrix",
    title: say`主题与稿件`,
    note: say`每格是一个主题在一篇稿件里出现的次数，颜色越深次数越多；横行是主题，竖列是稿件的序号。` + (columns.length < articles.length ? say`稿件太多，只画主题最多的 ${columns.length} 篇，其余见表。` : ""),
    columns: [say`主题`, say`篇`, say`标题`, say`标题中`, say`正文中`, say`合计`],
    rows,
    legend: [],
    draw: (width) => {
      const label = width < 500 ? 7 : 14;
      const roomy = (width - label * 13) / columns.length >= 16;
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
          x: { domain: columns, padding: 0.06 },
          y: { domain: names, padding: 0.08 },
          marks: [
            axisX({ anchor: "top", label: null, tickSize: 0, fontSize: 12, ticks: every(columns, width) }),
            axisY({ label: null, tickSize: 0, fontSize: 13, tickFormat: (/** @type {string} */ name) => short(name, label) }),
            cell(shown, {
              className: POINTS,
              x: "number",
              y: ({ theme }) => theme.name,
              fill: "var(--_accent)",
              fillOpacity: ({ count }) => LEVELS[level(count)],
              title: ({ theme, number, count }) => say`${theme.name}：第 ${number} 篇 ${count} 处`,
            }),
            ...(roomy ? [lettered((one) => one < 2, "var(--_ink)"), lettered((one) => one >= 2, "var(--_on-accent)")] : []),
          ],
          opacity: { type: "identity" },
        },
        shown.map((point) => rowOf.get(point) ?? -1),
      );
    },
  };
}

/**
 * The articles to draw, in their order: all of them, or of very many those that speak most of themes.
 * @param {{ number: number, count: number }[]} points
 * @param {number} length
 */
function fullest(points, length) {
  const counts = Array.from({ length }, () => 0);
  for (const { number, count } of points) counts[number - 1] += count;
  const order = counts.map((count, index) => ({ count, number: index + 1 })).sort((a, b) => b.count - a.count);
  return order.slice(0, DRAWN.articles).map(({ number }) => number).sort((a, b) => a - b);
}

/**
 * Article numbers that have room on the axis.
 * @param {number[]} numbers
 * @param {number} width
 */
function every(numbers, width) {
  const step = Math.max(1, Math.ceil((numbers.length * 26) / width));
  return numbers.filter((_, index) => index % step === 0);
}

/**
 * For each article the sentence that says most of a theme, else its first mention there.
 * @param {Theme} theme
 */
function evidenceOf({ evidence, mentions }) {
  const found = [...evidence, ...mentions].reverse();
  return new Map(found.map(({ article, start, end }) => [article, { article, start, end }]));
}
