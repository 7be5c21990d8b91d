/**
 * The tables and metrics pdf.js asks for while it reads: how the character codes of Chinese fonts map to characters
 * (CMaps), and the standard fonts. They are files of this site, fetched by the name pdf.js gives, none before that.
 */

const CMAPS = addresses(import.meta.glob("../../../node_modules/pdfjs-dist/cmaps/*.bcmap", { query: "?url", import: "default", eager: true }));
const FONTS = addresses(import.meta.glob("../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}", { query: "?url", import: "default", eager: true }));

/** What pdf.js calls a binary data factory. */
export class Tables {
  /** @param {{ kind: string, filename: string }} wanted */
  async fetch({ kind, filename }) {
    const address = (kind === "cMapUrl" ? CMAPS : FONTS).get(filename);
    if (!address) throw new Error(`no table ${filename}`);
    const answer = await fetch(new URL(address, import.meta.url));
    if (!answer.ok) throw new Error(answer.statusText);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

/**
 * Addresses by the name of the file.
 * @param {Record<string, unknown>} files
 */
function addresses(files) {
  return new Map(Object.entries(files).map(([path, address]) => [path.slice(path.lastIndexOf("/") + 1), String(address)]));
}
