/** What the windows of one browser tell each other of the pages that they share. */

/** @import { Entry } from "../pages.js" */

/** @typedef {{ kind: "saved", entries: Entry[] } | { kind: "removed", ids: string[] } | { kind: "cleared" }} Word */

export class Windows {
  #onWord;
  /** @type {BroadcastChannel | null} */
  #channel = null;

  /** @param {(word: Word) => void} onWord told what another window says */
  constructor(onWord) {
    this.#onWord = onWord;
  }

  open() {
    this.#channel = new BroadcastChannel("banmian");
    this.#channel.onmessage = ({ data }) => this.#onWord(data);
  }

  close() {
    this.#channel?.close();
  }

  /** @param {Word} word for all the others */
  tell(word) {
    this.#channel?.postMessage(word);
  }
}
