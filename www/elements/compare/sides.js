/**
 * Sets a line of the original and a segment of the repaired text, with each repair as a tracked change: on the left what
 * was found, on the right what was made of it.
 */
import { html, nothing } from "lit";
import { sayReported } from "../../language/report.js";
import { say } from "../../language/say.js";
import { untitled } from "../facts.js";
import { placesOf, piecesOf, seamOf } from "../place.js";
import { runs } from "../runs.js";
import { firstAtLeast } from "./anchors.js";

/** @import { Repair, Report, Span, Text } from "../../../src/report.js" */
/** @import { Line, Owner, Segment } from "./segments.js" */

/**
 * What is marked on both sides, found once for a report.
 * @typedef {object} Changes
 * @property {{ at: number, repair: Repair }[]} signs points of the original, in order
 * @property {(Span & { kind: "move" | "overlap" })[]} ranges of the original, in order
 * @property {number[]} breaks line ends of the original that were taken out
 * @property {Map<Text, { at: number, repair: Repair }[]>} seams points of the repaired texts
 * @property {Map<Text, (Span & { kind: "move" | "overlap" })[]>} runs ranges of the repaired texts
 * @property {Map<Text, number[]>} wraps points of the repaired texts where a line end was
 */

/**
 * @param {Report} report
 * @param {string} input
 * @returns {Changes}
 */
export function changesOf(report, input) {
  /** @type {Changes} */
  const changes = { signs: [], ranges: [], breaks: [], seams: new Map(), runs: new Map(), wraps: new Map() };
  for (const article of report.articles) {
    for (const repair of article.repairs) {
      const { kind, start, end } = repair;
      if (kind === "unwrap") {
        unwrapped(changes, placesOf(article, input, repair)[0]?.text, input);
        continue;
      }
      changes.signs.push({ at: start, repair });
      const seam = seamOf(article, input, repair);
      if (seam) push(changes.seams, seam.text, { at: seam.at, repair });
      if (kind !== "move" && kind !== "overlap") continue;
      changes.ranges.push({ start, end, kind });
      for (const place of placesOf(article, input, repair)) push(changes.runs, place.text, { start: place.start, end: place.end, kind });
    }
  }
  changes.signs.sort((a, b) => a.at - b.at);
  changes.ranges.sort((a, b) => a.start - b.start);
  changes.breaks.sort((a, b) => a - b);
  return changes;
}

/**
 * @template K, V
 * @param {Map<K, V[]>} map
 * @param {K} key
 * @param {V} value
 */
