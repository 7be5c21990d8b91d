/**
 * A file of the reader's to text, or to the reason why it is none.
 */
import { decode } from "./text.js";

/** @typedef {{ name: string, bytes: Uint8Array, text: string, encoding: string }} TextFile */
/** @typedef {{ name: string, message: string }} BadFile */

/** Bytes; a page has some thousand characters, a year of pages some ten million. */
const LIMIT = 40_000_000;

/** Files that are often taken for text: how they begin, and what to do with them. */
const OTHERS = [
  { begins: "%PDF-", message: "这是 PDF 文件，请先另存为纯文本（txt）再读入。" },
  { begins: "PK\u0003\u0004", message: "这是 Word 文档或压缩文件，请先另存为纯文本（txt）再读入。" },
  { begins: "\u00d0\u00cf\u0011\u00e0", message: "这是旧版 Word 文档，请先另存为纯文本（txt）再读入。" },
  { begins: "{\\rtf", message: "这是 RTF 文档，请先另存为纯文本（txt）再读入。" },
];

/**
 * @param {File} file
 * @returns {Promise<TextFile | BadFile>}
 */
export async function readFile(file) {
  const { name } = file;
  if (file.size > LIMIT) return { name, message: `文件有 ${Math.round(file.size / 1_000_000)} MB，超过 40 MB，请拆开再读入。` };
  try {
    return readBytes(name, new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { name, message: "文件打不开，可能已被移走或没有读取权限。" };
  }
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @returns {TextFile | BadFile}
 */
function readBytes(name, bytes) {
  if (bytes.length === 0) return { name, message: "文件是空的。" };
  const begin = String.fromCharCode(...bytes.subarray(0, 8));
  const other = OTHERS.find(({ begins }) => begin.startsWith(begins));
  if (other) return { name, message: other.message };
  const decoded = decode(bytes);
  if (!decoded) return { name, message: "这不是文本文件，或编码无法识别。" };
  if (decoded.text.trim() === "") return { name, message: "文件里只有空白，没有文字。" };
  return { name, bytes, ...decoded };
}
