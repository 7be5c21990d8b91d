/** What the reader has selected in a shadow tree, as offsets in the text of one of its elements. */

/** @typedef {{ element: HTMLElement, from: number, to: number, rect: DOMRect }} Selected */

/**
 * @param {ShadowRoot} root
 * @param {string} selector the elements whose text counts
 * @returns {Selected | null} null where nothing is selected, or more than one element's text
 */
export function selectedIn(root, selector) {
  const range = rangeIn(root);
  if (!range || range.collapsed) return null;
  const element = elementOf(range.startContainer)?.closest(selector);
  if (!(element instanceof HTMLElement) || !element.contains(range.endContainer)) return null;
  const [from, to] = [offsetIn(element, range.startContainer, range.startOffset), offsetIn(element, range.endContainer, range.endOffset)];
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return from < to ? { element, from, to, rect: live.getBoundingClientRect() } : null;
}

/**
 * Browsers disagree on how a selection in a shadow tree is asked for.
 * @param {ShadowRoot & { getSelection?: () => Selection | null }} root
 * @returns {StaticRange | Range | null}
 */
function rangeIn(root) {
  const selection = getSelection();
  if (selection && "getComposedRanges" in selection) {
    return /** @type {any} */ (selection).getComposedRanges({ shadowRoots: [root] })[0] ?? null;
  }
  const own = root.getSelection?.() ?? selection;
  return own && own.rangeCount > 0 ? own.getRangeAt(0) : null;
}

/** @param {Node} node */
const elementOf = (node) => (node instanceof Element ? node : node.parentElement);

/**
 * @param {HTMLElement} element
 * @param {Node} node in it
 * @param {number} offset
 */
function offsetIn(element, node, offset) {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
}
