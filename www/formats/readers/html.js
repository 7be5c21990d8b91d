/**
 * A web page to text: a line for each block, `#` for headings, `**` around a paragraph that is bold throughout.
 *
 * Takes bytes or a string from anyone; gives text only. The page is parsed into a document of its own that never shows,
 * so no script of it runs and nothing it names is fetched.
 */
import { say } from "../../language/say.js";
import { decode } from "../text.js";
import { Unreadable } from "../unreadable.js";

/** @type {import("../file.js").Reader} */
export async function readHtml(name, bytes) {
  const decoded = asDeclared(bytes) ?? decode(bytes);
  if (!decoded) throw new Unreadable(say`这个网页文件的编码无法识别。`);
  const { text, encoding } = decoded;
  return [{ name, kind: "html", bytes, encoding, text: textOfHtml(text), notes: [] }];
}

/**
 * The text in the encoding that the page names, if it is really in it.
 * @param {Uint8Array} bytes
 */
function asDeclared(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1].toLowerCase();
  if (!label || bytes[0] >= 0xef) return null;
  const encoding = /^(?:gb2312|gbk|gb_2312-80|x-gbk)$/.test(label) ? "gb18030" : label;
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** Where a page enforces trusted types, the parser wants its text from a policy; what it gives is never shown. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("banmian-reader", { createHTML: (/** @type {string} */ text) => text });

/**
 * @param {string} html
 * @returns {string}
 */
export function textOfHtml(html) {
  const { body } = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
  return lines(body)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const LEFT_OUT = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|MATH|IFRAME|OBJECT|EMBED|CANVAS|AUDIO|VIDEO|SELECT|BUTTON|INPUT|TEXTAREA|HEAD|TITLE)$/i;
const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CAPTION|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TFOOT|THEAD|TR|UL)$/;
/** Blocks that stand apart from what is around them. */
const APART = /^(?:P|H[1-6]|BLOCKQUOTE|PRE|TABLE|HR|ARTICLE|SECTION|FIGURE|UL|OL)$/;

/**
 * The lines of the blocks inside an element, by a walk without recursion: a page may be nested deeper than the stack.
 * @param {HTMLElement} body
 */
function lines(body) {
  /** @type {string[]} */
  const list = [];
  let line = "";
  const end = (/** @type {Element | null} */ block = null) => {
    const text = line.replace(/[ \t\u00a0]+$/gm, "").replace(/^[ \t\u00a0]+/, "");
    if (text) list.push(block ? marked(block, text) : text);
    line = "";
  };
  /** @type {Node | null} */
  let node = body.firstChild;
  while (node) {
    if (node instanceof Text) line = joined(line, node);
    const element = isElement(node) && !LEFT_OUT.test(node.nodeName) && !node.hasAttribute("hidden") ? node : null;
    if (element?.nodeName === "BR") end();
    if (element && /^T[DH]$/.test(element.nodeName) && element.previousElementSibling) line += " ";
    if (element && BLOCK.test(element.nodeName)) end();
    if (element && APART.test(element.nodeName)) list.push("");
    if (element?.firstChild) {
      node = element.firstChild;
      continue;
    }
    while (node && node !== body && !node.nextSibling) {
      node = node.parentNode;
      if (isElement(node) && BLOCK.test(node.nodeName)) {
        end(node);
        if (APART.test(node.nodeName)) list.push("");
      }
    }
    node = node === body ? null : (node?.nextSibling ?? null);
  }
  end();
  return list;
}

/**
 * @param {Node | null} node
 * @returns {node is Element}
 */
const isElement = (node) => node?.nodeType === 1;

/**
 * A text added to a line as a browser sets it: blanks fall into one; a line end between two Chinese characters is none.
 * @param {string} line
 * @param {Text} node
 */
function joined(line, node) {
  const text = node.data;
  if (node.parentElement?.closest("pre")) return line + text;
  const set = text.replace(/(?<=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef\u3001-\u303f])/g, "").replace(/[ \t\r\n\f]+/g, " ");
  return /^$|\s$/.test(line) ? line + set.replace(/^ /, "") : line + set;
}

/**
 * The line of a block with the mark of its rank.
 * @param {Element} block
 * @param {string} text
 */
function marked(block, text) {
  const level = /^H([1-6])$/.exec(block.nodeName)?.[1];
  if (level) return `${"#".repeat(Number(level))} ${text}`;
  return isBold(block) ? `**${text}**` : text;
}

/** @param {Element} block */
function isBold(block) {
  const shown = [...block.childNodes].filter(({ textContent }) => textContent?.trim());
  return shown.length > 0 && shown.every(({ nodeName }) => nodeName === "B" || nodeName === "STRONG");
}
