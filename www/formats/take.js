/**
 * All that a report can be taken away as. What writes a kind is loaded when that kind is asked for.
 */
import { say } from "../language/say.js";

/** @import { Report } from "../../src/report.js" */

/** @typedef {{ input: string, name: string, corrections?: string[] }} Of */

/**
 * @typedef {{
 *   id: string, name: string, note: string, ending: string, label?: string,
 *   make: (report: Report, of: Of) => Promise<Blob>,
 * }} Kind
 */

/**
 * Kinds in the order of the menu, in groups. `label` is what the file's name says besides the issue.
 * @returns {{ name: string, kinds: Kind[] }[]}
 */
export function kinds() {
  return [
    {
      name: say`文档`,
      kinds: [
        {
          id: "summary", name: say`版面摘要（Word）`, note: say`目录、各稿提要、主题、名录`, ending: "docx", label: say`版面摘要`,
          make: async (report, of) => (await import("./writers/docx.js")).toPageSummary(report, of),
        },
        {
          id: "digest", name: say`舆情摘报（Word）`, note: say`按主题列出引文和出处`, ending: "docx", label: say`舆情摘报`,
          make: async (report, of) => (await import("./writers/docx.js")).toMediaDigest(report, of),
        },
        {
          id: "html", name: say`网页（HTML）`, note: say`一个文件，离线可看`, ending: "html",
          make: async (report, of) => text((await import("./writers/html.js")).toHtml(report, of), "text/html"),
        },
        {
          id: "markdown", name: "Markdown", note: say`稿件和主题`, ending: "md",
          make: async (report, { input }) => text((await import("./writers/markdown.js")).toMarkdown(report, input), "text/markdown"),
        },
      ],
    },
    {
      name: say`数据`,
      kinds: [
        {
          id: "xlsx", name: say`Excel 工作簿`, note: say`稿件、人物、机构、地点、主题、证据`, ending: "xlsx",
          make: async (report, of) => (await import("./writers/xlsx.js")).toXlsx(report, of),
        },
        csv("articles", say`稿件`, (tables, report) => tables.articleTable(report)),
        csv("names", say`名录`, (tables, report) => tables.nameTable(report)),
        csv("evidence", say`证据`, (tables, report, { input }) => tables.evidenceTable(report, input)),
        {
          id: "json", name: "JSON", note: say`完整报告，供程序读取`, ending: "json",
          make: async (report) => text((await import("./writers/json.js")).toJson(report), "application/json"),
        },
        {
          id: "tei", name: "TEI XML", note: say`供研究者使用的编码文本`, ending: "xml", label: "TEI",
          make: async (report, of) => text((await import("./writers/tei.js")).toTei(report, of), "application/xml"),
        },
      ],
    },
  ];
}

/**
 * @param {string} id
 * @param {string} label
 * @param {(tables: typeof import("./writers/tables.js"), report: Report, of: Of) => import("./writers/tables.js").Table} table
 * @returns {Kind}
 */
function csv(id, label, table) {
  return {
    id: `csv-${id}`, name: say`${"CSV"}：${label}`, note: say`可用 Excel 直接打开`, ending: "csv", label,
    make: async (report, of) => {
      const [{ toCsv }, tables] = await Promise.all([import("./writers/csv.js"), import("./writers/tables.js")]);
      return text(toCsv(table(tables, report, of)), "text/csv");
    },
  };
}

/**
 * @param {string} content
 * @param {string} type
 */
const text = (content, type) => new Blob([content], { type: `${type};charset=utf-8` });
