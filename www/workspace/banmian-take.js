import { LitElement, css, html, nothing } from "lit";
import { tell } from "../elements/tell.js";
import { safeName } from "../formats/names.js";
import { fileStem, issueName, issueOf } from "../formats/source.js";
import { kinds } from "../formats/take.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { copy, download } from "./export.js";
import { LONGEST, linkTo } from "./link.js";

/** @import { Report } from "../../src/report.js" */
/** @import { Kind } from "../formats/take.js" */

/**
 * The menu 导出: the report as a file of many kinds, on paper, to the clipboard, or its text in a link.
 *
 * @fires {CustomEvent<{ text: string }>} banmian-notice - what came of it, for the reader
 * @fires banmian-print - the page is to be printed
 */
export class BanmianTake extends LitElement {
  static properties = {
    report: { attribute: false },
    /** The analysed text. */
    input: { attribute: false },
    /** What the page is called on the desk. */
    name: { attribute: false },
    /** What the reader changed, as it stands in the log. */
    corrections: { attribute: false },
    open: { state: true },
    link: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: inline-block; }
      .sign { font-size: 0.75em; }
      [popover] { position: fixed; inset: auto; margin: 0; width: min(23rem, 100vw - 1.5rem); max-height: min(40rem, 100dvh - 1.5rem); overflow-y: auto; padding: 0.4rem; border: 1px solid var(--_edge); border-radius: 4px; background: var(--_sheet); color: var(--_ink); box-shadow: 0 8px 28px rgb(0 0 0 / 0.2); }
      [role="group"] + [role="group"] { margin-top: 0.3rem; padding-top: 0.3rem; border-top: 1px solid var(--_rule); }
      [role="group"] > span { display: block; padding: 0.25rem 0.7rem; font-size: 0.75rem; color: var(--_soft); }
      [role="menuitem"] { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.8rem; width: 100%; min-height: 2.1rem; padding: 0.3rem 0.7rem; border-radius: 3px; font-size: 0.875rem; line-height: 1.6; }
      [role="menuitem"]:is(:hover, :focus-visible) { background: var(--_wash); }
      [role="menuitem"] small { margin-inline-start: auto; font-size: 0.75rem; color: var(--_soft); }
      dialog { width: min(34rem, 100vw - 1.5rem); padding: 1.2rem 1.4rem 1.4rem; border: 1px solid var(--_edge); border-radius: 4px; background: var(--_sheet); color: var(--_ink); }
      dialog::backdrop { background: rgb(0 0 0 / 0.4); }
      dialog h2 { font-size: 1.125rem; line-height: 1.5; }
      dialog p { margin-block: 0.6rem; font-size: 0.9375rem; line-height: 1.75; }
      .warning { padding-inline-start: 0.8rem; border-inline-start: 3px solid var(--_accent); }
      textarea { display: block; width: 100%; height: 6rem; padding: 0.6rem; border: 1px solid var(--_edge); border-radius: 3px; background: var(--_paper); font: 0.8125rem/1.6 ui-monospace, monospace; overflow-wrap: anywhere; resize: vertical; }
      .actions { display: flex; flex-wrap: wrap; justify-content: end; gap: 0.6rem; margin-top: 0.9rem; }
      @media print { :host { display: none; } }
    `,
  ];

  constructor() {
    super();
    /** @type {Report | null} */
    this.report = null;
    this.input = "";
    this.name = "";
    /** @type {import("./corrections/operations.js").Operation[]} */
    this.corrections = [];
    this.open = false;
    /** The link, or null where the text is too long for one. @type {string | null} */
    this.link = null;
    new Speaker(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.documentElement.style.removeProperty("--banmian-issue");
  }

  /** Gives the printed pages their head: the issue as a string of CSS, without what could end the string. */
  updated() {
    const issue = this.report ? issueName(issueOf(this.report)) || this.name : "";
    document.documentElement.style.setProperty("--banmian-issue", `"${issue.replace(/["\\\p{Cc}]/gu, " ")}"`);
  }

  render() {
    if (!this.report) return nothing;
    return html`
      <button id="opener" class="button" type="button" aria-haspopup="menu" aria-expanded=${this.open} popovertarget="menu" @keydown=${this.#onOpenerKey}>
        ${say`导出`} <span class="sign" aria-hidden="true">▾</span>
      </button>
      <div id="menu" popover role="menu" aria-label=${say`导出`} @toggle=${this.#onToggle} @keydown=${this.#onKey}>
        ${kinds().map(
          ({ name, kinds }) => html`<div role="group" aria-label=${name}>
            <span aria-hidden="true">${name}</span>
            ${kinds.map((kind) => this.#item(kind.name, kind.note, () => this.#save(kind)))}
          </div>`,
        )}
        <div role="group" aria-label=${say`其他`}>
          <span aria-hidden="true">${say`其他`}</span>
          ${this.#item(say`复制 Markdown`, say`到剪贴板`, () => this.#copy())}
          ${this.#item(say`打印……`, say`每篇另起一页`, () => tell(this, "banmian-print"))}
          ${this.#item(say`用链接分享原文……`, say`只限短文`, () => this.#share())}
        </div>
      </div>
      ${this.#dialog()}
    `;
  }

  /**
   * @param {string} name
   * @param {string} note
   * @param {() => void} act
   */
  #item(name, note, act) {
    return html`<button class="plain" role="menuitem" type="button" tabindex="-1" @click=${() => (this.#leave(), act())}>${name} <small>${note}</small></button>`;
  }

  #dialog() {
    const { link } = this;
    return html`<dialog aria-labelledby="share">
      <h2 id="share">${say`用链接分享原文`}</h2>
      ${link
        ? html`<p class="warning">${say`原文压缩在链接里，不经过服务器；但凡是拿到链接的人都能读到全文。未发表或敏感的文字请不要用。`}</p>
            <textarea readonly aria-label=${say`链接`} .value=${link} @focus=${(/** @type {Event} */ event) => /** @type {HTMLTextAreaElement} */ (event.target).select()}></textarea>`
        : html`<p>${say`原文太长：链接最多 ${LONGEST} 个字符。请改用导出文件。`}</p>`}
      <div class="actions">
        ${link ? html`<button class="button main" type="button" @click=${this.#copyLink}>${say`复制链接`}</button>` : nothing}
        <button class="button" type="button" @click=${() => this.#box.close()}>${say`关闭`}</button>
      </div>
    </dialog>`;
  }

  /** @param {Kind} kind */
  async #save({ make, ending, label }) {
    const { report, input, name, corrections } = this;
    if (!report) return;
    const stem = safeName([fileStem(report, name), label].filter(Boolean).join("_"));
    try {
      const { describe } = await import("./galley/describe.js");
      download(`${stem}.${ending}`, await make(report, { input, name, corrections: corrections.map(describe) }));
      this.#say(say`已导出“${`${stem}.${ending}`}”。`);
    } catch {
      this.#say(say`没有导出成功，请刷新页面再试。`);
    }
  }

  async #copy() {
    const { toMarkdown } = await import("../formats/writers/markdown.js");
    if (!this.report) return;
    this.#say((await copy(toMarkdown(this.report, this.input))) ? say`已复制全版 Markdown。` : say`浏览器不让复制，请改用导出文件。`);
  }

  async #share() {
    this.link = await linkTo(this.input, location.href);
    await this.updateComplete;
    this.#box.showModal();
  }

  async #copyLink() {
    const copied = this.link !== null && (await copy(this.link));
    if (copied) this.#box.close();
    this.#say(copied ? say`已复制链接。` : say`浏览器不让复制，请选中链接自己复制。`);
  }

  /** @param {string} text */
  #say(text) {
    tell(this, "banmian-notice", { text });
  }

  get #box() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector("dialog"));
  }

  get #menu() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector("#menu"));
  }

  get #opener() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector("#opener"));
  }

  get #items() {
    return /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll("[role=menuitem]")]);
  }

  #close() {
    if (this.#menu.matches(":popover-open")) this.#menu.hidePopover();
  }

  /** The browser cannot give the focus back to a button in a shadow tree by itself. */
  #leave() {
    this.#close();
    this.#opener.focus();
  }

  /** @param {ToggleEvent} event */
  #onToggle({ newState }) {
    this.open = newState === "open";
    if (!this.open) return;
    this.#place();
    this.#items[0].focus();
  }

  /** Puts the menu below its button, or wherever in the window it has room. */
  #place() {
    const opener = this.#opener.getBoundingClientRect();
    const { width, height } = this.#menu.getBoundingClientRect();
    this.#menu.style.left = `${Math.max(12, Math.min(opener.right - width, window.innerWidth - width - 12))}px`;
    this.#menu.style.top = `${Math.max(12, Math.min(opener.bottom + 6, window.innerHeight - height - 12))}px`;
  }

  /** @param {KeyboardEvent} event */
  #onOpenerKey(event) {
    if (event.key !== "ArrowDown" || this.open) return;
    event.preventDefault();
    this.#menu.showPopover();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const items = this.#items;
    const here = items.indexOf(/** @type {HTMLElement} */ (event.target));
    if (event.key === "Escape" || event.key === "Tab") this.#leave();
    if (event.key === "Escape") event.preventDefault();
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }
}

customElements.define("banmian-take", BanmianTake);
