/** Zip files, with a bound on what comes out of them. */
import { unzip as inflate, zip as deflate } from "fflate";

/** Bytes that one zip may hold. */
const LIMIT = 400_000_000;

/**
 * @param {Blob} file
 * @returns {Promise<Record<string, Uint8Array> | null>} null where it is none, or holds too much
 */
export async function unzip(file) {
  if (file.size > LIMIT) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let total = 0;
  const filter = (/** @type {{ originalSize: number }} */ { originalSize }) => (total += originalSize) <= LIMIT;
  return new Promise((resolve) => {
    // It is done beside the page where it is large.
    inflate(bytes, { filter }, (error, files) => resolve(error || total > LIMIT ? null : files));
  });
}

/**
 * @param {Record<string, Uint8Array>} files
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export function zip(files) {
  return new Promise((resolve, reject) => {
    deflate(files, { level: 6 }, (error, bytes) => (error ? reject(error) : resolve(/** @type {Uint8Array<ArrayBuffer>} */ (bytes))));
  });
}
