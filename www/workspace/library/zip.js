/**
 * Zip files of projects, with a bound on what comes out of them.
 *
 * All is done on the page's own thread: fflate's workers are made of strings, which the page's policy refuses.
 */
import { zipSync } from "fflate";
import { unpack } from "../../formats/readers/unpack.js";
import { Unreadable } from "../../formats/unreadable.js";
import { say } from "../../language/say.js";

const BOUNDS = { bytes: 400_000_000, entries: 50_000 };

/**
 * @param {Blob} file
 * @param {(name: string) => boolean} wanted
 * @returns {Promise<Map<string, Uint8Array>>} throws `Unreadable` where it is none, or holds too much
 */
export async function unzip(file, wanted) {
  const most = BOUNDS.bytes / 1_000_000;
  if (file.size > BOUNDS.bytes) throw new Unreadable(say`文件超过 ${most} MB。`);
  const files = await unpack(new Uint8Array(await file.arrayBuffer()), { wanted, bounds: BOUNDS });
  return new Map(files.map(({ name, bytes }) => [name, bytes]));
}

/**
 * @param {Record<string, Uint8Array>} files
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function zip(files) {
  return /** @type {Uint8Array<ArrayBuffer>} */ (zipSync(files, { level: 6 }));
}
