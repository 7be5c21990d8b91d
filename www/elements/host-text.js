/**
 * The text of elements of a host page, with a line end where a block begins or ends, whether or not it is shown.
 */

const BLOCK = /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|LI|MAIN|OL|P|PRE|SECTION|TABLE|TR|UL)$/;

/**
 * @param {Node} node
 * @returns {string}
 */
export function textOf(node) {
  if (node instanceof HTMLTextAreaElement || node instanceof HTMLInputElement) return node.value;
  if (node instanceof HTMLTemplateElement) return textOf(node.content);
  if (node instanceof HTMLBRElement) return "\n";
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  if (node.nodeType === Node.COMMENT_NODE) return "";
  const inside = [...node.childNodes].map(textOf).join("");
  return BLOCK.test(node.nodeName) ? `\n${inside}\n` : inside;
}
