/** Themes over several pages: a line for each from its first day to its last, a dot for each day, as large as often. */
import { headlineOf } from "../elements/facts.js";
import { say } from "../language/say.js";
import { short } from "./picture.js";
import { POINTS, axisX, axisY, dot, drawn, link } from "./plot.js";

/** @import { OverTime, Series } from "./over-time.js" */
/** @import { Picture } from "./picture.js" */

/** @returns {Record<Series["trend"], string>} */
const trends = () => ({ rising: say`渐多 ↑`, falling: say`渐少 ↓`, steady: say`平稳 →`, new: say`新见`, once: say`一次` });

/**
 * @param {OverTime} over
 * @returns {Picture | null}
 */
export function timeline({ whens, series }) {
  if (whens.length < 2 || series.length === 0) return null;
  const names = trends();
  const points = series.flatMap((one) => one.moments.map((moment, index) => ({ ...moment, series: one, first: index === 0 })));
  return {
    id: "timeline",
    title: say`主题的起落`,
    note: say`圆点越大，当日提到越多；空心圈是首次出现，横线到最后一次为止。`,
    columns: [say`主题`, say`日期`, say`次数`, say`首见`, say`走势`],
    rows: points.map(({ series: one, when, count, page, article, start, end }) => ({
      cells: [one.name, when, count, one.first, names[one.trend]],
      place: { page, article, start, end },
    })),
    legend: [],
    draw: (width) => {
      const label = width < 500 ? 7 : 14;
      return drawn(
        {
          width,
          height: 56 + series.length * 32,
          marginLeft: label * 13 + 14,
          marginRight: width < 500 ? 56 : 76,
          marginTop: 32,
          marginBottom: 12,
          x: { type: "point", domain: whens, padding: 0.3 },
          y: { domain: series.map(({ name }) => name), padding: 0.5 },
          r: { range: [4, 12] },
          marks: [
            link(series, { x1: "first", x2: "last", y: "name", stroke: "var(--_edge)", strokeWidth: 2 }),
            dot(points, {
              className: POINTS,
              x: "when",
              y: ({ series: one }) => one.name,
              r: "count",
              fill: ({ first }) => (first ? "var(--_sheet)" : "var(--_accent)"),
              stroke: "var(--_accent)",
              strokeWidth: 2,
              title: ({ series: one, when, count }) => say`${one.name}：${when} ${count} 处`,
            }),
            axisX({ anchor: "top", label: null, tickSize: 0, fontSize: 12, ticks: spread(whens, width), tickFormat: (/** @type {string} */ when) => short(when.replace(/^\d{4}-/, ""), 8) }),
            axisY({ label: null, tickSize: 0, fontSize: 13, tickFormat: (/** @type {string} */ name) => short(name, label) }),
            axisY({ anchor: "right", label: null, tickSize: 0, fontSize: 12, tickFormat: (/** @type {string} */ name) => names[series.find((one) => one.name === name)?.trend ?? "once"] }),
          ],
          color: { type: "identity" },
        },
        points.map((_, index) => index),
      );
    },
  };
}

/**
 * Days that have room on the axis.
 * @param {string[]} whens
 * @param {number} width
 */
function spread(whens, width) {
  const step = Math.max(1, Math.ceil((whens.length * 52) / Math.max(60, width - 200)));
  return whens.filter((_, index) => index % step === 0);
}

/**
 * @param {OverTime} over
 * @returns {Picture | null}
 */
export function reprints({ reprints: found }) {
  if (found.length === 0) return null;
  return {
    id: "reprints",
    title: say`重复刊出的稿件`,
    note: say`两版里文字大体相同的稿件，先出的在前。`,
    columns: [say`先出`, say`版面`, say`标题`, say`后出`, say`版面`, say`标题`, say`相同`],
    rows: found.map(({ first, again, likeness }) => {
      const [span] = again.article.spans;
      return {
        cells: [first.when, first.name, headlineOf(first.article), again.when, again.name, headlineOf(again.article), `${Math.round(likeness * 100)}%`],
        place: { page: again.page, article: again.article.id, start: span?.start ?? 0, end: span?.end ?? 0 },
      };
    }),
    legend: [],
    draw: null,
  };
}
