/**
 * What is lit, on both sides of a comparison.
 *
 * Takes places of the repaired texts; gives them in places of the original, and ranges of the rows that are set.
 */
import { rangesIn } from "../lights.js";
import { piecesOf } from "../place.js";
import { firstAtLeast } from "./anchors.js";

/** @import { Span } from "../../../src/report.js" */
/** @import { Lit } from "../hits.js" */
/** @import { Segment } from "./segments.js" */

/**
 * @param {Lit} lit
 * @param {string} input
 * @returns {Span[]} of the original, in order; what a line end or a cut has parted is parted
 */
export function litInput(lit, input) {
  /** @type {Span[]} */
  const spans = [];
  for (const [text, places] of lit) {
    const pieces = piecesOf(text, input);
    for (const place of places) {
      const first = Math.max(0, firstAtLeast(pieces, ({ at }) => at > place.start) - 1);
      for (let index = first; pieces[index]?.at < place.end; index += 1) {
        const { at, start, end } = pieces[index];
        const from = start + Math.max(0, place.start - at);
        const to = Math.min(end, start + place.end - at);
        if (from < to) spans.push({ start: from, end: to });
      }
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/**
 * @param {Element} pane with the lines that are set
 * @param {Span[]} spans of the original, in order
 * @param {(start: number) => number} endOf the end of the line that starts at an offset
 */
export function litLines(pane, spans, endOf) {
  if (spans.length === 0) return [];
  return [...pane.querySelectorAll("[data-line]")].flatMap((element) => {
    const start = Number(/** @type {HTMLElement} */ (element).dataset.line);
    const end = endOf(start);
    const here = spans.slice(firstAtLeast(spans, (span) => span.end > start), firstAtLeast(spans, (span) => span.start >= end));
    return here.length > 0 ? rangesIn(element, here.map((span) => ({ start: Math.max(0, span.start - start), end: Math.min(end, span.end) - start }))) : [];
  });
}

/**
 * @param {Element} pane with the segments that are set
 * @param {Lit} lit
 * @param {Segment[]} segments
 */
export function litSegments(pane, lit, segments) {
  if (lit.size === 0) return [];
  return [...pane.querySelectorAll("[data-segment]")].flatMap((element) => {
    const { text, from, to } = segments[Number(/** @type {HTMLElement} */ (element).dataset.segment)];
    const here = (lit.get(text) ?? []).filter(({ start, end }) => start < to && from < end);
    return here.length > 0 ? rangesIn(element, here.map(({ start, end }) => ({ start: Math.max(0, start - from), end: Math.min(to, end) - from }))) : [];
  });
}
