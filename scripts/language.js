/**
 * Collects what the page says and writes its traditional Chinese: `node scripts/language.js`.
 *
 * Takes the texts that are tagged `say` or `later` in www/; leaves www/language/hant.js. English is written by hand.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Converter } from "opencc-js/cn2t";
import { Visitor, parseSync } from "rolldown/utils";

const WWW = fileURLToPath(new URL("../www/", import.meta.url));
const HANT = join(WWW, "language/hant.js");

/** What newspapers in traditional characters write otherwise than the converter does. */
const OWN = /** @type {const} */ ([
  ["“", "「"], ["”", "」"], ["許可權", "權限"], ["純文本", "純文字"], ["文本檔案", "文字檔"], ["窗口", "視窗"], ["按回車", "按 Enter 鍵"], ["壓縮包", "壓縮檔"],
  ["幻燈片", "簡報"], ["手柄", "控點"], ["示例", "範例"], ["臺電腦", "台電腦"], ["看錶", "看表格"],
]);

/**
 * Every text that the page can say, in the order of the files.
 * @returns {string[]}
 */
export function texts() {
  const files = readdirSync(WWW, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js") && !name.startsWith(join("engine", "pkg")));
  return [...new Set(files.sort().flatMap((name) => saidIn(name, readFileSync(join(WWW, name), "utf8"))))];
}

/**
 * @param {string} name
 * @param {string} code
 */
function saidIn(name, code) {
  /** @type {string[]} */
  const found = [];
  const visitor = new Visitor({
    TaggedTemplateExpression({ tag, quasi: { quasis } }) {
      if (tag.type !== "Identifier" || !["say", "later"].includes(tag.name)) return;
      found.push(quasis.map(({ value }) => value.cooked ?? "").reduce((text, part, index) => `${text}{${index - 1}}${part}`));
    },
  });
  visitor.visit(parseSync(name, code).program);
  return found;
}

/** What the table of traditional Chinese is to be. */
export function hant() {
  const convert = Converter({ from: "cn", to: "twp" });
  const lines = texts().map((text) => `  ${JSON.stringify(text)}: ${JSON.stringify(OWN.reduce((/** @type {string} */ said, [word, own]) => said.replaceAll(word, own), convert(text)))},\n`);
  return `/** Traditional Chinese. Written by scripts/language.js. */\n\n/** @type {import("./say.js").Table} */\nexport const TABLE = {\n${lines.join("")}};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(HANT, hant());
