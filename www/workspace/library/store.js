/**
 * Pages in the browser's own database. Knows of records and versions, nothing of what is in them.
 *
 * Each record has a version, one more with each write. Who writes on a version that is not the stored one overtakes
 * another window: the newer record stands, and the one it takes the place of is kept beside it as a page of its own.
 */
import { openDB } from "idb";

/** @import { IDBPDatabase } from "idb" */
/** @import { Entry, Page } from "../pages.js" */

const NAME = "banmian";
const VERSION = 1;

/** @typedef {{ page: Page, overtaken: Page | null }} Written */

export class Store {
  #db;

  /** @param {IDBPDatabase} db */
  constructor(db) {
    this.#db = db;
  }

  /** @returns {Promise<Store>} rejects where the browser keeps nothing */
  static async open() {
    const db = await openDB(NAME, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore("pages", { keyPath: "id" });
        fresh.createObjectStore("entries", { keyPath: "id" });
      },
      // A newer window wants to change the database.
      blocking: () => db.close(),
    });
    return new Store(db);
  }

  /** What the list shows of each page. @returns {Promise<Entry[]>} */
  entries() {
    return this.#db.getAll("entries");
  }

  /** @param {string} id @returns {Promise<Page | undefined>} */
  page(id) {
    return this.#db.get("pages", id);
  }

  /** @returns {Promise<Page[]>} */
  pages() {
    return this.#db.getAll("pages");
  }

  /**
   * @param {Page} page
   * @param {Entry} entry
   * @param {(page: Page) => { page: Page, entry: Entry }} beside makes of an overtaken record a page of its own
   * @returns {Promise<Written>}
   */
  async put(page, entry, beside) {
    const work = this.#db.transaction(["pages", "entries"], "readwrite");
    const [pages, entries] = [work.objectStore("pages"), work.objectStore("entries")];
    /** @type {Page | undefined} */
    const stored = await pages.get(page.id);
    const next = { ...page, version: Math.max(stored?.version ?? 0, page.version) + 1 };
    const other = stored && stored.version !== page.version ? beside(stored) : null;
    const writes = [pages.put(next), entries.put({ ...entry, version: next.version }), ...(other ? [pages.put(other.page), entries.put(other.entry)] : [])];
    // Without waiting for their answers: the page may be gone by then.
    work.commit();
    await Promise.all([...writes, work.done]);
    return { page: next, overtaken: other?.page ?? null };
  }

  /** @param {string[]} ids */
  async remove(ids) {
    const work = this.#db.transaction(["pages", "entries"], "readwrite");
    await Promise.all([...ids.flatMap((id) => [work.objectStore("pages").delete(id), work.objectStore("entries").delete(id)]), work.done]);
  }

  async clear() {
    const work = this.#db.transaction(["pages", "entries"], "readwrite");
    await Promise.all([work.objectStore("pages").clear(), work.objectStore("entries").clear(), work.done]);
  }
}
