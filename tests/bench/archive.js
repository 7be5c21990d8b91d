/** Texts of any size for the measurement of growth: pages of a paper, each with its head, made of a month of news and our own pages. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FOLDER, month, ownPages } from "./peers.js";

/** Bytes of a page of news: 3,000 characters. */
const PAGE = 9_000;

/** Pages without end. Each fifth is one of our own; when the news is over it begins again. */
function* pages() {
  const own = ownPages();
  const news = sheets();
  for (let i = 0; ; i++) {
    const body = i % 5 === 4 ? own[((i / 5) | 0) % own.length] : news[i % news.length];
    yield `青陵日报　2025年4月${((i >> 3) % 28) + 1}日　第${(i % 8) + 1}版\n${body}\n`;
  }
}

/** The month of news in sheets of whole paragraphs. */
function sheets() {
  const found = [""];
  for (const paragraph of month().split("\n")) {
    if (Buffer.byteLength(found[found.length - 1]) > PAGE) found.push("");
    found[found.length - 1] += `${paragraph}\n`;
  }
  return found;
}

/**
 * Files of `size` bytes or a little more that hold `total` bytes of the pages, in their order.
 * @param {number} size @param {number} total
 */
export function files(size, total) {
  const folder = join(FOLDER, `growth-${size}`);
  mkdirSync(folder, { recursive: true });
  /** @type {string[]} */
  const written = [];
  let [text, bytes, sum] = [/** @type {string[]} */ ([]), 0, 0];
  for (const page of pages()) {
    text.push(page);
    bytes += Buffer.byteLength(page);
    if (bytes < size) continue;
    written.push(join(folder, `${written.length}.txt`));
    writeFileSync(written[written.length - 1], text.join(""));
    sum += bytes;
    [text, bytes] = [[], 0];
    if (sum >= total) return { written, bytes: sum };
  }
  throw new Error("pages have no end");
}

/** A file of so many pages as `batch` reads them. @param {number} count */
export function ndjson(count) {
  const file = join(FOLDER, "pages.ndjson");
  const lines = [];
  for (const text of pages()) {
    lines.push(JSON.stringify({ id: lines.length, text }));
    if (lines.length === count) break;
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}
