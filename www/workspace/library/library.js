/**
 * All pages of the reader, at hand and kept.
 *
 * Takes changes at once. What was done is written without a pause, what is being typed a moment later, or when the window is left;
 * what cannot be written stays at hand and the reader is told. Windows of the same browser hear of each other's changes.
 */
import { say } from "../../language/say.js";
import { entryOf, kept, newPage } from "../pages.js";
import { forgetUnsaved, keepUnsaved, takeUnsaved } from "./journal.js";
import { Vault } from "./vault.js";
import { Windows } from "./windows.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @import { Entry, Page } from "../pages.js" */
/** @import { Unsaved } from "./journal.js" */
/** @import { Store } from "./store.js" */
/** @import { Word } from "./windows.js" */

/** Milliseconds after the last key until what was typed is written. */
const PAUSE = 400;

/** Fields that can wait: the draft changes with each key, and the facts come from the text anew. @type {(keyof Page)[]} */
const WAITING = ["draft", "facts", "at"];

/** Fields that no reader changes. @type {(keyof Page)[]} */
const FOUND = ["facts", "at"];

/** @implements {ReactiveController} */
export class Library {
  /** What the list shows, in no order. @type {ReadonlyMap<string, Entry>} */
  entries = new Map();

  #host;
  #tell;
  #vault = new Vault((store) => this.#begin(store), () => this.#host.requestUpdate());
  /** @type {Map<string, Page>} */
  #pages = new Map();
  /** Changed since the last writing began. @type {Set<string>} */
  #dirty = new Set();
  /** Changed since the last writing ended. @type {Set<string>} */
  #unwritten = new Set();
  /** Those of them that the reader changed; an analysis changes pages too. @type {Set<string>} */
  #edited = new Set();
  /** Deleted by the reader and perhaps not yet in the database. @type {Set<string>} */
  #removed = new Set();
  /** @type {Promise<void>} */
  #writing = Promise.resolve();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #stop = new AbortController();
  #windows = new Windows((word) => void this.#heard(word));

  /**
   * @param {ReactiveControllerHost} host
   * @param {(notice: string) => void} tell
   */
  constructor(host, tell) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  hostConnected() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    addEventListener("pagehide", () => this.#leave(), { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && void this.flush(), { signal });
    this.#windows.open();
  }

  hostDisconnected() {
    this.#stop.abort();
    this.#windows.close();
    void this.flush();
  }

  /** Whether the browser keeps what is here. */
  get keeping() {
    return this.#vault.keeping;
  }

  /** Resolves when it is known what is kept. */
  ready() {
    return this.#vault.ready();
  }

