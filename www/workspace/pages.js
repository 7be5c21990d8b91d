/**
 * The pages that lie on the desk: pure functions on a list, which is never changed but replaced.
 */

/** @import { Report } from "../../src/report.js" */
/** @import { ReadFile } from "../formats/file.js" */

/**
 * - waiting: read, its turn to be analysed has not come
 * - running, done: as it says
 * - failed: the analysis did not end; the text is there
 * - unread: the file is no text; `message` says why
 * @typedef {"waiting" | "running" | "done" | "failed" | "unread"} PageState
 */

/**
 * @typedef {{
 *   id: number, name: string, text: string, state: PageState, message: string,
 *   bytes: Uint8Array | null, encoding: string | null, kind: ReadFile["kind"], notes: string[],
 *   report: Report | null, editing: boolean, isFile: boolean,
 * }} Page
 */

let last = 0;

/**
 * @param {Partial<Page> & { name: string }} fields
 * @returns {Page}
 */
export function newPage(fields) {
  last += 1;
  return {
    id: last, text: "", state: "waiting", message: "", bytes: null, encoding: null, kind: "text", notes: [], report: null, editing: false,
    isFile: false, ...fields,
  };
}

/**
 * @param {Page[]} pages
 * @param {number} id
 * @param {Partial<Page>} fields
 * @returns {Page[]}
 */
export function changed(pages, id, fields) {
  return pages.map((page) => (page.id === id ? { ...page, ...fields } : page));
}

/**
 * The page whose turn it is: one at a time, the one in sight first.
 * @param {Page[]} pages
 * @param {number | null} active
 * @returns {Page | null}
 */
export function nextToRun(pages, active) {
  if (pages.some(({ state }) => state === "running")) return null;
  const waiting = pages.filter(({ state }) => state === "waiting");
  return waiting.find(({ id }) => id === active) ?? waiting[0] ?? null;
}
