/**
 * An archive of pages: each file in it as if it had been dropped alone, in the order of their names.
 *
 * Bounds: how much comes out, how many files, how deep archives lie in archives. A name such as `../一版.txt` is shown,
 * never followed.
 */
import { say } from "../../language/say.js";
import { readBytes } from "../file.js";
import { shownName } from "../names.js";
import { Unreadable } from "../unreadable.js";
import { unpack } from "./unpack.js";

const BOUNDS = { bytes: 200_000_000, entries: 5_000 };

/** An archive in an archive is read, one more is not. */
const DEEPEST = 1;

/** What systems leave in archives without being asked. */
const DEBRIS = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|Thumbs\.db$|desktop\.ini$)/i;

/** @type {import("../file.js").Reader} */
export async function readZip(name, bytes, { depth = 0, signal, onProgress }) {
  if (depth > DEEPEST) throw new Unreadable(say`压缩包里一层套一层，请先解开再读入。`);
  const wanted = (/** @type {string} */ path) => !path.endsWith("/") && !DEBRIS.test(path);
  const files = await unpack(bytes, { wanted, bounds: BOUNDS, signal });
  if (files.length === 0) throw new Unreadable(say`压缩包里没有文件。`);
  const order = new Intl.Collator("zh", { numeric: true });
  files.sort((a, b) => order.compare(a.name, b.name));
  const results = [];
  for (const [index, file] of files.entries()) {
    signal?.throwIfAborted();
    onProgress?.({ name, done: index, total: files.length });
    results.push(...(await readBytes(shownName(file.name), file.bytes, { depth: depth + 1, signal })));
  }
  return results;
}
