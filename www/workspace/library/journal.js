/**
 * What was not written when the window was closed. The database cannot be waited for then; the browser's small storage
 * takes it at once, and the next window puts it where it belongs.
 */

/** @import { Page } from "../pages.js" */

const PREFIX = "banmian.unsaved.";
const KEY = PREFIX + crypto.randomUUID();

/** Characters of text that find room there. */
const ROOM = 1_500_000;

/**
 * Keeps pages until `forgetUnsaved` or the next window.
 * @param {Page[]} pages
 */
export function keepUnsaved(pages) {
  let room = ROOM;
  const fitting = pages.filter(({ text, draft }) => (room -= text.length + (draft?.length ?? 0)) >= 0);
  try {
    if (fitting.length > 0) localStorage.setItem(KEY, JSON.stringify(fitting.map((page) => ({ ...page, bytes: null }))));
  } catch {
    // Where nothing is kept there is nothing to be done at the last moment.
  }
}

export function forgetUnsaved() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** What other windows left behind, which is taken away. @returns {Page[]} */
export function takeUnsaved() {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key !== KEY);
    return keys.flatMap((key) => {
      const left = JSON.parse(localStorage.getItem(key) ?? "[]");
      localStorage.removeItem(key);
      return left;
    });
  } catch {
    return [];
  }
}