  /** @param {Store} store */
  async #begin(store) {
    const entries = await store.entries();
    this.entries = new Map([...entries.map((entry) => /** @type {[string, Entry]} */ ([entry.id, entry])), ...this.entries]);
    await this.#recover(store, takeUnsaved());
  }

  /**
   * Takes up what another window could not write before it was closed.
   * @param {Store} store
   * @param {Unsaved} unsaved
   */
  async #recover(store, { pages, removed }) {
    if (removed.length > 0) {
      this.#forget(removed);
      await store.remove(removed);
      this.#windows.tell({ kind: "removed", ids: removed });
    }
    for (const page of pages) {
      const stored = await store.page(page.id);
      if (stored && stored.at >= page.at) continue;
      this.#pages.set(page.id, { ...page, bytes: stored?.bytes ?? null });
      this.#edited.add(page.id);
      this.#note([page]);
    }
  }

  /** The window is closed: what is not written is kept where no waiting is needed. */
  #leave() {
    const pages = [...this.#unwritten].flatMap((id) => this.#pages.get(id) ?? []);
    if (this.keeping === "kept") keepUnsaved({ pages, removed: [...this.#removed] });
    void this.flush();
  }

  /** The page if it is at hand. @param {string} id */
  get(id) {
    return this.#pages.get(id);
  }

  /**
   * @param {string} id
   * @returns {Promise<Page | null>}
   */
  async load(id) {
    const known = this.#pages.get(id);
    if (known) return known;
    const page = (await this.#vault.read((store) => store.page(id)).catch(() => undefined)) ?? null;
    // It may have come, and been changed, while this was on its way.
    if (page && !this.#pages.has(id)) this.#pages.set(id, page);
    this.#host.requestUpdate();
    return this.#pages.get(id) ?? null;
  }

  /** Every page, for a file of all. @returns {Promise<Page[]>} */
  async all() {
    await this.flush();
    const stored = (await this.#vault.read((store) => store.pages())) ?? [];
    const pages = new Map(stored.map((page) => [page.id, page]));
    for (const [id, page] of this.#pages) if (this.entries.has(id)) pages.set(id, page);
    return [...pages.values()];
  }

  /**
   * Text that is new stands nowhere else, so it is written without a pause: its analysis may bring the window down.
   * @param {Page[]} pages those that are no text are at hand and not kept
   */
  add(pages) {
    for (const page of pages) {
      this.#pages.set(page.id, page);
      this.#edited.add(page.id);
    }
    this.#note(pages.filter(({ message }) => message === ""));
    void this.flush();
  }

  /**
   * @param {string} id
   * @param {Partial<Page>} fields
   */
  change(id, fields) {
    const page = this.#pages.get(id);
    if (!page) return;
    const next = { ...page, at: Date.now(), ...fields };
    this.#pages.set(id, next);
    if (next.message !== "") return;
    const changed = /** @type {(keyof Page)[]} */ (Object.keys(fields));
    if (changed.some((field) => !FOUND.includes(field))) this.#edited.add(id);
    this.#note([next]);
    if (changed.some((field) => !WAITING.includes(field))) void this.flush();
  }

  /** @param {string[]} ids */
  async remove(ids) {
    await this.#remove(ids, (store) => store.remove(ids));
    this.#windows.tell({ kind: "removed", ids });
  }

  /** Takes everything away. */
  async clear() {
    await this.#remove([...this.entries.keys()], (store) => store.clear());
    this.#windows.tell({ kind: "cleared" });
  }

  /**
   * @param {string[]} ids
   * @param {(store: Store) => Promise<unknown>} work
   */
  async #remove(ids, work) {
    this.#forget(ids);
    for (const id of ids) this.#removed.add(id);
    const done = await this.#vault.write((store) => work(store).then(() => true));
    // What failed, as it does in a window that is going, is left to the next one.
    if (!done) return;
    for (const id of ids) this.#removed.delete(id);
    this.#settle();
  }

  /** Writes what is not written yet. */
  flush() {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#save());
    return this.#writing;
  }

  /** Nothing is kept for the next window once everything is in the database. */
  #settle() {
    if (this.#unwritten.size + this.#removed.size === 0) forgetUnsaved();
  }

  /** @param {Page[]} pages */
  #note(pages) {
    if (pages.length === 0) return;
    this.#enter(pages.map(entryOf));
    for (const { id } of pages) {
      this.#dirty.add(id);
      this.#unwritten.add(id);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** @param {Entry[]} entries */
  #enter(entries) {
    const next = new Map(this.entries);
    for (const entry of entries) next.set(entry.id, entry);
    this.entries = next;
    this.#host.requestUpdate();
  }

  /** @param {string[]} ids */
  #forget(ids) {
    const next = new Map(this.entries);
    for (const id of ids) {
      next.delete(id);
      this.#pages.delete(id);
      this.#dirty.delete(id);
      this.#unwritten.delete(id);
      this.#edited.delete(id);
    }
    this.entries = next;
    this.#host.requestUpdate();
  }

  async #save() {
    const ids = [...this.#dirty];
    this.#dirty.clear();
    /** @type {Entry[]} */
    const saved = [];
    for (const id of ids) {
      const page = this.#pages.get(id);
      if (!page) continue;
      const entry = await this.#put(page);
      if (entry) saved.push(...entry);
      else this.#dirty.add(id);
      if (this.#dirty.has(id)) continue;
      this.#unwritten.delete(id);
      this.#edited.delete(id);
    }
    this.#settle();
    if (saved.length > 0) this.#windows.tell({ kind: "saved", entries: saved });
  }

  /**
   * @param {Page} page
   * @returns {Promise<Entry[] | null>} what was written, or null
   */
  async #put(page) {
    const beside = (/** @type {Page} */ other) => {
      const copy = { ...other, id: newPage({ name: "" }).id, version: 1, name: say`${other.name}（另一窗口的版本）` };
      return { page: copy, entry: entryOf(copy) };
    };
    const written = await this.#vault.write((store) => store.put(kept(page), entryOf(page), beside));
    if (!written) return null;
    const now = this.#pages.get(page.id);
    if (now) this.#pages.set(page.id, { ...now, version: written.page.version });
    // It was deleted while it was being written, here or in another window.
    else await this.#vault.write((store) => store.remove([page.id]));
    const entries = now ? [{ ...entryOf(now), version: written.page.version }] : [];
    if (written.overtaken) {
      entries.push(entryOf(written.overtaken));
      this.#tell(say`“${page.name}”在另一个窗口里也改过：较新的已保存，那一份另存为“${written.overtaken.name}”。`);
    }
    this.#enter(entries);
    return entries;
  }

  /** @param {Word} word */
  async #heard(word) {
    if (word.kind === "saved") return this.#renew(word.entries);
    const ids = word.kind === "removed" ? word.ids : [...this.entries.keys()];
    const written = new Set(await this.#writtenSince(ids.filter((id) => this.#pages.has(id) && !this.#edited.has(id))));
    this.#forget(ids.filter((id) => !this.#edited.has(id) && !written.has(id)));
    // What the reader changed here since stays, so it is written again: its writing may have come before the deletion.
    this.#note(ids.flatMap((id) => (written.has(id) ? [] : (this.#pages.get(id) ?? []))));
  }

  /** Those of some deleted pages that are there, as they were written after the deletion. @param {string[]} ids */
  async #writtenSince(ids) {
    const there = ids.map((id) => this.#vault.read((store) => store.page(id)).catch(() => undefined));
    return (await Promise.all(there)).flatMap((page) => page?.id ?? []);
  }

  /** @param {Entry[]} entries changed in another window */
  async #renew(entries) {
    this.#enter(entries.filter(({ id }) => !this.#dirty.has(id)));
    for (const { id, version, name } of entries) {
      const page = this.#pages.get(id);
      if (!page || this.#dirty.has(id) || page.version >= version) continue;
      const newer = await this.#vault.read((store) => store.page(id));
      if (!newer || this.#dirty.has(id)) continue;
      this.#pages.set(id, newer);
      this.#tell(say`“${name}”在另一个窗口里改过，这里已换成新的。`);
      this.#host.requestUpdate();
    }
  }
}
