import { LitElement, css, html, nothing } from "lit";
import { grouped } from "../../elements/kinds.js";
import { Speaker, say } from "../../language/say.js";
import { controls, tokens } from "../../styles/tokens.js";

/** @import { Theme } from "../../../src/report.js" */
/** @import { Change } from "../corrections/operations.js" */

/**
 * The themes of a page to be put right: each can be renamed, made one with another, pinned, or hidden; and one that was not
 * found can be added.
 *
 * @fires {CustomEvent<{ changes: Change[] }>} banmian-correct - what the reader did
 * @fires {CustomEvent<{ words: string, type: "theme", name: string }>} banmian-word - words that are to be a theme, here and on other pages
 */
export class BanmianThemeDesk extends LitElement {
  static properties = {
    themes: { attribute: false },
    /** Names of those that are pinned. */
    pinned: { attribute: false },
    open: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; font-size: 0.875rem; line-height: 1.6; }
      h3 { font-size: 0.875rem; font-weight: 600; margin-bottom: 0.3rem; }
      li { border-top: 1px solid var(--_rule); padding: 0.35rem 0; }
      .name { display: flex; justify-content: space-between; gap: 0.6rem; width: 100%; min-height: 1.75rem; align-items: baseline; font-family: var(--_serif); font-weight: 700; overflow-wrap: anywhere; }
      .name:hover { color: var(--_accent); }
      .name small { font: 400 0.75rem var(--_ui); color: var(--_soft); white-space: nowrap; }
      form { display: grid; gap: 0.45rem; padding: 0.4rem 0 0.5rem; }
      label { display: grid; gap: 0.15rem; font-size: 0.8125rem; color: var(--_soft); }
      .row { display: flex; gap: 0.35rem; flex-wrap: wrap; }
      .row > :first-child { flex: 1 1 8rem; min-width: 0; }
      input, select { font: inherit; font-size: 0.875rem; color: var(--_ink); min-height: 2.1rem; padding: 0.1rem 0.5rem; background: var(--_paper); border: 1px solid var(--_edge); border-radius: 3px; width: 100%; }
      .button { min-height: 2.1rem; padding-inline: 0.7rem; font-size: 0.8125rem; }
      .none { color: var(--_soft); }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    /** @type {Theme[]} */
    this.themes = [];
    /** @type {ReadonlySet<string>} */
    this.pinned = new Set();
    /** Id of the theme that is open. @type {string | null} */
    this.open = null;
  }

  render() {
    return html`<h3>${say`主题`}</h3>
      ${this.themes.length === 0 ? html`<p class="none">${say`没有主题。`}</p>` : nothing}
      <form class="new" @submit=${this.#onAdd}>
        <label>${say`添加主题`}<span class="row"><input name="words" lang="zh" maxlength="60" required placeholder=${say`版面上的提法`} /><button class="button" type="submit">${say`添加`}</button></span></label>
      </form>
      <ul>${this.themes.map((theme) => this.#theme(theme))}</ul>`;
  }

  /** @param {Theme} theme */
  #theme(theme) {
    const { id, name, articles } = theme;
    const open = id === this.open;
    const isPinned = this.pinned.has(name);
    return html`<li>
      <button class="plain name" type="button" aria-expanded=${open} @click=${() => (this.open = open ? null : id)}>
        <span lang="zh">${name}</span><small>${isPinned ? say`置顶 · ` : nothing}${say`${grouped(articles.length)} 篇`}</small>
      </button>
      ${open ? this.#form(theme, isPinned) : nothing}
    </li>`;
  }

  /**
   * @param {Theme} theme
   * @param {boolean} isPinned
   */
  #form({ id, name }, isPinned) {
    const others = this.themes.filter((other) => other.id !== id);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#onRename(event, name)}>
      <label>${say`名称`}<span class="row"><input name="name" lang="zh" maxlength="60" required .value=${name} /><button class="button" type="submit">${say`改名`}</button></span></label>
      ${others.length > 0
        ? html`<label>${say`并入`}<span class="row"><select name="into">${others.map((other) => html`<option lang="zh">${other.name}</option>`)}</select><button class="button" type="button" @click=${(/** @type {MouseEvent} */ event) => this.#onMerge(event, name)}>${say`合并`}</button></span></label>`
        : nothing}
      <div class="row">
        ${isPinned ? nothing : html`<button class="button" type="button" @click=${() => this.#send({ kind: "theme-pin", theme: name })}>${say`置顶`}</button>`}
        <button class="button" type="button" @click=${() => this.#send({ kind: "theme-hide", theme: name })}>${say`不再显示`}</button>
      </div>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  #onAdd(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const words = String(new FormData(form).get("words")).trim();
    if (words === "") return;
    form.reset();
    this.dispatchEvent(new CustomEvent("banmian-word", { detail: { words, type: "theme", name: "" }, bubbles: true, composed: true }));
  }

  /**
   * @param {SubmitEvent} event
   * @param {string} theme
   */
  #onRename(event, theme) {
    event.preventDefault();
    const to = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("name")).trim();
    if (to !== "" && to !== theme) this.#send({ kind: "theme-rename", theme, to });
  }

  /**
   * @param {MouseEvent} event
   * @param {string} theme
   */
  #onMerge({ target }, theme) {
    const form = /** @type {HTMLElement} */ (target).closest("form");
    const into = form && String(new FormData(form).get("into"));
    if (into) this.#send({ kind: "theme-merge", theme, into });
  }

  /** @param {Change} change */
  #send(change) {
    this.dispatchEvent(new CustomEvent("banmian-correct", { detail: { changes: [change] }, bubbles: true, composed: true }));
  }
}

customElements.define("banmian-theme-desk", BanmianThemeDesk);
