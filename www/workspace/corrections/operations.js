/**
 * What a reader can correct, as data: one operation names its places in the input and says what is to be done there.
 *
 * The log of operations is all that is kept; the analysis itself is never changed. `places.js` says how a place is
 * found again, `correct.js` what each operation does.
 */

/** @import { Entity, Paragraph } from "../../../src/report.js" */

/** A range of the input in UTF-16 units, with the words that stood there. @typedef {{ start: number, end: number, words: string }} Place */

/** @typedef {"kicker" | "title" | "subtitle" | Paragraph["role"]} ArticleRole */
/** @typedef {ArticleRole | "furniture" | "stray"} Role */
/** @typedef {"here" | "all"} Scope */

/** Where a block goes: before another, to the end of the article that holds a place, or out of every article. */
/** @typedef {{ before: Place } | { end: Place } | "unplaced"} Target */

/**
 * - split: the block at `at` and all below it become an article of their own
 * - merge: the article of `second` goes on where that of `first` ends
 * - order: the article of `article` stands before that of `before`, or last on its page
 * - move: a block goes elsewhere
 * - role: a block is something else
 * - join, cut: two blocks become one, one becomes two at a place
 * - settle: a note of the analysis (a gap, an overlap) is dealt with; put-back: a moved piece returns to where it lay
 * - tag, untag: a name is marked, or a mark taken away; here or wherever the words stand
 * - theme-…: themes are named by their names
 * - withdraw: another operation no longer counts
 *
 * @typedef {(
 *   | { kind: "split", at: Place }
 *   | { kind: "merge", first: Place, second: Place }
 *   | { kind: "order", article: Place, before: Place | null }
 *   | { kind: "move", block: Place, to: Target }
 *   | { kind: "role", block: Place, role: Role }
 *   | { kind: "join", first: Place, second: Place }
 *   | { kind: "cut", at: Place }
 *   | { kind: "settle", at: Place, repair: "gap" | "overlap" | "move" }
 *   | { kind: "put-back", at: Place }
 *   | { kind: "tag", at: Place, type: Entity["kind"], name: string, scope: Scope }
 *   | { kind: "untag", at: Place, scope: Scope }
 *   | { kind: "theme-rename", theme: string, to: string }
 *   | { kind: "theme-merge", theme: string, into: string }
 *   | { kind: "theme-pin", theme: string }
 *   | { kind: "theme-hide", theme: string }
 *   | { kind: "withdraw", of: number }
 * )} Change
 */

/** A change with its number in the log. @typedef {Change & { id: number }} Operation */

/** The kinds of what can be a tag. @type {Entity["kind"][]} */
export const TAG_KINDS = ["person", "organization", "place", "date", "work", "term"];

/** @type {ArticleRole[]} */
export const HEAD_ROLES = ["kicker", "title", "subtitle"];

/** @type {ArticleRole[]} */
export const BODY_ROLES = ["body", "heading", "caption", "note", "credit"];

/** @type {Role[]} */
export const LOOSE_ROLES = ["furniture", "stray"];
