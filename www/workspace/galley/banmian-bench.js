import { LitElement, css, html, nothing } from "lit";
import { Speaker, say } from "../../language/say.js";
import { controls, tokens } from "../../styles/tokens.js";
import { canRedo, canUndo, redone, undone } from "../corrections/log.js";
import "./banmian-corrections.js";
import "./banmian-galley.js";
import "./banmian-theme-desk.js";

/** @import { Corrected } from "../corrections/correct.js" */
/** @import { Log } from "../corrections/log.js" */

/**
 * The bench a page is corrected at: its galley, the records and themes beside it, a step back and forth. What the galley
 * and the themes tell (`banmian-correct`) goes on to whom it concerns.
 *
 * @fires {CustomEvent<{ log: Log }>} banmian-log - the records are to be others
 * @fires {CustomEvent<{ notice: string }>} banmian-notice - something to tell the reader
 */
export class BanmianBench extends LitElement {
  static properties = {
    /** The page as corrected so far. */
    corrected: { attribute: false },
    /** The text that was analysed. */
    input: { attribute: false },
    log: { attribute: false },
    /** What the file of records is called after. */
    name: {},
    /** Whether it is in sight and has the keyboard. */
    active: { type: Boolean },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 58rem) minmax(15rem, 20rem); justify-content: center; gap: 1.2rem; align-items: start; padding-top: 1rem; }
      .steps { grid-column: 1 / -1; position: sticky; top: 0; z-index: 3; display: flex; gap: 0.4rem; padding: 0.4rem 0; background: var(--_paper); margin-block: -0.4rem; }
      .records { display: none; margin-inline-start: auto; }
      aside { position: sticky; top: 3.2rem; max-height: calc(100vh - 3.6rem); overflow-y: auto; padding: 0.8rem 1rem; background: var(--_sheet); border: 1px solid var(--_rule); display: grid; gap: 1.4rem; scrollbar-width: thin; }
      @media (max-width: 60rem) {
        :host { grid-template-columns: minmax(0, 1fr); }
        .records { display: inline-flex; }
        aside { position: static; max-height: none; order: 1; }
      }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Corrected | null} */
    this.corrected = null;
    this.input = "";
    /** @type {Log | null} */
    this.log = null;
    this.name = "";
    this.active = false;
  }

  #stop = new AbortController();

  connectedCallback() {
    super.connectedCallback();
    this.#stop = new AbortController();
    addEventListener("keydown", (event) => this.#onKey(event), { signal: this.#stop.signal });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  render() {
    const { corrected, log } = this;
    if (!corrected || !log) return nothing;
    const { report, lost, pinned } = corrected;
    return html`
      <div class="steps" role="group" aria-label=${say`撤销与重做`}>
        <button class="button" type="button" title="Ctrl+Z" ?disabled=${!canUndo(log)} @click=${() => this.#step(undone)}>${say`撤销`}</button>
        <button class="button" type="button" title="Ctrl+Shift+Z" ?disabled=${!canRedo(log)} @click=${() => this.#step(redone)}>${say`重做`}</button>
        <button class="button records" type="button" @click=${this.#toRecords}>${say`校改记录`}</button>
      </div>
      <banmian-galley .report=${report} .input=${this.input}></banmian-galley>
      <aside tabindex="-1" aria-label=${say`校改记录与主题`}>
        <banmian-corrections .log=${log} .lost=${lost} .name=${this.name}></banmian-corrections>
        <banmian-theme-desk .themes=${report.themes} .pinned=${pinned}></banmian-theme-desk>
      </aside>
    `;
  }

  /** Brings a place of the input into sight in the galley. @param {{ article: string | null, start: number, end: number }} place */
  async reveal(place) {
    await this.updateComplete;
    await /** @type {import("./banmian-galley.js").BanmianGalley | null} */ (this.renderRoot.querySelector("banmian-galley"))?.reveal(place);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (!this.active || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    const [target] = event.composedPath();
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    this.#step(event.shiftKey ? redone : undone);
  }

  /** @param {typeof undone} way */
  #step(way) {
    const log = this.log && way(this.log);
    if (!log || log === this.log) return;
    this.#send("banmian-log", { log });
    this.#send("banmian-notice", { notice: way === redone ? say`已重做一步。` : say`已撤销一步。` });
  }

  /** On a narrow window the records stand below the galley. */
  #toRecords() {
    const aside = /** @type {HTMLElement} */ (this.renderRoot.querySelector("aside"));
    aside.scrollIntoView({ block: "start" });
    aside.focus({ preventScroll: true });
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("banmian-bench", BanmianBench);
