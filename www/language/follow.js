/**
 * Lets an element that stands in any page speak the language of its place: the nearest `lang` on itself or around it.
 *
 * Takes an element; leaves the language of everything that listens, now and whenever a `lang` of the page changes. One
 * document has one language, so of several elements in places of several languages the one that comes last decides.
 */
import { nearest, useLanguage } from "./say.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** `new Follower(this)` in the constructor of the element. @implements {ReactiveController} */
export class Follower {
  #host;
  #watch = new MutationObserver(() => this.#follow());

  /** @param {ReactiveControllerHost & Element} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    for (let root = this.#host.getRootNode(); ; root = /** @type {ShadowRoot} */ (root).host.getRootNode()) {
      this.#watch.observe(root, { subtree: true, attributeFilter: ["lang"] });
      if (!(root instanceof ShadowRoot)) break;
    }
    this.#follow();
  }

  hostDisconnected() {
    this.#watch.disconnect();
  }

  #follow() {
    void useLanguage(nearest(languageAround(this.#host)));
  }
}

/**
 * @param {Element} element
 * @returns {string} the nearest `lang`, through the shadow roots around it; empty where there is none
 */
export function languageAround(element) {
  const closest = element.closest("[lang]");
  if (closest) return closest.getAttribute("lang") ?? "";
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : "";
}
