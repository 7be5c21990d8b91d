/** The page in a few sentences, with the places they rest on. */
import { html, nothing } from "lit";
import { say } from "../language/say.js";
import { digestOf, partsOf } from "./digest.js";

/** @import { TemplateResult } from "lit" */
/** @import { Evidence, Report } from "../../src/report.js" */

/**
 * It is long beside a list of themes: its beginning is shown until more is asked for.
 * @param {Report} report
 * @param {string} input
 * @param {(place: Evidence) => TemplateResult | typeof nothing} show a way to a place
 */
export function summary(report, input, show) {
  const { text, evidence } = digestOf(report, input);
  return html`<section class="summary" part="summary" aria-label=${say`全版提要`}>
    <p>${partsOf(text).map(({ words, own }) => (own ? words : html`<span lang="zh">${words}</span>`))}</p>
    ${evidence.length > 0
      ? html`<details><summary>${say`全文和出处（${evidence.length} 句）`}</summary><ul>${evidence.map((place) => html`<li>${show(place)}</li>`)}</ul></details>`
      : nothing}
  </section>`;
}
