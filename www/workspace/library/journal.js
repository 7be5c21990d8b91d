/**
 * What was not written when the window was closed. The database cannot be waited for then; the browser's small storage
 * takes it at once, and the next window puts it where it belongs.
 */

/** @import { Page } from "../pages.js" */

const PREFIX = "banmian.unsaved.";
const KEY = PREFIX + crypto.randomUUID();

/** Characters of text that find room there. */
const ROOM = 1_500_000;

/** @typedef {{ pages: Page[], removed: string[] }} Unsaved pages that changed, and ids of pages that were deleted */

/**
 * Keeps what was not written until `forgetUnsaved` or the next window.
 * @param {Unsaved} unsaved
 */
export function keepUnsaved({ pages, removed }) {
  let room = ROOM;
  const fitting = pages.filter(({ text, draft }) => (room -= text.length + (draft?.length ?? 0)) >= 0);
  try {
    if (fitting.length + removed.length > 0) {
      localStorage.setItem(KEY, JSON.stringify({ pages: fitting.map((page) => ({ ...page, bytes: null })), removed }));
    }
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

/** What other windows left behind, which is taken away. @returns {Unsaved} */
export function takeUnsaved() {
  /** @type {Unsaved} */
  const unsaved = { pages: [], removed: [] };
  try {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key !== KEY)) {
      const left = JSON.parse(localStorage.getItem(key) ?? "{}");
      localStorage.removeItem(key);
      unsaved.pages.push(...(left.pages ?? []));
      unsaved.removed.push(...(left.removed ?? []));
    }
  } catch {
    // What is not kept, or not readable, is not there.
  }
  return unsaved;
}
