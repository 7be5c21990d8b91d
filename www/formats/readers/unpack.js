/**
 * Files out of an archive, by fflate, within bounds.
 *
 * Takes bytes from anyone. What the archive says of its own sizes is not believed: it is unpacked a piece at a time, what
 * comes out is counted, and between pieces the page may breathe. Names are only ever names: nothing is written.
 */
import { Unzip, UnzipInflate, strToU8, unzipSync } from "fflate";
import { say } from "../../language/say.js";
import { Unreadable } from "../unreadable.js";

/** @typedef {{ name: string, bytes: Uint8Array }} Packed */
/** @typedef {{ bytes: number, entries: number }} Bounds */

/** Packed bytes at a time: at the most 16 MB when unpacked. */
const PIECE = 16_384;

/** From so many bytes on, no text unpacks to so many times its size; what does was made to fill the memory. */
const SWOLLEN = { bytes: 20_000_000, times: 200 };

/**
 * @param {Uint8Array} bytes
 * @param {{ wanted: (name: string) => boolean, bounds: Bounds, signal?: AbortSignal }} how
 * @returns {Promise<Packed[]>} in the order of the archive
 */
export async function unpack(bytes, { wanted, bounds, signal }) {
  if (bytes[6] & 1) throw new Unreadable(say`压缩包有密码，请先解开再读入。`);
  /** @type {{ name: string, parts: Uint8Array[] }[]} */
  const files = [];
  let total = 0;
  let taken = 0;
  let entries = 0;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > bounds.entries) throw new Unreadable(say`压缩包里的文件超过 ${bounds.entries} 个，请拆开再读入。`);
    const name = nameOf(file.name);
    if (!wanted(name)) return;
    const { parts } = files[files.push({ name, parts: [] }) - 1];
    file.ondata = (error, part) => {
      if (error) throw error;
      total += part.length;
      if (total > bounds.bytes) throw new Unreadable(say`压缩包解开后超过 ${Math.round(bounds.bytes / 1_000_000)} MB，没有读入。`);
      if (total > SWOLLEN.bytes && total > SWOLLEN.times * taken) throw new Unreadable(say`压缩包解开后是原来的 ${SWOLLEN.times} 倍以上，不像文字，没有读入。`);
      parts.push(part);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      signal?.throwIfAborted();
      taken = at + PIECE;
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      if (at % (16 * PIECE) === 0) await breath();
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(say`压缩包打不开，可能已经损坏。`);
  }
  return files.map(({ name, parts }) => ({ name, bytes: joined(parts) }));
}

/**
 * What an archive is besides an archive, by the names in its directory.
 * @param {Uint8Array} bytes
 * @returns {"docx" | "office" | "zip"}
 */
export function archiveKind(bytes) {
  /** @type {Set<string>} */
  const names = new Set();
  try {
    unzipSync(bytes, { filter: ({ name }) => (names.size < 10_000 && names.add(name), false) });
  } catch {
    return "zip";
  }
  if (names.has("word/document.xml")) return "docx";
  return names.has("[Content_Types].xml") || names.has("mimetype") ? "office" : "zip";
}

/**
 * A name as its maker wrote it. Archives made by Chinese Windows have names in GB18030 and do not say so; fflate then
 * gives a character for each byte.
 * @param {string} name
 */
function nameOf(name) {
  if (!/[\u0080-\u00ff]/.test(name) || /[^\u0000-\u00ff]/.test(name)) return name;
  const bytes = strToU8(name, true);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  }
  return name;
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Lets the page do what waits. */
const breath = () => new Promise((resolve) => setTimeout(resolve));
