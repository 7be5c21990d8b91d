/**
 * Whether a key is the "/" that leads to the search, as in many readers: unless something is being written.
 * @param {KeyboardEvent} event
 */
export function isSlash(event) {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (key !== "/" || ctrlKey || metaKey || altKey) return false;
  const [target] = event.composedPath();
  return !(target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.nodeName)));
}
