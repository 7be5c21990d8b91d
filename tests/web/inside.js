/**
 * What is in a document, in all shadows, that no text may bring; run in the page, so it stands by itself. What the browser had to stop
 * is in `stopped`, where the test has put it.
 */
export function inside() {
  const window = /** @type {any} */ (globalThis);
  const found = [...(window.stopped ?? []).map((/** @type {string} */ what) => `stopped ${what}`)];
  const harm = "script:not([src]), iframe[srcdoc], object, embed, base, form[action], meta[http-equiv=refresh], math, noscript img, img[src='x'], link[href*=':9/'], [href^='javascript:' i]";
  const look = (/** @type {ParentNode} */ root) => {
    for (const one of root.querySelectorAll("*")) {
      if (one.matches(harm) || [...one.attributes].some(({ name }) => /^on/i.test(name))) found.push(`element ${one.outerHTML.slice(0, 200)}`);
      if (one.shadowRoot) look(one.shadowRoot);
    }
  };
  look(document);
  if (getComputedStyle(document.body).display === "none") found.push("the page is hidden");
  if (/** @type {any} */ ({}).polluted !== undefined) found.push("Object.prototype");
  return found;
}
