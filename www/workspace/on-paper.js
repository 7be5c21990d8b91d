/** A report as it is printed: nothing is left for later, and all articles are set before the browser asks for them. */

/** @import { LitElement } from "lit" */
/** @import { BanmianReading } from "../elements/banmian-reading.js" */
/** @import { BanmianReport } from "../elements/banmian-report.js" */

/**
 * Has all articles set; they are in a moment, which is soon enough where the browser itself was told to print.
 * @param {BanmianReport} report
 */
export function setAll(report) {
  const reading = /** @type {BanmianReading | null} */ (report.renderRoot.querySelector("banmian-reading"));
  if (reading) Object.assign(reading, { wanted: Infinity, shown: Infinity });
  return reading;
}

/** What is set while a script prints would come too late. @param {BanmianReport | null} report */
export async function print(report) {
  const reading = report && setAll(report);
  await reading?.updateComplete;
  const articles = /** @type {LitElement[]} */ ([...(reading?.renderRoot.querySelectorAll("banmian-article") ?? [])]);
  await Promise.all(articles.map(({ updateComplete }) => updateComplete));
  window.print();
}
