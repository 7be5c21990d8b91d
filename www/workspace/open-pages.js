/**
 * The pages that have a tab, which of them or what besides them is in sight, and which were seen last. Remembered for the next
 * visit.
 */
import { turn } from "../elements/turn.js";
import { rememberDesk, rememberedDesk } from "./remember.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Library } from "./library/library.js" */

/** Pages that are open at once, and of these the ones whose views are kept. */
const OPEN = 12;
const LIVE = 4;

/** What can be in sight besides a page, and what is loaded for it. @type {Record<string, () => unknown>} */
const VIEWS = {
  new: () => {},
  library: () => import("./library/banmian-library.js"),
  lexicon: () => import("./lexicon/banmian-lexicon.js"),
};

export class OpenPages {
  /** Ids of the pages that have a tab. @type {string[]} */
  ids = [];
  /** What is in sight: a page's id, `new`, `library` or `lexicon`. */
  active = "new";
  /** Pages in sight last, the latest first: their views are kept. @type {string[]} */
  seen = [];
  #host;
  #library;
  /** Whether what was open before has been looked up. */
  #begun = false;
  /** The view that was asked for last. */
  #asked = "";
  /** What was written down last. */
  #remembered = "";

  /**
   * @param {ReactiveControllerHost} host
   * @param {Library} library
   */
  constructor(host, library) {
    this.#host = host;
    this.#library = library;
    void this.#begin();
  }

  /** Opens again what was open when the window was left. */
  async #begin() {
    const { open, active } = rememberedDesk();
    await this.#library.ready();
    const pages = await Promise.all(open.map((id) => this.#library.load(id)));
    this.#begun = true;
    const there = pages.flatMap((page) => (page ? [page.id] : []));
    if (there.length === 0 || this.ids.length > 0) return;
    this.#set({ ids: there });
    if (this.active === "new" && this.#asked === "" && (there.includes(active) || active in VIEWS)) void this.show(active);
  }

  /** Lets go of pages that are gone. To be called before the desk is drawn. */
  settle() {
    if (!this.ids.every((id) => this.#library.get(id))) this.ids = this.ids.filter((id) => this.#library.get(id));
    if (!(this.active in VIEWS) && !this.ids.includes(this.active)) this.active = this.ids.at(-1) ?? "new";
    const now = this.ids.includes(this.active) ? [this.active] : [];
    this.seen = [...now, ...this.seen.filter((id) => id !== this.active && this.ids.includes(id))].slice(0, LIVE);
    if (this.#begun) this.#remember();
  }

  /** Only of pages that are kept: the others are not there at the next visit. */
  #remember() {
    const desk = { open: this.ids.filter((id) => this.#library.entries.has(id)), active: this.active };
    if (JSON.stringify(desk) === this.#remembered) return;
    this.#remembered = JSON.stringify(desk);
    rememberDesk(desk);
  }

  /** Of two views that are on their way the one that was asked for last is shown. @param {string} view */
  async show(view) {
    this.#asked = view;
    await VIEWS[view]?.();
    // What has just been loaded is shown in a task of its own.
    await turn();
    if (this.#asked === view) this.see(view);
  }

  /** Shows at once what is loaded. @param {string} view */
  see(view) {
    this.#set({ active: view });
  }

  /** Gives tabs to pages; the first opened make room. @param {string[]} ids */
  add(ids) {
    const all = [...this.ids, ...ids.filter((id) => !this.ids.includes(id))];
    this.#set({ ids: all.slice(Math.max(0, all.length - OPEN)) });
  }

  /** Takes the tabs of pages away; the next one comes into sight. @param {string[]} ids */
  close(ids) {
    const index = this.ids.indexOf(this.active);
    this.#set({ ids: this.ids.filter((id) => !ids.includes(id)) });
    if (ids.includes(this.active)) this.see(this.ids[index] ?? this.ids[index - 1] ?? "new");
  }

  /** @param {Partial<Pick<OpenPages, "ids" | "active">>} fields */
  #set(fields) {
    Object.assign(this, fields);
    this.#host.requestUpdate();
  }
}
