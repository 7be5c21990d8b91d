/** @param {import("../../src/report.js").Report} report */
export function toJson(report) {
  return `${JSON.stringify(report, null, 2)}\n`;
}
