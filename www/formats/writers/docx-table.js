/** Tables of the Word documents: a head that repeats on each page, rows that are not torn. */
import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from "docx";
import { TEXT_WIDTH } from "./docx-style.js";
import { xmlText } from "./xml.js";

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "8B8273" };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

/**
 * @param {[string, number][]} columns names and widths in hundredths of the text's width
 * @param {string[][]} rows
 */
export function grid(columns, rows) {
  const widths = columns.map(([, width]) => Math.round((TEXT_WIDTH * width) / 100));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(([name], index) => cell(name, { width: widths[index], bold: true, shading: { type: ShadingType.CLEAR, fill: "F1EBDE", color: "auto" } })),
  });
  const others = rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, { width: widths[index] })) }));
  return new Table({ width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: BORDERS, rows: [head, ...others] });
}

/**
 * @param {string} text
 * @param {{ width: number, bold?: boolean, shading?: import("docx").IShadingAttributesProperties }} look
 */
function cell(text, { width, bold = false, shading }) {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80 },
    shading,
    children: [new Paragraph({ style: "Cell", children: [new TextRun({ text: xmlText(text), bold })] })],
  });
}
