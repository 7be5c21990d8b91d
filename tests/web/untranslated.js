/** What on the page is still said in simplified Chinese while the page speaks another language. */
import { texts } from "../../scripts/language.js";
import { TABLE } from "../../www/language/hant.js";

const KNOWN = texts().filter((text) => /\p{Script=Han}/u.test(text) && !text.includes("{"));
/** Those that traditional Chinese writes otherwise. */
const SIMPLIFIED = KNOWN.filter((text) => TABLE[text] !== text);

/**
 * In English: Chinese words that stand in no `lang="zh"`, but for a name in a sentence of another language; and labels that
 * are texts of the code. In traditional Chinese: texts and labels that are the code's own, letter by letter.
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<string[]>}
 */
export function untranslated(page) {
  return page.evaluate(({ known, simplified }) => {
    const chinese = document.documentElement.lang.startsWith("zh");
    const labels = new Set(chinese ? simplified : known);
    const isLeft = (/** @type {string} */ words) => (chinese ? labels.has(words.trim()) : /\p{Script=Han}/u.test(words) && !/[a-z]/i.test(words));
    /** @type {string[]} */
    const found = [];

    /** @param {Element | ShadowRoot} parent @param {string} language */
    function walk(parent, language) {
      for (const node of parent.childNodes) {
        if (node instanceof Text && (chinese ? language !== "zh" : !language.startsWith("zh")) && isLeft(node.data)) found.push(`${/** @type {Element} */ (parent instanceof ShadowRoot ? parent.host : parent).localName}.${parent instanceof Element ? parent.className : ""} ${node.data.trim().slice(0, 40)}`);
        if (!(node instanceof Element) || ["style", "noscript", "script", "svg"].includes(node.localName)) continue;
        for (const name of ["aria-label", "title", "placeholder"]) {
          const label = node.getAttribute(name);
          if (label && labels.has(label) && !node.matches("[part~=theme], [lang^=zh]")) found.push(`${node.localName} ${name} ${label}`);
        }
        const own = node.getAttribute("lang") ?? language;
        if (node.shadowRoot) walk(node.shadowRoot, own);
        walk(node, own);
      }
    }

    walk(document.body, document.documentElement.lang);
    return [...new Set(found)];
  }, { known: KNOWN, simplified: SIMPLIFIED });
}
