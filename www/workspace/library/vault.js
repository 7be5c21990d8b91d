/**
 * The browser's database as one that may be missing or full: work is done in it where it can be, and whether what it was
 * given is kept is known.
 */

/** @import { Store } from "./store.js" */

/**
 * - opening: not known yet whether the browser keeps anything
 * - kept: it does
 * - refused, full: it does not; all is in memory and gone with the window
 * @typedef {"opening" | "kept" | "refused" | "full"} Keeping
 */

export class Vault {
  /** @type {Keeping} */
  keeping = "opening";
  #onKeeping;
  /** @type {Promise<Store | null>} */
  #store;

  /**
   * @param {(store: Store) => Promise<unknown>} begin what is done first, before any other work
   * @param {() => void} onKeeping called when what `keeping` says has changed
   */
  constructor(begin, onKeeping) {
    this.#onKeeping = onKeeping;
    this.#store = this.#open(begin);
  }

  /** @param {(store: Store) => Promise<unknown>} begin */
  async #open(begin) {
    try {
      const { Store } = await import("./store.js");
      const store = await Store.open();
      await begin(store);
      this.#keep("kept");
      return store;
    } catch {
      this.#keep("refused");
      return null;
    }
  }

  /** Resolves when it is known what is kept. */
  async ready() {
    await this.#store;
  }

  /**
   * @template T
   * @param {(store: Store) => Promise<T>} work
   * @returns {Promise<T | undefined>} undefined where there is no database; rejects where it fails
   */
  async read(work) {
    const store = await this.#store;
    return store ? work(store) : undefined;
  }

  /**
   * @template T
   * @param {(store: Store) => Promise<T>} work
   * @returns {Promise<T | undefined>} undefined where nothing was written; never rejects
   */
  async write(work) {
    try {
      const done = await this.read(work);
      if (await this.#store) this.#keep("kept");
      return done;
    } catch (error) {
      this.#keep(error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "refused");
      return undefined;
    }
  }

  /** @param {Keeping} keeping */
  #keep(keeping) {
    if (keeping === this.keeping) return;
    this.keeping = keeping;
    this.#onKeeping();
  }
}
