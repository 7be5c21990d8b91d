/**
 * A PDF with a text layer to text, by pdf.js.
 *
 * Takes bytes from anyone. The work is done in pdf.js's own worker; scripts, forms and pictures of the file are left alone,
 * its fonts are not loaded into the page. Where the pieces of text stand gives the order to read them in.
 */
import { PDFWorker, PasswordResponses, Util, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.mjs?worker&url";
import { trusted } from "../../engine/trusted.js";
import { say } from "../../language/say.js";
import { Unreadable } from "../unreadable.js";
import { Tables } from "./pdf-tables.js";
import { pageText } from "./pdf-text.js";
import { parted } from "./pdf-vertical.js";
import { withoutRadicals } from "./radicals.js";

/** @import { PDFDocumentProxy } from "pdfjs-dist" */
/** @import { TextItem } from "pdfjs-dist/types/src/display/api.js" */

/** A month of a daily paper. */
const MOST_PAGES = 300;

/** Pieces of text on one page; one with more is a drawing made of letters, and its text is taken as it comes. */
const MOST_PIECES = 20_000;

/** Milliseconds for one page: a file may be made so that it never ends. */
const PATIENCE = 20_000;

/** @type {import("../file.js").Reader} */
export async function readPdf(name, bytes, { signal, onProgress }) {
  const { worker, end } = hired();
  const task = getDocument({
    data: bytes,
    worker,
    BinaryDataFactory: Tables,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await inTime(task.promise).catch((error) => {
      throw new Unreadable(reason(error));
    });
    const pages = Math.min(document.numPages, MOST_PAGES);
    /** @type {string[]} */
    const texts = [];
    let failed = 0;
    for (let number = 1; number <= pages; number += 1) {
      signal?.throwIfAborted();
      onProgress?.({ name, done: number - 1, total: pages });
      texts.push(await inTime(textOf(document, number)).catch(() => ((failed += 1), "")));
    }
    const text = texts.filter(Boolean).join("\n\n");
    if (failed === pages) throw new Unreadable(say`这份 PDF 的页面读不出来，文件可能已经损坏。`);
    if (text === "") throw new Unreadable(say`这份 PDF 没有文字层，只有图像（多为扫描件）；请先用文字识别（OCR）软件加上文字再读入。`);
    return [{ name, kind: "pdf", bytes: null, encoding: null, text, notes: notes(document.numPages, texts, failed) }];
  } finally {
    void task.destroy().finally(end);
  }
}

/** A worker of pdf.js, or none where its worker's module is already here, as in the page that is one file. */
function hired() {
  if ("pdfjsWorker" in globalThis) return { end() {} };
  const port = new Worker(trusted(new URL(workerUrl, import.meta.url).href), { type: "module", name: "pdf" });
  const worker = new PDFWorker(/** @type {any} */ ({ port }));
  const end = () => {
    worker.destroy();
    port.terminate();
  };
  return { worker, end };
}

/**
 * @param {PDFDocumentProxy} document
 * @param {number} number
 */
async function textOf(document, number) {
  const page = await document.getPage(number);
  const { transform } = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent({ includeMarkedContent: false });
  const pieces = /** @type {TextItem[]} */ (items).filter(({ str }) => str.trim() !== "").map((item) => {
    const [, , across, up, x, y] = Util.transform(transform, item.transform);
    return { text: withoutRadicals(item.str), x, y, width: item.width, height: item.height, size: Math.hypot(across, up) || 1, vertical: styles[item.fontName].vertical };
  });
  page.cleanup();
  if (pieces.length > MOST_PIECES) return pieces.map(({ text }) => text).join("\n");
  const { lying, standing } = parted(pieces);
  return [lying, standing].map(pageText).filter(Boolean).join("\n\n");
}

/**
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
function inTime(work) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Unreadable(say`这份 PDF 读了太久，已经停下；请拆成单页再读入。`)), PATIENCE)));
  return Promise.race([work, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

/** @param {any} error */
function reason(error) {
  if (error instanceof Unreadable) return error.message;
  if (error?.name === "PasswordException" || error?.code === PasswordResponses.NEED_PASSWORD) return say`这份 PDF 有密码，请先去掉密码再读入。`;
  return say`这份 PDF 打不开，可能已经损坏或没有下载完。`;
}

/**
 * @param {number} all
 * @param {string[]} texts
 * @param {number} failed
 */
function notes(all, texts, failed) {
  const empty = texts.filter((text) => text === "").length - failed;
  return [
    all > texts.length ? say`这份 PDF 有 ${all} 页，只读入了前 ${texts.length} 页。` : "",
    failed > 0 ? say`有 ${failed} 页读不出来。` : "",
    empty > 0 ? say`有 ${empty} 页没有文字层，没有读入。` : "",
  ].filter(Boolean);
}
