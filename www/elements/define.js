/**
 * Gives an element its name, where there are custom elements and no other version of it on the page: the first one that came
 * keeps the name.
 * @param {string} name
 * @param {CustomElementConstructor} element
 */
export function define(name, element) {
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, element);
}
