/**
 * Text that XML can hold. What it cannot becomes the sign for a lost character, so that a file always opens and nothing
 * vanishes unseen.
 * @param {string} text
 */
export const xmlText = (text) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
