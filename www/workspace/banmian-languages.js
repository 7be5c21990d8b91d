import { LitElement, css, html } from "lit";
import { Speaker, language, say } from "../language/say.js";
import { controls, tokens } from "../styles/tokens.js";
import { LANGUAGES, rememberLanguage, speak } from "./spoken.js";

/** @import { Language } from "../language/say.js" */

/** Each language in its own script, as its readers look for it. @type {Record<Language, { sign: string, name: string }>} */
const NAMES = {
  "zh-Hans": { sign: "简", name: "简体中文" },
  "zh-Hant": { sign: "繁", name: "繁體中文" },
  en: { sign: "EN", name: "English" },
};

/** The switch between the languages of the page; the choice is kept in this browser. */
export class BanmianLanguages extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      div { display: inline-flex; border: 1px solid var(--_edge); border-radius: 3px; background: var(--_sheet); }
      button { min-width: 2.25rem; min-height: 2.25rem; padding: 0 0.4rem; color: var(--_soft); font-size: 0.875rem; text-align: center; }
      button + button { border-inline-start: 1px solid var(--_rule); }
      button[aria-pressed="true"] { background: var(--_wash); color: var(--_ink); font-weight: 600; }
    `,
  ];

  constructor() {
    super();
    new Speaker(this);
  }

  render() {
    return html`<div role="group" aria-label=${say`语言`}>
      ${LANGUAGES.map((one) => html`<button class="plain" type="button" lang=${one} title=${NAMES[one].name} aria-pressed=${one === language()} @click=${() => this.#choose(one)}>${NAMES[one].sign}</button>`)}
    </div>`;
  }

  /** @param {Language} chosen */
  #choose(chosen) {
    rememberLanguage(chosen);
    void speak(chosen);
  }
}

customElements.define("banmian-languages", BanmianLanguages);
