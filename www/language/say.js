/**
 * What the page says, in the reader's language.
 *
 * The words stand in the code in simplified Chinese, as say`第 ${n} 篇`; that text, with {0}, {1} for the values, is the
 * key into the tables of the other languages. A text that a table lacks is said as it stands in the code. One document
 * has one language.
 */

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @typedef {"zh-Hans" | "zh-Hant" | "en"} Language */
/**
 * By the text in the code: the text with its places for values, or a function of the values where grammar asks for more,
 * as plurals do.
 * @typedef {Record<string, string | ((...values: (string | number)[]) => string)>} Table
 */

/** @type {Record<Exclude<Language, "zh-Hans">, () => Promise<{ TABLE: Table }>>} */
const TABLES = {
  "zh-Hant": () => import("./hant.js"),
  en: () => import("./en.js"),
};

/** @type {Language} */
let current = "zh-Hans";
/** @type {Language} */
let wanted = "zh-Hans";
/** @type {Table} */
let table = {};
/** @type {Set<ReactiveControllerHost>} */
const speakers = new Set();

/**
 * A text for the reader, as a template tag.
 * @param {TemplateStringsArray} strings
 * @param {...(string | number)} values
 * @returns {string}
 */
export function say(strings, ...values) {
  const key = strings.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
  const said = table[key] ?? key;
  return typeof said === "function" ? said(...values) : said.replace(/\{(\d)\}/g, (_, index) => String(values[index]));
}

/**
 * Names a text that is said later, by `sayLater`, where what is to be said comes from elsewhere.
 * @param {TemplateStringsArray} strings
 */
export const later = ([text]) => text;

/** @param {string} text one that `later` has named */
export const sayLater = (text) => say(/** @type {any} */ ([text]));

/** The language that is spoken now. */
export const language = () => current;

/**
 * Changes the language of everything that listens. Where two are asked for in short order, the later holds.
 * @param {Language} asked
 */
export async function useLanguage(asked) {
  wanted = asked;
  const next = asked === "zh-Hans" ? {} : (await TABLES[asked]()).TABLE;
  if (wanted !== asked || current === asked) return;
  table = next;
  current = asked;
  for (const speaker of speakers) speaker.requestUpdate();
}

/**
 * The language of ours that is nearest to a BCP 47 tag.
 * @param {string} tag such as `zh-TW`, or empty
 * @returns {Language}
 */
export function nearest(tag) {
  if (/^(?:zh|yue)\b.*\b(?:hant|tw|hk|mo)\b/i.test(tag) && !/\bhans\b/i.test(tag)) return "zh-Hant";
  return tag === "" || /^(?:zh|yue)\b/i.test(tag) ? "zh-Hans" : "en";
}

/** Renders an element again when the language changes: `new Speaker(this)` in its constructor. @implements {ReactiveController} */
export class Speaker {
  #host;

  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    speakers.add(this.#host);
  }

  hostDisconnected() {
    speakers.delete(this.#host);
  }
}
