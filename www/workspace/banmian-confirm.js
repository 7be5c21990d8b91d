import { LitElement, css, html } from "lit";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";

/** Asks before something is lost. */
export class BanmianConfirm extends LitElement {
  static properties = {
    question: { state: true },
    action: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      dialog { width: min(27rem, 100vw - 2rem); padding: 1.3rem 1.4rem 1.1rem; border: 1px solid var(--_edge); border-top: 3px double var(--_ink); background: var(--_sheet); color: var(--_ink); font-size: 0.9375rem; line-height: 1.7; }
      dialog::backdrop { background: rgb(0 0 0 / 0.42); }
      p { overflow-wrap: anywhere; white-space: pre-line; }
      .acts { display: flex; justify-content: flex-end; gap: 0.5rem; margin-top: 1rem; }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    this.question = "";
    this.action = "";
  }

  /**
   * @param {string} question
   * @param {string} action what the button that does it says
   * @returns {Promise<boolean>}
   */
  async ask(question, action) {
    Object.assign(this, { question, action });
    await this.updateComplete;
    const dialog = /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector("dialog"));
    dialog.returnValue = "";
    dialog.showModal();
    await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
    return dialog.returnValue === "yes";
  }

  render() {
    return html`<dialog aria-labelledby="question">
      <form method="dialog">
        <p id="question">${this.question}</p>
        <div class="acts">
          <button class="button" value="" autofocus>${say`取消`}</button>
          <button class="button main" value="yes">${this.action}</button>
        </div>
      </form>
    </dialog>`;
  }
}

customElements.define("banmian-confirm", BanmianConfirm);
