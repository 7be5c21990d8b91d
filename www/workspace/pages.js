/**
 * What a page is: its text, what the reader did with it, and what a list shows of it. Plain values that are never
 * changed but replaced.
 */
import { lengthOf } from "../elements/facts.js";
import { EMPTY, standing } from "./corrections/log.js";

/** @import { Report } from "../../src/report.js" */
/** @import { Log } from "./corrections/log.js" */
/** @import { ReadFile } from "../formats/file.js" */

/**
 * What is known of a page once it has been analysed.
 * @typedef {object} Facts
 * @property {string | null} paper
 * @property {string | null} date ISO 8601
 * @property {string | null} sheet 版次
 * @property {number} articles
 * @property {number} characters
 * @property {string[]} themes the first few
 * @property {string[]} titles
 */

/**
 * @typedef {object} Page
 * @property {string} id
 * @property {number} version of its record; 0 before it is stored
 * @property {string} name
 * @property {boolean} isFile whether the name is a file's
 * @property {string} text
 * @property {Uint8Array | null} bytes of the file, for another encoding
 * @property {string | null} encoding
 * @property {ReadFile["kind"]} kind what read the file
 * @property {string[]} notes what was left out in reading
 * @property {Log} log what the reader corrected
 * @property {string[]} [accepted] keys of places to check that the reader accepted; records of the first edition have none
 * @property {string | null} draft the original while it is being changed
 * @property {Facts | null} facts
 * @property {number} at when it was changed last
 * @property {string} message why the file is no text; empty where it is
 */

/**
 * @typedef {Pick<Page, "id" | "version" | "name" | "facts" | "at"> & { corrections: number, size: number }} Entry
 */

/** Bytes of a file that are kept for another encoding; of a larger one only the text is. */
const KEPT = 1_000_000;

/**
 * @param {Partial<Page> & { name: string }} fields
 * @returns {Page}
 */
export function newPage(fields) {
  return {
    id: crypto.randomUUID(), version: 0, isFile: false, text: "", bytes: null, encoding: null, kind: "text", notes: [], log: EMPTY, accepted: [], draft: null,
    facts: null, at: Date.now(), message: "", ...fields,
  };
}

/**
 * @param {Page} page
 * @returns {Entry}
 */
export function entryOf({ id, version, name, facts, at, log, text }) {
  return { id, version, name, facts, at, corrections: standing(log).length, size: text.length };
}

/** The page as it is kept. @param {Page} page @returns {Page} */
export function kept(page) {
  return page.bytes && page.bytes.length > KEPT ? { ...page, bytes: null } : page;
}

/**
 * @param {Report} report
 * @returns {Facts}
 */
export function factsOf({ source: { masthead }, articles, themes }) {
  return {
    paper: masthead?.paper ?? null,
    date: masthead?.date ?? null,
    sheet: masthead?.page ?? null,
    articles: articles.length,
    characters: articles.reduce((sum, article) => sum + lengthOf(article), 0),
    themes: themes.slice(0, 3).map(({ name }) => name),
    titles: articles.slice(0, 12).map(({ title }) => title.text.slice(0, 40)).filter(Boolean),
  };
}
