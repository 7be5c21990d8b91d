/**
 * Files of the reader's to texts, or to the reason why there is none.
 *
 * Takes files as they are dropped or chosen; gives a result for each text in them, since a zip holds several. Tells the
 * kind of a file by how it begins, not by its name, and loads what reads that kind when the first such file comes.
 */
import { say } from "../language/say.js";
import { isHtml } from "./kind.js";
import { shownName } from "./names.js";
import { readText } from "./readers/text.js";
import { decodeAs } from "./text.js";
import { Unreadable } from "./unreadable.js";

/**
 * `bytes` and `encoding` are there where another encoding can be named (`reread`); `notes` say what the reader of the
 * file left out or was not sure of.
 * @typedef {{
 *   name: string, text: string, kind: "text" | "html" | "docx" | "pdf",
 *   bytes: Uint8Array | null, encoding: string | null, notes: string[],
 * }} ReadFile
 */
/** @typedef {{ name: string, message: string }} BadFile */

/**
 * - `onProgress` hears of files with many pages or entries
 * - `depth` counts the archives a file lies in
 * @typedef {{
 *   signal?: AbortSignal, depth?: number,
 *   onProgress?: (progress: { name: string, done: number, total: number | null }) => void,
 * }} ReadOptions
 */

/** @typedef {(name: string, bytes: Uint8Array, options: ReadOptions) => Promise<(ReadFile | BadFile)[]>} Reader */

/** Kinds that have a reader of their own: how they begin, the most megabytes of one, and what reads them. */
const KINDS = [
  { begins: "%PDF-", limit: 100, reader: async () => (await import("./readers/pdf.js")).readPdf },
  { begins: "PK\u0003\u0004", limit: 100, reader: zipped },
  { begins: "PK\u0005\u0006", limit: 100, reader: zipped },
];

/** Files that are often taken for text: how they begin, and what to do with them. */
const OTHERS = [
  { begins: "{\\rtf", message: () => say`这是 RTF 文档，请先另存为 docx 或纯文本（txt）再读入。` },
  { begins: "\u00ff\u00d8\u00ff", message: () => PICTURE() },
  { begins: "\u0089PNG", message: () => PICTURE() },
  { begins: "GIF8", message: () => PICTURE() },
  { begins: "II*\u0000", message: () => PICTURE() },
  { begins: "MM\u0000*", message: () => PICTURE() },
  { begins: "Rar!", message: () => say`这是 RAR 压缩文件，请先解开，或改用 zip。` },
  { begins: "7z\u00bc\u00af", message: () => say`这是 7z 压缩文件，请先解开，或改用 zip。` },
];

const PICTURE = () => say`这是图片，不是文本文件；请先用文字识别（OCR）软件转成文字。`;

/** Megabytes of plain text; a page has some thousand characters, a year of pages some ten million. */
const TEXT_LIMIT = 40;

/**
 * Reads files one after another; never rejects.
 * @param {File[]} files
 * @param {ReadOptions} [options]
 * @returns {Promise<(ReadFile | BadFile)[]>} in the order of the files
 */
export async function readFiles(files, options = {}) {
  /** @type {(ReadFile | BadFile)[]} */
  const results = [];
  for (const file of files) results.push(...(await readFile(file, options)));
  return results;
}

/**
 * @param {File} file
 * @param {ReadOptions} [options]
 * @returns {Promise<(ReadFile | BadFile)[]>}
 */
export async function readFile(file, options = {}) {
  const name = shownName(file.webkitRelativePath || file.name);
  let bytes;
  try {
    const { limit } = kindOf(await begin(file));
    if (file.size > limit * 1_000_000) return [{ name, message: tooLarge(file.size, limit) }];
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return [{ name, message: say`文件打不开，可能已被移走或没有读取权限。` }];
  }
  return readBytes(name, bytes, options);
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {ReadOptions} options
 * @returns {Promise<(ReadFile | BadFile)[]>}
 */
export async function readBytes(name, bytes, options) {
  try {
    if (bytes.length === 0) throw new Unreadable(say`文件是空的。`);
    const { limit, reader } = kindOf(bytes);
    if (bytes.length > limit * 1_000_000) throw new Unreadable(tooLarge(bytes.length, limit));
    refuse(bytes);
    const read = await (await reader(bytes))(name, bytes, options);
    return read.map((one) => ("text" in one && one.text.trim() === "" ? { name: one.name, message: say`文件里只有空白，没有文字。` } : one));
  } catch (error) {
    return [{ name, message: error instanceof Unreadable ? error.message : say`文件读到一半出错，可能已经损坏。` }];
  }
}

/**
 * The same file in another encoding.
 * @param {Pick<ReadFile, "kind">} file
 * @param {Uint8Array} bytes
 * @param {string} encoding
 * @returns {Promise<{ text: string, encoding: string }>}
 */
export async function reread({ kind }, bytes, encoding) {
  const decoded = decodeAs(bytes, encoding);
  if (kind !== "html") return decoded;
  const { textOfHtml } = await import("./readers/html.js");
  return { text: textOfHtml(decoded.text), encoding };
}

/** @param {Uint8Array} bytes */
function kindOf(bytes) {
  const known = KINDS.find(({ begins }) => startsWith(bytes, begins));
  return known ?? { limit: TEXT_LIMIT, reader: plain };
}

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Reader>}
 */
async function plain(bytes) {
  return isHtml(bytes) ? (await import("./readers/html.js")).readHtml : readText;
}

/**
 * A Word document is an archive too; its parts have names of their own.
 * @param {Uint8Array} bytes
 * @returns {Promise<Reader>}
 */
async function zipped(bytes) {
  const kind = (await import("./readers/unpack.js")).archiveKind(bytes);
  if (kind === "office") throw new Unreadable(say`这是表格、幻灯片或电子书，请先另存为 docx 或纯文本（txt）再读入。`);
  return kind === "docx" ? (await import("./readers/docx.js")).readDocx : (await import("./readers/zip.js")).readZip;
}

/**
 * Stops at kinds of files that cannot be read here.
 * @param {Uint8Array} bytes
 */
function refuse(bytes) {
  const other = OTHERS.find(({ begins }) => startsWith(bytes, begins));
  if (other) throw new Unreadable(other.message());
  if (!startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return;
  // Office keeps a document with a password in the container of its old formats.
  const locked = new TextDecoder("latin1").decode(bytes).includes([..."EncryptedPackage"].join("\u0000"));
  throw new Unreadable(locked ? say`这份文档有密码，请先去掉密码再读入。` : say`这是旧版 Word 文档（doc），请先另存为 docx 或纯文本（txt）再读入。`);
}

/** @param {File} file */
async function begin(file) {
  return new Uint8Array(await file.slice(0, 8).arrayBuffer());
}

/**
 * @param {Uint8Array} bytes
 * @param {string} begins of characters below 256
 */
function startsWith(bytes, begins) {
  return [...begins].every((character, at) => bytes[at] === character.charCodeAt(0));
}

/**
 * @param {number} size
 * @param {number} limit
 */
const tooLarge = (size, limit) => say`文件有 ${Math.round(size / 1_000_000)} MB，超过 ${limit} MB，请拆开再读入。`;
