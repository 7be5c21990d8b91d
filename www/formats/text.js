/**
 * Bytes of a text file to text: Chinese files come in several encodings and seldom say which.
 *
 * A byte order mark decides; else strict UTF-8; else the reading among the candidates that gives the most common
 * characters. A file with a few bad bytes is still a text. The reader can name another encoding.
 */

import { say } from "../language/say.js";

/** @typedef {{ text: string, encoding: string }} Decoded */

/** Encodings to choose from: the label of TextDecoder and the name for the reader. */
export const ENCODINGS = [
  { encoding: "utf-8", name: () => "UTF-8" },
  { encoding: "gb18030", name: () => say`GB18030（简体）` },
  { encoding: "big5", name: () => say`Big5（繁体）` },
  { encoding: "utf-16le", name: () => "UTF-16 LE" },
  { encoding: "utf-16be", name: () => "UTF-16 BE" },
];

/** The most common characters of Chinese prose, in both scripts, and its marks. */
const COMMON = new Set(
  "的一是不了在人有我他这中大来上个国到说们为子和你地出会也时要就可以对生能而那得着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运" +
    "這來個國到說們為會時對發後當動進開實軍無與長機民業將兩間問並應戰頭體見產或制話回給門報結數總電" +
    "，。、“”：；！？（）《》\n 　0123456789",
);

/**
 * @param {Uint8Array} bytes
 * @returns {Decoded | null} null where the bytes are no text in any of the encodings
 */
export function decode(bytes) {
  const marked = byMark(bytes);
  if (marked) return read(bytes, marked);
  const utf8 = isWide(bytes) ? null : read(bytes, "utf-8");
  if (utf8 && !isBinary(utf8.text)) return utf8;
  const others = isWide(bytes) ? ENCODINGS : ENCODINGS.slice(1);
  const sound = likeliest(others.flatMap(({ encoding }) => read(bytes, encoding) ?? []));
  return sound ?? likeliest(ENCODINGS.map(({ encoding }) => decodeAs(bytes, encoding)).filter(isSlightlyDamaged));
}

/**
 * The reading with the most common characters, if any has as many as a text has.
 * @param {Decoded[]} readings
 * @returns {Decoded | null}
 */
function likeliest(readings) {
  const best = readings
    .map((reading) => ({ reading, score: likeness(reading.text) }))
    .reduce((a, b) => (b.score > a.score ? b : a), { reading: /** @type {Decoded | null} */ (null), score: 0.2 });
  return best.reading;
}

/**
 * Whether no more than one character in a hundred was lost, as in a file cut off in the middle of one.
 * @param {Decoded} reading
 */
function isSlightlyDamaged({ text }) {
  return (text.match(/\ufffd/g)?.length ?? 0) <= 1 + text.length / 100;
}

/**
 * Reads bytes in a named encoding; what is not valid in it becomes a replacement character.
 * @param {Uint8Array} bytes
 * @param {string} encoding
 * @returns {Decoded}
 */
export function decodeAs(bytes, encoding) {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/**
 * @param {Uint8Array} bytes
 * @param {string} encoding
 * @returns {Decoded | null}
 */
function read(bytes, encoding) {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
function byMark([a, b, c]) {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

/**
 * Whether the first bytes hold zeros, as UTF-16 does wherever it has a line end, a space or a digit.
 * @param {Uint8Array} bytes
 */
function isWide(bytes) {
  return bytes.subarray(0, 4096).includes(0);
}

/**
 * Whether a text has control characters that no text has.
 * @param {string} text
 */
function isBinary(text) {
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text.slice(0, 100_000));
}

/**
 * The share of common characters in the first of a text; 0 for what is no text.
 * @param {string} text
 */
function likeness(text) {
  const sample = [...text.slice(0, 20_000)];
  if (sample.length === 0 || isBinary(text)) return 0;
  return sample.filter((character) => COMMON.has(character)).length / sample.length;
}
