/**
 * The reader's lexicon between its text and a table: words with their kinds, in sections that can be switched off.
 *
 * The text is what the engine reads, a line a word: `词语,类别` or `词语,类别,规范名`, with commas or tabs. A comment of the
 * form `# 主题包：名称` begins a section, `（停用）` behind the name says that it is off. What cannot be read is kept as it
 * stands, with its reason, and not given to the engine.
 */

/** @typedef {"person" | "organization" | "place" | "date" | "work" | "term" | "theme" | "exclude" | "word"} WordKind */
/** @typedef {"word" | "kind" | "unknown" | "fields" | "name" | "quote" | "after"} Fault */
/** @typedef {{ word: string, kind: WordKind, name: string }} Row A word; `name` is empty where it stands for itself. */
/** @typedef {{ raw: string, fault: Fault, line?: number }} BadRow `line`, from 1, where it was read from a text. */
/** @typedef {{ name: string, on: boolean, rows: (Row | BadRow)[] }} Section The first one, without a name, is the reader's own. */

/** How the kinds are written, and what else is read as them. @type {Record<WordKind, string[]>} */
const KINDS = {
  person: ["人物", "person", "people", "per", "人", "人名"],
  organization: ["机构", "organization", "organisation", "org", "机构名", "单位", "组织"],
  place: ["地点", "place", "location", "loc", "地", "地名", "地方"],
  date: ["时间", "date", "time", "日期"],
  work: ["作品", "work", "作品名"],
  term: ["术语", "term", "提法", "专名"],
  theme: ["主题", "theme", "topic", "口号"],
  exclude: ["排除", "exclude", "excluded", "排除主题", "非主题"],
  word: ["词语", "word", "词"],
};

export const WORD_KINDS = /** @type {WordKind[]} */ (Object.keys(KINDS));

const HEAD = "词语,类别,规范名";
const HEADS = ["kind", "type", "类别", "类型", "种类", "词性", "分类"];
const SECTION = /^#\s*主题包[：:](.*?)(（停用）)?\s*$/;

/** @param {Row | BadRow} row @returns {row is BadRow} */
export const isBad = (row) => "raw" in row;

/**
 * @param {string} text
 * @returns {Section[]}
 */
export function parseLexicon(text) {
  /** @type {Section[]} */
  const sections = [{ name: "", on: true, rows: [] }];
  let first = true;
  for (const [index, line] of text.replace(/^\ufeff/, "").split(/\r?\n/).entries()) {
    const section = SECTION.exec(line);
    if (section) sections.push({ name: section[1].trim(), on: !section[2], rows: [] });
    if (line.trim() === "" || line.startsWith("#")) continue;
    const row = parseRow(line);
    const isHead = first && isBad(row) && HEADS.some((head) => line.toLowerCase().includes(head));
    first = false;
    if (!isHead) sections[sections.length - 1].rows.push(isBad(row) ? { ...row, line: index + 1 } : row);
  }
  return sections;
}

/**
 * @param {string} line
 * @returns {Row | BadRow}
 */
export function parseRow(line) {
  const fields = fieldsOf(line);
  if (typeof fields === "string") return { raw: line, fault: fields };
  const [word = "", kindName = "", name = "", ...more] = fields.map((field) => field.trim());
  const fault = word === "" ? "word" : more.some(Boolean) ? "fields" : kindName === "" ? "kind" : null;
  if (fault) return { raw: line, fault };
  const kind = WORD_KINDS.find((one) => KINDS[one].includes(kindName.toLowerCase()));
  if (!kind) return { raw: line, fault: "unknown" };
  // What is no theme stands for no other name.
  return kind === "exclude" && name !== "" ? { raw: line, fault: "name" } : { word, kind, name: name === word ? "" : name };
}

/**
 * Tabs where it has any, else commas; a field may stand in double quotes.
 * @param {string} line
 * @returns {string[] | Fault}
 */
function fieldsOf(line) {
  const isMark = line.includes("\t") ? (/** @type {string} */ c) => c === "\t" : (/** @type {string} */ c) => c === "," || c === "，";
  const fields = [""];
  let [quoted, closed] = [false, false];
  const characters = [...line];
  for (let at = 0; at < characters.length; at += 1) {
    const c = characters[at];
    const last = fields.length - 1;
    if (c === '"' && quoted && characters[at + 1] === '"') {
      fields[last] += '"';
      at += 1;
    } else if (c === '"' && quoted) [quoted, closed] = [false, true];
    else if (c === '"' && fields[last].trim() === "" && !closed) {
      fields[last] = "";
      quoted = true;
    } else if (!quoted && isMark(c)) {
      fields.push("");
      closed = false;
    } else if (closed && /\S/.test(c)) return "after";
    else fields[last] += c;
  }
  return quoted ? "quote" : fields;
}

/**
 * @param {Row | BadRow} row
 * @returns {string}
 */
function line(row) {
  if (isBad(row)) return row.raw;
  const { word, kind, name } = row;
  return [word, KINDS[kind][0], ...(name && kind !== "exclude" ? [name] : [])].map(quotedField).join(",");
}

/** A tab would make tabs the marks of the whole line. @param {string} field */
function quotedField(field) {
  const plain = field.replace(/\s+/g, " ");
  return /[",，]|^#/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * The whole lexicon as its text.
 * @param {Section[]} sections
 */
export function formatLexicon(sections) {
  return sections.flatMap(({ name, on, rows }) => [...(name ? [`# 主题包：${name}${on ? "" : "（停用）"}`] : []), ...rows.map(line)]).join("\n");
}

/**
 * One section as a file that Excel opens right.
 * @param {Section} section
 */
export function csvOf({ rows }) {
  return `\ufeff${[HEAD, ...rows.map(line)].join("\r\n")}\r\n`;
}

/**
 * What the engine is given: the words that can be read, of the sections that are on. The reader's own come last and win.
 * @param {string} text
 */
export function engineWords(text) {
  const [own, ...packs] = parseLexicon(text);
  return [...packs, own].flatMap(({ on, rows }) => (on ? rows.filter((row) => !isBad(row)).map(line) : [])).join("\n");
}

/**
 * A lexicon with the words of another that it lacks.
 * @param {string} text
 * @param {string} other
 */
export function withWords(text, other) {
  const sections = parseLexicon(text);
  for (const section of parseLexicon(other)) {
    const own = sections.find(({ name }) => name === section.name);
    if (own) own.rows = united(own.rows, section.rows).rows;
    else sections.push(section);
  }
  return formatLexicon(sections);
}

/**
 * Rows with others that are not among them.
 * @param {(Row | BadRow)[]} rows
 * @param {(Row | BadRow)[]} others
 */
export function united(rows, others) {
  const known = new Set(rows.map(line));
  const fresh = others.filter((row) => !known.has(line(row)));
  return { rows: [...rows, ...fresh], fresh: fresh.length };
}
