/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/**
 * The key "/" that leads to the search, as in many readers: anywhere on a desk that has the page to itself, unless
 * something is being written. On a page that is not ours the key stays the host's.
 * @implements {ReactiveController}
 */
export class Slash {
  #host;
  #onSlash;

  /**
   * @param {ReactiveControllerHost & HTMLElement & { desk: boolean }} host
   * @param {() => void} onSlash
   */
  constructor(host, onSlash) {
    this.#host = host;
    this.#onSlash = onSlash;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener("keydown", this.#onKey);
  }

  hostDisconnected() {
    document.removeEventListener("keydown", this.#onKey);
  }

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key !== "/" || ctrlKey || metaKey || altKey || !this.#host.desk || !this.#host.checkVisibility()) return;
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.nodeName))) return;
    event.preventDefault();
    this.#onSlash();
  };
}
