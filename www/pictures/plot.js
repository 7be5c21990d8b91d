/**
 * Observable Plot, kept to the page's policy: it puts a `<style>` into what it draws, which is taken out before that
 * comes into the page; the rules are in the styles of the figure.
 */
import { plot } from "@observablehq/plot";

export { axisX, axisY, barX, cell, dot, link, ruleX, text } from "@observablehq/plot";

/** The marks of a picture that have rows carry this class. */
export const POINTS = "points";

/**
 * @param {import("@observablehq/plot").PlotOptions} options
 * @param {number[]} rows for each datum of the marks of class `POINTS` the index of its row
 * @returns {SVGSVGElement}
 */
export function drawn(options, rows) {
  const svg = /** @type {SVGSVGElement} */ (plot({ className: "plot", ...options }));
  svg.querySelector("style")?.remove();
  // Plot names its marks in English; the picture has a name of its own, and its numbers are in the table.
  for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  for (const point of svg.querySelectorAll(`.${POINTS} > *`)) {
    const index = /** @type {any} */ (point).__data__;
    if (typeof index === "number") point.setAttribute("data-row", String(rows[index]));
  }
  return svg;
}
