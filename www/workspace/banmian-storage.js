import { LitElement, css, html, nothing } from "lit";
import { grouped } from "../elements/kinds.js";
import { Speaker, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { stored } from "./stored.js";

/** @import { Kept } from "./stored.js" */

/**
 * What this site keeps in the browser, listed when it is opened, and the button that erases all of it.
 *
 * @fires banmian-erase-all - everything is to be erased
 */
export class BanmianStorage extends LitElement {
  static properties = {
    /** Pages in the library. */
    pages: { type: Number },
    kept: { state: true },
  };

  static styles = [
    tokens,
    controls,
    css`
      :host { display: block; max-width: 60rem; margin: 1.4rem auto 0; font-size: 0.875rem; color: var(--_soft); }
      summary { cursor: pointer; padding: 0.3rem 0; width: fit-content; }
      .box { padding: 0.8rem 1.2rem 1rem; border: 1px solid var(--_rule); background: var(--_sheet); color: var(--_ink); line-height: 1.7; }
      ul { margin: 0.4rem 0 0.9rem; }
      li { display: flex; justify-content: space-between; gap: 1rem; padding: 0.2rem 0; border-bottom: 1px solid var(--_rule); }
      li span:last-child { white-space: nowrap; color: var(--_soft); font-variant-numeric: tabular-nums; }
      @media print { :host { display: none; } }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
    this.pages = 0;
    /** @type {Kept[]} */
    this.kept = [];
  }

  /** Looks again at what is kept. */
  async look() {
    this.kept = await stored();
  }

  render() {
    const nil = this.pages === 0 && this.kept.length === 0;
    return html`<details @toggle=${() => void this.look()}>
      <summary>${say`这个浏览器里存了什么`}</summary>
      <div class="box">
        <p>${say`文字只存在这台电脑的这个浏览器里，不上传；下面是全部。`}</p>
        <ul>
          ${this.pages > 0 ? html`<li><span>${say`版面和校改`}</span><span>${say`${grouped(this.pages)} 版`}</span></li>` : nothing}
          ${this.kept.map(({ name, amount }) => html`<li><span>${name}</span><span>${amount}</span></li>`)}
          ${nil ? html`<li><span>${say`什么也没有存。`}</span></li>` : nothing}
        </ul>
        <button class="button" type="button" ?disabled=${nil} @click=${() => this.dispatchEvent(new CustomEvent("banmian-erase-all"))}>${say`全部抹去……`}</button>
      </div>
    </details>`;
  }
}

customElements.define("banmian-storage", BanmianStorage);
