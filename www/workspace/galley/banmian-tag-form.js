import { LitElement, css, html, nothing } from "lit";
import { tags } from "../../elements/kinds.js";
import { Speaker, say } from "../../language/say.js";
import { tagLines } from "../../styles/tags.js";
import { controls, tokens } from "../../styles/tokens.js";

/** @import { Entity } from "../../../src/report.js" */
/** @import { Scope } from "../corrections/operations.js" */

/** @typedef {{ words: string, type: Entity["kind"], name: string, scope: Scope }} Tagged */

/**
 * The box in which words are marked as a name: which kind, for which name they stand, here or everywhere.
 *
 * @fires {CustomEvent<Tagged>} banmian-tag - the words are such a name
 * @fires {CustomEvent<{ scope: Scope }>} banmian-untag - they are none
 * @fires {CustomEvent<{ words: string, type: Entity["kind"] | "theme", name: string }>} banmian-word - they are to go into the lexicon
 */
export class BanmianTagForm extends LitElement {
  static properties = {
    words: { state: true },
    free: { state: true },
    kind: { state: true },
    name: { state: true },
    scope: { state: true },
    tagged: { state: true },
  };

  static styles = [
    tokens,
    controls,
    tagLines,
    css`
      [popover] { position: fixed; inset: auto; margin: 0; width: min(23rem, 100vw - 1rem); padding: 0.7rem 0.8rem; border: 1px solid var(--_edge); border-radius: 4px; background: var(--_sheet); color: var(--_ink); font-size: 0.875rem; line-height: 1.6; box-shadow: 0 8px 28px rgb(0 0 0 / 0.22); }
      form { display: grid; gap: 0.55rem; }
      .words { font-family: var(--_serif); font-weight: 700; font-size: 1rem; overflow-wrap: anywhere; }
      fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; }
      legend { float: left; color: var(--_soft); margin-inline-end: 0.9rem; padding: 0; }
      fieldset label { display: inline-flex; align-items: center; gap: 0.3rem; min-height: 1.75rem; cursor: pointer; }
      input[type="radio"] { accent-color: var(--_accent); margin: 0; width: 1rem; height: 1rem; }
      .field { display: grid; gap: 0.2rem; color: var(--_soft); font-size: 0.8125rem; }
      input[type="text"] { font: inherit; font-size: 0.9375rem; color: var(--_ink); min-height: 2.1rem; padding: 0.2rem 0.5rem; background: var(--_paper); border: 1px solid var(--_edge); border-radius: 3px; width: 100%; }
      .acts { display: flex; flex-wrap: wrap; gap: 0.4rem; }
      .acts .button { padding-inline: 0.7rem; }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    this.words = "";
    this.free = false;
    /** @type {Entity["kind"]} */
    this.kind = "person";
    this.name = "";
    /** @type {Scope} */
    this.scope = "all";
    this.tagged = false;
  }

  /** @type {HTMLElement | null} */
  #opener = null;

  /**
   * @param {object} what
   * @param {string} what.words empty where the reader is to type them
   * @param {Entity | null} what.entity the name that they are marked as
   * @param {DOMRect} what.rect beside which it opens
   * @param {HTMLElement | null} what.opener gets the focus back
   */
  async open({ words, entity, rect, opener }) {
    this.#opener = opener;
    Object.assign(this, { words, free: words === "", tagged: entity !== null, kind: entity?.kind ?? this.kind, name: entity && entity.name !== words ? entity.name : "" });
    await this.updateComplete;
    const box = this.#box;
    box.showPopover();
    const { width, height } = box.getBoundingClientRect();
    const fits = rect.bottom + height + 12 < innerHeight;
    box.style.left = `${Math.max(8, Math.min(rect.left, innerWidth - width - 8))}px`;
    box.style.top = `${fits ? rect.bottom + 8 : Math.max(8, rect.top - height - 8)}px`;
    if (opener) /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("input"))?.focus();
  }

  close() {
    if (this.#box.matches(":popover-open")) this.#box.hidePopover();
  }

  get #box() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector("[popover]"));
  }

  render() {
    return html`<div popover="auto" role="dialog" aria-label=${say`标注`} @toggle=${this.#onToggle}>
      <form @submit=${this.#onSubmit}>
        ${this.free
          ? html`<label class="field">${say`要标注的字`}<input type="text" maxlength="100" required .value=${this.words} @input=${(/** @type {InputEvent} */ event) => (this.words = valueOf(event))} /></label>`
          : html`<p class="words" lang="zh">${this.words}</p>`}
        <fieldset>
          <legend>${say`类别`}</legend>
          ${tags().map(
            ({ kind, name }) => html`<label><input type="radio" name="kind" value=${kind} .checked=${kind === this.kind} @change=${() => (this.kind = kind)} /><span class="tag ${kind}">${name}</span></label>`,
          )}
        </fieldset>
        <fieldset>
          <legend>${say`范围`}</legend>
          ${this.#scope("here", say`此处`)}${this.#scope("all", say`全部`)}
        </fieldset>
        <label class="field">${say`规范名（可不填）`}<input type="text" maxlength="100" .value=${this.name} @input=${(/** @type {InputEvent} */ event) => (this.name = valueOf(event))} /></label>
        <div class="acts">
          <button class="button main" type="submit">${say`标注`}</button>
          ${this.tagged ? html`<button class="button" type="button" @click=${() => this.#send("banmian-untag", { scope: this.scope })}>${say`去掉标注`}</button>` : nothing}
          <button class="button" type="button" @click=${() => this.#onWord(this.kind)}>${say`加入词表`}</button>
          <button class="button" type="button" @click=${() => this.#onWord("theme")}>${say`设为主题`}</button>
        </div>
      </form>
    </div>`;
  }

  /** @param {Scope} scope @param {string} label */
  #scope(scope, label) {
    return html`<label><input type="radio" name="scope" value=${scope} .checked=${scope === this.scope} @change=${() => (this.scope = scope)} />${label}</label>`;
  }

  /** @param {SubmitEvent} event */
  #onSubmit(event) {
    event.preventDefault();
    const { words, kind: type, scope } = this;
    if (words.trim() !== "") this.#send("banmian-tag", { words: words.trim(), type, scope, name: this.name.trim() || words.trim() });
  }

  /** @param {Entity["kind"] | "theme"} type */
  #onWord(type) {
    const { words } = this;
    if (words.trim() !== "") this.#send("banmian-word", { words: words.trim(), type, name: this.name.trim() });
  }

  /** @param {ToggleEvent} event */
  #onToggle({ newState }) {
    if (newState === "closed") this.#opener?.focus({ preventScroll: true });
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #send(type, detail) {
    this.close();
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** @param {InputEvent} event */
const valueOf = ({ target }) => /** @type {HTMLInputElement} */ (target).value;

customElements.define("banmian-tag-form", BanmianTagForm);