function push(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * @param {Changes} changes
 * @param {Text | undefined} text
 * @param {string} input
 */
function unwrapped(changes, text, input) {
  if (!text) return;
  const pieces = piecesOf(text, input);
  pieces.forEach(({ at, start }, index) => {
    const before = pieces[index - 1];
    if (!before || !input.slice(before.end, start).includes("\n")) return;
    push(changes.wraps, text, at);
    changes.breaks.push(before.end);
  });
}

/**
 * @param {Line} line
 * @param {string} input
 * @param {Owner[]} owners
 * @param {Changes} changes
 */
export function setLine(line, input, owners, changes) {
  const { start, end, number } = line;
  /** @type {{ start: number, end: number, mark: { owner?: Owner, kind?: string } }[]} */
  const marked = [];
  for (let at = firstAtLeast(owners, (owner) => owner.end > start); owners[at]?.start < end; at += 1) {
    marked.push({ start: owners[at].start - start, end: owners[at].end - start, mark: { owner: owners[at] } });
  }
  for (const range of changes.ranges) {
    if (range.start < end && start < range.end) marked.push({ start: Math.max(0, range.start - start), end: range.end - start, mark: { kind: range.kind } });
  }
  // What stands at the line end is shown at the end of the line; a long line has parts without one.
  const whole = end === input.length || /[\r\n]/.test(input[end]);
  const signs = within(changes.signs, { start, end: whole ? end + 1 : end });
  const at = (/** @type {number} */ place) => signs.filter((sign) => sign.at - start === place).map(({ repair }) => sign(repair));
  const list = runs(end - start, marked, signs.map((one) => one.at - start));
  return html`<p class="line" data-line=${start} data-number=${number ?? nothing}
    >${list.map((run) => [at(run.start), leftRun(input.slice(start + run.start, start + run.end), run.marks)])}${at(end - start)}${isBreak(changes, line) ? html`<span class="wrap"></span>` : nothing}</p>`;
}

/**
 * Whether the line end after a line was taken out.
 * @param {Changes} changes
 * @param {Line} line
 */
function isBreak({ breaks }, { start, end }) {
  const at = breaks[firstAtLeast(breaks, (place) => place > start)];
  return at !== undefined && at <= end;
}

/**
 * @param {string} words
 * @param {{ owner?: Owner, kind?: string }[]} marks
 */
function leftRun(words, marks) {
  const segment = marks.find(({ owner }) => owner)?.owner?.segment;
  if (!segment) return html`<span class="mark" lang="zh">${words}</span>`;
  const kinds = marks.flatMap(({ kind }) => kind ?? []).join(" ");
  return html`<span class="${segment.block ? segment.role : "kept"} ${kinds}" lang="zh" data-segment=${segment.index} title=${segment.block ? sayReported(segment.block.reason) : nothing}>${words}</span>`;
}

/**
 * @param {Segment} segment
 * @param {Changes} changes
 */
export function setSegment(segment, changes) {
  const { text, from, to, role, block } = segment;
  const shift = (/** @type {number} */ at) => at - from;
  const inside = (/** @type {number} */ at) => at >= from && (at < to || (at === to && to === text.text.length));
  const seams = (changes.seams.get(text) ?? []).filter(({ at }) => inside(at));
  const wraps = new Set((changes.wraps.get(text) ?? []).filter(inside).map(shift));
  const marked = (changes.runs.get(text) ?? []).filter(({ start, end }) => start < to && from < end).map(({ start, end, kind }) => ({ start: Math.max(0, shift(start)), end: shift(end), mark: kind }));
  const at = (/** @type {number} */ place) => [
    wraps.has(place) ? html`<span class="wrap"></span>` : nothing,
    seams.filter((seam) => shift(seam.at) === place).map(({ repair }) => sign(repair)),
  ];
  const list = runs(to - from, marked, [...wraps, ...seams.map((seam) => shift(seam.at))]);
  const words = list.map((run) => [at(run.start), run.marks.length > 0 ? html`<span class=${run.marks.join(" ")}>${text.text.slice(from + run.start, from + run.end)}</span>` : text.text.slice(from + run.start, from + run.end)]);
  const set = [words, at(to - from)];
  const row = { index: segment.index, label: block ? labelOf(role) : segment.number > 0 ? say`第 ${segment.number} 篇` : nothing };
  if (role === "title") {
    return html`<h3 class="segment title" lang=${text.text ? "zh" : nothing} data-row data-segment=${row.index} tabindex="-1" data-label=${row.label}>${text.text ? set : untitled()}</h3>`;
  }
  return html`<p class="segment ${role}" lang="zh" data-row data-segment=${row.index} tabindex="-1" data-label=${row.label} title=${block ? sayReported(block.reason) : nothing}>${set}</p>`;
}

/** @param {string} role of a piece without an article */
const labelOf = (role) => (role === "stray" ? say`残段` : say`杂项`);

/** @param {Repair} repair */
const sign = (repair) => html`<banmian-repair .repair=${repair}></banmian-repair>`;

/**
 * @param {{ at: number, repair: Repair }[]} signs in order
 * @param {Span} range
 */
function within(signs, { start, end }) {
  const first = firstAtLeast(signs, ({ at }) => at >= start);
  return signs.slice(first, firstAtLeast(signs, ({ at }) => at >= end));
}
