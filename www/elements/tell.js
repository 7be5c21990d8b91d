/**
 * Tells the elements above something, through their shadow trees. The report hears what is meant for it and lets it go
 * no further.
 * @param {HTMLElement} element
 * @param {string} type
 * @param {unknown} [detail]
 */
export function tell(element, type, detail) {
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
