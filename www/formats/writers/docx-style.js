/**
 * The styles of the Word documents, after the rules for official papers: fonts, sizes (in half points), spaces (in
 * twentieths of a point) and the page.
 */
import { AlignmentType, LineRuleType, convertMillimetersToTwip as mm } from "docx";

/** @param {string} eastAsia */
const font = (eastAsia) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia });

const MARGIN = { top: mm(32), bottom: mm(30), left: mm(28), right: mm(26) };

export const PAGE = { size: { width: mm(210), height: mm(297) }, margin: MARGIN };

/** Between the margins. */
export const TEXT_WIDTH = mm(210 - 28 - 26);

const LINE = { line: 480, lineRule: LineRuleType.EXACT };

/** @type {import("docx").IStylesOptions} */
export const STYLES = {
  default: {
    document: { run: { font: font("仿宋"), size: 28, language: { value: "en-US", eastAsia: "zh-CN" } } },
    title: { run: { font: font("宋体"), size: 52, bold: true, color: "A51C1C" }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 240 } } },
    heading1: { run: { font: font("黑体"), size: 32, color: "000000" }, paragraph: { spacing: { before: 320, after: 120 }, keepNext: true, outlineLevel: 0 } },
    heading2: { run: { font: font("楷体"), size: 30, bold: true, color: "000000" }, paragraph: { spacing: { before: 220, after: 80 }, keepNext: true, outlineLevel: 1 } },
  },
  paragraphStyles: [
    { id: "Body", name: "正文缩进", basedOn: "Normal", quickFormat: true, paragraph: { indent: { firstLine: 560 }, spacing: LINE, alignment: AlignmentType.BOTH } },
    { id: "Issue", name: "报头", basedOn: "Normal", run: { font: font("楷体"), size: 28 }, paragraph: { spacing: { after: 240 } } },
    { id: "Quotation", name: "引文", basedOn: "Normal", run: { font: font("楷体"), size: 26 }, paragraph: { indent: { left: 560, right: 280 }, spacing: { before: 100, line: 420, lineRule: LineRuleType.EXACT } } },
    { id: "Source", name: "出处", basedOn: "Normal", run: { size: 21, color: "5C554A" }, paragraph: { indent: { left: 560 }, spacing: { after: 100 } } },
    { id: "Cell", name: "表格文字", basedOn: "Normal", run: { font: font("宋体"), size: 21 }, paragraph: { spacing: { before: 30, after: 30 } } },
    { id: "Footer", name: "页码", basedOn: "Normal", run: { font: font("宋体"), size: 20 } },
  ],
};
