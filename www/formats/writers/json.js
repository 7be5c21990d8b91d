/**
 * A report as JSON, as the core gives it; docs/report.schema.json says what is in it.
 * @param {import("../../../src/report.js").Report} report
 */
export function toJson(report) {
  return `${JSON.stringify(report, null, 2)}\n`;
}
