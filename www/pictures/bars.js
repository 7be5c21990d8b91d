/** How often each theme stands word for word, in another form, or in part. */
import { say } from "../language/say.js";
import { short } from "./picture.js";
import { POINTS, axisX, axisY, barX, drawn, ruleX } from "./plot.js";

/** @import { Report } from "../../src/report.js" */
/** @import { Picture } from "./picture.js" */

/** Themes that are drawn; all are in the table. */
const DRAWN = 20;

/** @typedef {"exact" | "variant" | "part"} Match */

/** Kinds of matches, each with its colour. @returns {{ match: Match, name: string, look: string }[]} */
const matches = () => [
  { match: "exact", name: say`原样`, look: "var(--_accent)" },
  { match: "variant", name: say`变体`, look: "var(--_date)" },
  { match: "part", name: say`部分`, look: "var(--_place)" },
];

/**
 * @param {Report} report
 * @returns {Picture | null}
 */
export function bars({ themes }) {
  if (themes.length === 0) return null;
  const kinds = matches();
  const points = themes.flatMap((theme, at) =>
    kinds.flatMap(({ match, name, look }) => {
      const found = theme.mentions.filter((mention) => mention.match === match);
      const [first] = found;
      return first ? [{ theme, at, match, name, look, count: found.length, place: { article: first.article, start: first.start, end: first.end, id: theme.id } }] : [];
    }),
  );
  const shown = points.filter(({ at }) => at < DRAWN);
  return {
    id: "themes",
    title: say`主题出现的次数`,
    note: say`每个主题在全版出现的次数：一字不差的、写法不同的、只出现一部分的。`,
    columns: [say`主题`, say`写法`, say`次数`],
    rows: points.map(({ theme, name, count, place }) => ({ cells: [theme.name, name, count], place })),
    legend: kinds.filter(({ match }) => points.some((point) => point.match === match)),
    draw: (width) => {
      const label = width < 500 ? 7 : 14;
      return drawn(
        {
          width,
          height: 40 + Math.min(themes.length, DRAWN) * 28,
          marginLeft: label * 13 + 14,
          marginTop: 8,
          marginBottom: 28,
          marginRight: 12,
          x: { nice: true },
          y: { domain: themes.slice(0, DRAWN).map(({ name }) => name), padding: 0.3 },
          marks: [
            barX(shown, {
              className: POINTS,
              x: "count",
              y: ({ theme }) => theme.name,
              fill: "look",
              title: ({ theme, name, count }) => say`${theme.name}：${name} ${count} 处`,
            }),
            ruleX([0], { stroke: "var(--_edge)" }),
            axisX({ label: null, fontSize: 12, tickSize: 4, ticks: 5, tickFormat: (/** @type {number} */ count) => (Number.isInteger(count) ? String(count) : "") }),
            axisY({ label: null, tickSize: 0, fontSize: 13, tickFormat: (/** @type {string} */ name) => short(name, label) }),
          ],
          color: { type: "identity" },
        },
        shown.map((point) => points.indexOf(point)),
      );
    },
  };
}
