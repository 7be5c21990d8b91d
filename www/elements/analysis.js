/**
 * What the elements that other pages embed have in common: where their text comes from, when it is analysed, and what the
 * host hears of it. The element reads `phase` and the rest when it renders.
 */
import { analyze } from "../engine/client.js";
import { language, nearest, say, useLanguage } from "../language/say.js";
import { textOf } from "./host-text.js";
import { near } from "./near.js";
import { tell } from "./tell.js";

/** @import { LitElement, ReactiveController } from "lit" */
/** @import { Report } from "../../src/report.js" */

/**
 * @typedef {object} Wanted
 * @property {string | null} text the text itself
 * @property {string | null} for id of the element whose text it is
 * @property {string | null} themes
 * @property {boolean} allThemes
 * @property {string | null} lexicon
 * @property {"lazy" | "eager"} loading
 * @property {string | null} [name]
 */

/** @implements {ReactiveController} */
export class Analysis {
  /** @type {"idle" | "running" | "done" | "error"} */
  phase = "idle";
  /** The pass that runs. */
  stage = "";
  /** Why there is no report, for the reader. */
  message = "";
  /** @type {Report | null} */
  report = null;
  /** The text that the report's offsets count in. */
  input = "";
  #host;
  #view;
  /** @type {AbortController | null} */
  #run = null;
  /** @type {AbortController | null} */
  #wait = null;

  /**
   * @param {LitElement & Wanted} host
   * @param {() => Promise<unknown>} [view] loads what shows the report, while the text is analysed
   */
  constructor(host, view) {
    this.#host = host;
    this.#view = view;
    host.addController(this);
  }

  /** Moved within the page it goes on where it was. The language is that of the place where it stands. */
  hostConnected() {
    const { lang = "" } = /** @type {HTMLElement | null} */ (this.#host.closest("[lang]")) ?? {};
    if (lang && nearest(lang) !== language()) void useLanguage(nearest(lang)).catch(() => {});
    if (this.phase === "idle" && this.#host.hasUpdated && this.source() !== null) this.#begin();
  }

  hostDisconnected() {
    this.#wait?.abort();
    if (this.phase !== "running") return;
    this.#run?.abort();
    this.phase = "idle";
  }

  /**
   * Analyses the text if what it depends on has changed. A text that a script gives is asked for; one that stands in the
   * page waits until the reader comes near.
   * @param {Map<PropertyKey, unknown>} changed
   */
  changed(changed) {
    const { text } = this.#host;
    if (changed.has("text") && text !== null) return void this.run();
    if (changed.has("for") && this.#host.for && text === null) return this.#begin();
    const again = ["themes", "allThemes", "lexicon"].some((one) => changed.has(one));
    if (again && this.phase !== "idle") void this.run();
  }

  /** The text in the element has changed. */
  slotted() {
    if (this.#host.text === null && !this.#host.for && this.source() !== null) this.#begin();
  }

  /** The text to analyse, or null where none has been given. */
  source() {
    const { text, for: id, childNodes } = this.#host;
    if (text !== null) return text;
    if (id) {
      const element = this.element();
      return element ? textOf(element) : "";
    }
    const inside = [...childNodes].map(textOf).join("");
    return inside.trim() === "" ? null : inside;
  }

  /** The element that `for` names. */
  element() {
    const { for: id } = this.#host;
    return id ? /** @type {Document | ShadowRoot} */ (this.#host.getRootNode()).getElementById(id) : null;
  }

  /** Stops the analysis that runs, if any. */
  cancel() {
    this.#run?.abort();
  }

  /** @returns {Promise<Report | null>} null where it failed or was overtaken by a later call */
  async run() {
    this.#wait?.abort();
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    const { text: given, for: id } = this.#host;
    if (given === null && id && !this.element()) return this.#fail("missing", say`页面上没有 id 为“${id}”的元素。`);
    const text = this.source() ?? "";
    if (text.trim() === "") return this.#fail("empty", say`没有可分析的文字。`);
    this.#show("running");
    try {
      const [report] = await Promise.all([this.#ask(text, run), this.#loadView()]);
      return this.#run === run ? this.#finish(text, report) : null;
    } catch (error) {
      if (this.#run !== run) return null;
      const { code = "failed", message = say`分析没有完成。` } = /** @type {{ code?: string, message?: string }} */ (error);
      return this.#fail(code, message);
    }
  }

  #begin() {
    this.#wait?.abort();
    if (this.#host.loading === "eager") return void this.run();
    this.#wait = new AbortController();
    void near(this.#host, this.#wait.signal).then(() => this.run());
  }

  /**
   * @param {string} text
   * @param {AbortController} run
   */
  #ask(text, run) {
    const { name, allThemes } = this.#host;
    return analyze(text, {
      name: name ?? undefined,
      lexicon: this.#words(),
      allThemes,
      signal: run.signal,
      onProgress: (stage) => {
        if (this.#run === run) this.#show("running", stage);
      },
      onFallback: (reason) => tell(this.#host, "banmian-fallback", { reason }),
    });
  }

  async #loadView() {
    try {
      await this.#view?.();
    } catch (cause) {
      throw Object.assign(new Error(say`分析程序没有载入，请检查网络后重试。`, { cause }), { code: "load" });
    }
  }

  /** The lexicon with the lines that `themes` adds to it. */
  #words() {
    const themes = (this.#host.themes ?? "").split(/[,，、]/).map((word) => word.trim()).filter(Boolean);
    const lines = [this.#host.lexicon?.trim(), ...themes.map((word) => `${word},theme`)].filter(Boolean);
    return lines.length > 0 ? `${lines.join("\n")}\n` : undefined;
  }

  /**
   * @param {Analysis["phase"]} phase
   * @param {string} [stage]
   */
  #show(phase, stage = "") {
    this.phase = phase;
    this.stage = stage;
    this.#host.requestUpdate();
  }

  /**
   * @param {string} text
   * @param {Report} report
   */
  #finish(text, report) {
    this.input = text;
    this.report = report;
    this.#show("done");
    tell(this.#host, "banmian-report", report);
    return report;
  }

  /**
   * @param {string} code
   * @param {string} message
   */
  #fail(code, message) {
    this.message = message;
    this.#show("error");
    tell(this.#host, "banmian-error", { code, message });
    return null;
  }
}
