/**
 * A table as CSV that Excel opens right: a byte order mark, so that it takes it for UTF-8; line ends as Windows has them.
 *
 * A cell whose text begins like a formula gets an apostrophe in front. Quoting alone does not help: Excel takes the quotes
 * off and calculates what is inside. The apostrophe is seen, and that is right: the text was not meant as text of a table.
 */

/** @import { Table } from "./tables.js" */

/** What spreadsheets take for the beginning of a formula, in both widths, also after blanks. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** @param {Table} table */
export function toCsv({ columns, rows }) {
  return `\ufeff${[columns.map(({ name }) => name), ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string | number} value */
function cell(value) {
  if (typeof value === "number") return String(value);
  const text = value.toWellFormed().replaceAll("\u0000", "");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
