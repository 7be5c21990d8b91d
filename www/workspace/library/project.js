/**
 * The whole library as one file: a zip with each text as a text, and what the reader did with it as JSON beside it.
 *
 * Written with a version; read with distrust: each page is made anew from the fields it must have.
 */
import { shownName } from "../../formats/names.js";
import { Unreadable } from "../../formats/unreadable.js";
import { say } from "../../language/say.js";
import { acceptedFrom } from "../accepted.js";
import { logOf } from "../corrections/file.js";
import { newPage } from "../pages.js";
import { unzip, zip } from "./zip.js";

/** @import { Facts, Page } from "../pages.js" */

const FORMAT = "banmian-project";
const VERSION = 1;
const LIST = "project.json";

/** All that is taken out of a project file. */
const PARTS = /^(?:project\.json|lexicon\.csv|texts\/\d+\.txt)$/;

/** @typedef {{ pages: Page[], lexicon: string }} Project */

/**
 * @param {Page[]} pages
 * @param {string} lexicon
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function packed(pages, lexicon) {
  const encoder = new TextEncoder();
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  const list = pages.map(({ id, name, isFile, text, encoding, log, accepted, facts, at }, index) => {
    const path = `texts/${String(index + 1).padStart(4, "0")}.txt`;
    files[path] = encoder.encode(text.toWellFormed());
    return { id, name, isFile, encoding, log, accepted, facts, at, path };
  });
  files["lexicon.csv"] = encoder.encode(lexicon);
  files[LIST] = encoder.encode(JSON.stringify({ format: FORMAT, version: VERSION, pages: list }, null, 1));
  return zip(files);
}

/**
 * @param {Blob} file
 * @returns {Promise<Project | { message: string }>}
 */
export async function opened(file) {
  try {
    const files = await unzip(file, (path) => PARTS.test(path));
    const decode = (/** @type {string} */ path) => (files.has(path) ? new TextDecoder().decode(files.get(path)) : null);
    const list = JSON.parse(decode(LIST) ?? "");
    if (list?.format !== FORMAT || !Array.isArray(list.pages)) return { message: say`这不是版面的项目文件。` };
    if (!Number.isInteger(list.version) || list.version < 1) return { message: say`项目文件读不懂，可能已损坏。` };
    if (list.version > VERSION) return { message: say`这个项目文件是较新的版面存的，请先更新。` };
    return { pages: list.pages.map((/** @type {any} */ one) => pageOf(one, decode(String(one?.path)))), lexicon: decode("lexicon.csv") ?? "" };
  } catch (error) {
    return { message: error instanceof Unreadable ? say`项目文件没有读入：${error.message}` : say`项目文件读不懂，可能已损坏。` };
  }
}

/**
 * @param {any} one
 * @param {string | null} text
 * @returns {Page}
 */
function pageOf(one, text) {
  if (text === null || typeof one.name !== "string" || !/^[\w-]{8,64}$/.test(one.id)) throw new TypeError("no page");
  return newPage({
    id: one.id,
    name: shownName(one.name),
    isFile: one.isFile === true,
    encoding: typeof one.encoding === "string" ? one.encoding.slice(0, 20) : null,
    text,
    log: logOf(one.log),
    accepted: acceptedFrom(one.accepted),
    facts: factsFrom(one.facts),
    at: Number.isFinite(one.at) ? one.at : 0,
  });
}

/** @param {any} facts @returns {Facts | null} */
function factsFrom(facts) {
  if (facts === null || typeof facts !== "object") return null;
  const words = (/** @type {unknown} */ value) => (typeof value === "string" ? value.slice(0, 100) : null);
  const list = (/** @type {unknown} */ value) => (Array.isArray(value) ? value.slice(0, 12).flatMap((one) => words(one) ?? []) : []);
  const count = (/** @type {unknown} */ value) => (Number.isSafeInteger(value) ? Number(value) : 0);
  return {
    paper: words(facts.paper), date: words(facts.date), sheet: words(facts.sheet),
    articles: count(facts.articles), characters: count(facts.characters), themes: list(facts.themes), titles: list(facts.titles),
  };
}

/**
 * What is new in a project to those who have some of it: pages not there, and of pages that are there the newer.
 * @param {Page[]} own
 * @param {Page[]} others
 * @returns {{ fresh: Page[], newer: Page[], same: number }}
 */
export function merged(own, others) {
  const known = new Map(own.map((page) => [page.id, page]));
  const fresh = others.filter(({ id }) => !known.has(id));
  const newer = others.filter(({ id, at }) => (known.get(id)?.at ?? Infinity) < at);
  return { fresh, newer, same: others.length - fresh.length - newer.length };
}
