/**
 * What a page and the frame in it say to each other by `postMessage`. Every message is an object with `banmian: 1`.
 *
 * The page says:
 * @typedef {{ banmian: 1, type: "analyze", id: number, text: string, name?: string, themes?: string, allThemes?: boolean, lexicon?: string }} Analyze a text to show; `id` comes back with what came of it
 * @typedef {{ banmian: 1, type: "cancel" }} Cancel stops the analysis
 * @typedef {Analyze | Cancel} Asked
 *
 * The frame says:
 * @typedef {{ banmian: 1, type: "ready" }} Ready it hears now
 * @typedef {{ banmian: 1, type: "height", height: number }} Height it wants to be so high, in CSS pixels
 * @typedef {{ banmian: 1, type: "report", id: number, report: Report }} Reported
 * @typedef {{ banmian: 1, type: "error", id: number, code: string, message: string }} Failed
 * @typedef {{ banmian: 1, type: "fallback", reason: string }} FellBack the frame's own thread does the work
 * @typedef {Ready | Height | Reported | Failed | FellBack} Said
 *
 * @import { Report } from "../../src/report.js"
 */

/** Texts that are fields of `analyze`; all but the first may be missing. */
const TEXTS = /** @type {const} */ (["name", "themes", "lexicon"]);

/**
 * What a page asked, or null where it is no message of this kind.
 * @param {unknown} data
 * @returns {Asked | null}
 */
export function asked(data) {
  if (typeof data !== "object" || data === null || /** @type {any} */ (data).banmian !== 1) return null;
  const message = /** @type {Record<string, unknown>} */ (data);
  if (message.type === "cancel") return /** @type {Cancel} */ (data);
  const good =
    message.type === "analyze" &&
    typeof message.text === "string" &&
    Number.isInteger(message.id) &&
    TEXTS.every((name) => message[name] === undefined || typeof message[name] === "string");
  return good ? /** @type {Analyze} */ (data) : null;
}

/**
 * The origin that the frame speaks with: the one that its address names, if the frame's own list allows it.
 * @param {string | null} named from the address
 * @param {string} list origins with spaces between them, or `*`
 * @returns {string | null}
 */
export function partner(named, list) {
  if (!named || !URL.canParse(named)) return null;
  const { origin } = new URL(named);
  if (origin === "null") return null;
  const allowed = list.split(/\s+/).filter(Boolean);
  return allowed.includes("*") || allowed.includes(origin) ? origin : null;
}
