/** The lexicon is kept in this browser, beside the pages and apart from them. */

const KEY = "banmian.words";

/** The words of the last visit. */
export function savedWords() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} words */
export function saveWords(words) {
  try {
    localStorage.setItem(KEY, words);
  } catch {
    // A browser that keeps nothing still uses the words until the page is left.
  }
}
