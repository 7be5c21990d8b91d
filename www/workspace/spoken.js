/**
 * The language of the page: chosen by the reader and kept in this browser, else the nearest to those of the browser.
 *
 * Leaves `<html lang>` and the texts that stand in index.html, all of them in that language.
 */
import { language, nearest, say, useLanguage } from "../language/say.js";

/** @import { Language } from "../language/say.js" */

const KEY = "banmian.language";

/** @type {readonly Language[]} */
export const LANGUAGES = ["zh-Hans", "zh-Hant", "en"];

/** What the page is called. @type {Record<Language, string>} */
const NAMES = { "zh-Hans": "版面", "zh-Hant": "版面", en: "Banmian" };

/** Texts of index.html by what marks their elements there. @returns {Record<string, string>} */
const standing = () => ({
  skip: say`跳到内容`,
  brand: NAMES[language()],
  promise: say`分析在这台电脑的浏览器里完成，文字不会离开。每一处标注、主题和修补都能回到原文。`,
});

/** What was chosen or, the first time, what is nearest. @returns {Language} */
export function rememberedLanguage() {
  try {
    const kept = /** @type {Language} */ (localStorage.getItem(KEY));
    if (LANGUAGES.includes(kept)) return kept;
  } catch {
    // A browser that keeps nothing still has languages of its own.
  }
  return nearest(navigator.languages.find((tag) => /^(?:zh|yue|en)\b/i.test(tag)) ?? "en");
}

/** @param {Language} chosen */
export async function speak(chosen) {
  await useLanguage(chosen);
  // Another was chosen while this one was being loaded.
  if (language() !== chosen) return;
  document.documentElement.lang = chosen;
  document.title = NAMES[language()];
  document.querySelector('meta[name="description"]')?.setAttribute("content", say`把一版报纸的文字还原成稿件，标出人物、机构、地点，找到贯穿全版的主题；全部在浏览器里完成。`);
  for (const [name, text] of Object.entries(standing())) {
    const element = document.querySelector(`[data-says="${name}"]`);
    if (element) element.textContent = text;
  }
}

/** @param {Language} chosen */
export function rememberLanguage(chosen) {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // It still speaks it until it is closed.
  }
}
