/**
 * Parts of an element that are loaded when they are first to be seen, so that the first view stays small.
 *
 * Takes what loads each part; gives, in the part's place, a word that it is on its way, and a way to try again where it
 * did not come.
 */
import { html } from "lit";
import { say } from "../language/say.js";

/** @import { ReactiveControllerHost, TemplateResult } from "lit" */

/** @template {string} Name */
export class Later {
  #host;
  #loads;
  /** What has been asked for; undefined once it is there. @type {Map<Name, "loading" | "failed" | undefined>} */
  #asked = new Map();

  /**
   * @param {ReactiveControllerHost} host renders again when a part has come
   * @param {Partial<Record<Name, () => Promise<unknown>>>} loads parts without one are there from the start
   */
  constructor(host, loads) {
    this.#host = host;
    this.#loads = loads;
  }

  /**
   * Loads a part, if it is not there; never fails.
   * @param {Name} name
   */
  async ask(name) {
    const load = this.#loads[name];
    if (!load || (this.#asked.has(name) && !this.#asked.get(name))) return;
    this.#asked.set(name, "loading");
    try {
      await load();
      this.#asked.set(name, undefined);
    } catch {
      this.#asked.set(name, "failed");
    }
    this.#host.requestUpdate();
  }

  /**
   * The part, or what stands for it until it is there.
   * @param {Name} name
   * @param {() => TemplateResult} show
   */
  part(name, show) {
    if (this.#loads[name] && !this.#asked.has(name)) void this.ask(name);
    const state = this.#asked.get(name);
    if (!state) return show();
    return html`<p class="wait" role="status">${state === "loading"
      ? say`正在载入……`
      : html`${say`这一部分没有载入，请检查网络。`}<br /><button class="button" type="button" @click=${() => this.ask(name)}>${say`再试一次`}</button>`}</p>`;
  }
}
