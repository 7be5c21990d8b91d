/** The newsroom's words for kinds and origins, in the language of the moment. */
import { say } from "../../language/say.js";

/** @import { Entity, Theme } from "../../../src/report.js" */

/** Kinds of names in the order they are listed. */
export const KINDS = /** @type {const} */ (["person", "organization", "place", "date", "work", "term"]);

/** @param {Entity["kind"]} kind */
export const kindName = (kind) => ({ person: say`人物`, organization: say`机构`, place: say`地点`, date: say`时间`, work: say`作品`, term: say`术语` })[kind];

/** @param {Theme["origin"]} origin */
export const originName = (origin) => ({ lexicon: say`词表所列`, quoted: say`引号提法`, discovered: say`文中发现` })[origin];
