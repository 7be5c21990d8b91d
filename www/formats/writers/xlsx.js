/**
 * A report as an Excel workbook, a sheet for each table. Text is typed as text, so none of it is ever calculated.
 */
import writeXlsx from "write-excel-file/universal";
import { say } from "../../language/say.js";
import { articleTable, entityTable, evidenceTable, themeTable } from "./tables.js";

/** @import { Report } from "../../../src/report.js" */
/** @import { Table } from "./tables.js" */

/** Excel takes no more characters in a cell. */
const LONGEST = 32_767;

/**
 * @param {Report} report
 * @param {{ input: string, corrections?: string[] }} of
 * @returns {Promise<Blob>}
 */
export function toXlsx(report, { input, corrections = [] }) {
  const tables = [
    articleTable(report),
    entityTable(report, "person"),
    entityTable(report, "organization"),
    entityTable(report, "place"),
    themeTable(report),
    evidenceTable(report, input),
  ];
  if (corrections.length > 0) {
    tables.push({ name: say`更正`, columns: [{ name: say`序号`, width: 6 }, { name: say`更正`, width: 80 }], rows: corrections.map((text, index) => [index + 1, text]) });
  }
  return writeXlsx(tables.map(sheet), { fontFamily: "等线", fontSize: 11 }).toBlob();
}

/** @param {Table} table */
function sheet({ name, columns, rows }) {
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [columns.map(({ name }) => head(name)), ...rows.map((row) => row.map(cell))],
  };
}

/** @param {string} value */
const head = (value) => ({ value, type: String, fontWeight: /** @type {const} */ ("bold"), backgroundColor: "#F1EBDE", alignVertical: /** @type {const} */ ("center") });

/** @param {string | number} value */
function cell(value) {
  if (typeof value === "number") return { value, type: Number, alignVertical: /** @type {const} */ ("top") };
  const text = value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
  return { value: text, type: String, wrap: true, alignVertical: /** @type {const} */ ("top") };
}
