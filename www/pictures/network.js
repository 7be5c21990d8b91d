/** The network of themes, people and organizations, laid out once and then still. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { turn } from "../elements/turn.js";
import { say } from "../language/say.js";
import { short } from "./picture.js";
import { tiesOf } from "./ties.js";

/** @import { Report } from "../../src/report.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Kind, Node, Tie } from "./ties.js" */

/** Steps after which the layout no longer moves, those of them that are gone in one task, and passes that part names. */
const STEPS = 300;
const STRIDE = 30;
const PASSES = 60;

/** Characters of a name that are drawn. */
const NAME = 9;

/** Kinds of nodes, each with its colour; each has a shape as well. @returns {Record<Kind, { name: string, look: string }>} */
const kinds = () => ({
  theme: { name: say`主题（方）`, look: "var(--_accent)" },
  person: { name: say`人物（圆）`, look: "var(--_person)" },
  organization: { name: say`机构（菱形）`, look: "var(--_organization)" },
});

/**
 * @param {Report} report
 * @param {string} input
 * @returns {Picture | null}
 */
export function network(report, input) {
  const { nodes, ties } = tiesOf(report, input);
  if (ties.length === 0) return null;
  const names = kinds();
  return {
    id: "network",
    title: say`主题、人物与机构`,
    note: say`同一段里提到的连成一线，线越粗，同段的次数越多；报名和署名作者不计。`,
    columns: [say`甲`, say`类别`, say`乙`, say`类别`, say`同段`],
    rows: ties.map(({ a, b, count, place }) => ({ cells: [a.name, kindName(a.kind), b.name, kindName(b.kind), count], place })),
    legend: Object.values(names),
    draw: (width) => draw(width, nodes, ties),
  };
}

/** @param {Kind} kind */
const kindName = (kind) => ({ theme: say`主题`, person: say`人物`, organization: say`机构` })[kind];

/**
 * @param {number} width
 * @param {Node[]} nodes
 * @param {Tie[]} ties
 */
async function draw(width, nodes, ties) {
  // A narrow picture has room for fewer names.
  const kept = new Set(nodes.slice(0, width < 500 ? 14 : width < 900 ? 30 : 46));
  const height = Math.round(Math.min(width * 0.75, 620) + (width < 500 ? 160 : 0));
  const shown = ties.filter(({ a, b }) => kept.has(a) && kept.has(b));
  const tied = new Set(shown.flatMap(({ a, b }) => [a, b]));
  const seats = await layout([...tied], shown, { width, height });
  const looks = kinds();
  const svg = element("svg", { class: "plot", width, height, viewBox: `0 0 ${width} ${height}`, "font-size": 12, "text-anchor": "middle" });
  for (const tie of shown) {
    const [a, b] = [seats.get(tie.a), seats.get(tie.b)];
    if (!a || !b) continue;
    const line = element("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: "var(--_edge)", "stroke-opacity": 0.55, "stroke-width": Math.min(6, 0.8 + tie.count) });
    const wide = element("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: "transparent", "stroke-width": 12, "data-row": ties.indexOf(tie) });
    wide.append(titled(say`${tie.a.name} — ${tie.b.name}：同段 ${tie.count} 次`));
    svg.append(line, wide);
  }
  for (const [node, { x, y }] of seats) {
    const group = element("g", { "data-row": ties.findIndex(({ a, b }) => a === node || b === node) });
    const label = element("text", { x, y: y + radius(node) + 13, fill: "var(--_ink)", stroke: "var(--_sheet)", "stroke-width": 3, "paint-order": "stroke", "font-weight": node.kind === "theme" ? 700 : 400 });
    label.textContent = short(node.name, NAME);
    group.append(titled(say`${node.name}：${node.count} 处`), shape(node, { x, y }, looks[node.kind].look), label);
    svg.append(group);
  }
  return /** @type {SVGSVGElement} */ (svg);
}

/** @param {Node} node */
const radius = ({ count }) => 5 + Math.min(9, Math.sqrt(count) * 2);

/**
 * @param {Node} node
 * @param {{ x: number, y: number }} place
 * @param {string} fill
 */
function shape(node, { x, y }, fill) {
  const r = radius(node);
  if (node.kind === "person") return element("circle", { cx: x, cy: y, r, fill });
  const square = element("rect", { x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, fill });
  if (node.kind === "organization") square.setAttribute("transform", `rotate(45 ${x} ${y})`);
  return square;
}

/**
 * @param {Node[]} nodes
 * @param {Tie[]} ties
 * @param {{ width: number, height: number }} room
 * @returns {Promise<Map<Node, { x: number, y: number }>>}
 */
async function layout(nodes, ties, { width, height }) {
  const seats = nodes.map((node) => ({ node, x: 0, y: 0, index: 0 }));
  const at = new Map(seats.map((seat) => [seat.node, seat]));
  const links = ties.map(({ a, b, count }) => ({ source: /** @type {any} */ (at.get(a)), target: /** @type {any} */ (at.get(b)), count }));
  // Seats without coordinates are laid in a spiral first, always the same.
  for (const seat of seats) Object.assign(seat, { x: undefined, y: undefined });
  const simulation = forceSimulation(seats)
    .force("tie", forceLink(links).distance(70).strength(({ count }) => Math.min(0.6, 0.12 * count)))
    .force("apart", forceManyBody().strength(-260))
    .force("room", forceCollide(30))
    .force("x", forceX().strength(0.06))
    .force("y", forceY().strength(0.06 * (width / height)))
    .stop();
  for (let step = 0; step < STEPS; step += STRIDE) {
    simulation.tick(STRIDE);
    await turn();
  }
  return fitted(seats, { width, height });
}

/**
 * Spreads seats over the room, with a margin for their names.
 * @param {{ node: Node, x: number, y: number }[]} seats
 * @param {{ width: number, height: number }} room
 */
function fitted(seats, { width, height }) {
  const scale = (/** @type {number[]} */ values, /** @type {number} */ from, /** @type {number} */ to) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (/** @type {number} */ value) => Math.round(high > low ? from + ((value - low) / (high - low)) * (to - from) : (from + to) / 2);
  };
  const x = scale(seats.map((seat) => seat.x), 56, width - 56);
  const y = scale(seats.map((seat) => seat.y), 22, height - 36);
  const places = new Map(seats.map((seat) => [seat.node, { x: x(seat.x), y: y(seat.y) }]));
  part(places, height);
  return places;
}

/**
 * Moves nodes up and down until no name lies on another.
 * @param {Map<Node, { x: number, y: number }>} places
 * @param {number} height
 */
function part(places, height) {
  const boxes = [...places].map(([node, place]) => ({ place, half: (short(node.name, NAME).length * 12 + 8) / 2, high: radius(node) * 2 + 20 }));
  for (let pass = 0; pass < PASSES; pass += 1) {
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) {
        const [upper, lower] = a.place.y <= b.place.y ? [a, b] : [b, a];
        const over = upper.high - (lower.place.y - upper.place.y);
        if (over <= 0 || Math.abs(a.place.x - b.place.x) >= a.half + b.half) continue;
        upper.place.y = Math.max(22, upper.place.y - Math.ceil(over / 2));
        lower.place.y = Math.min(height - 36, lower.place.y + Math.ceil(over / 2));
      }
    });
  }
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function element(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** @param {string} words */
function titled(words) {
  const title = element("title", {});
  title.textContent = words;
  return title;
}
