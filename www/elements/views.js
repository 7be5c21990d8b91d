/** The views of a report; those that are not the first to be seen are loaded when they are asked for. */
import { say } from "../language/say.js";

/** @typedef {"read" | "compare" | "pictures"} View */

/** @returns {Record<View, string>} */
export const views = () => ({ read: say`读稿`, compare: say`原文对照`, pictures: say`图示` });

/** @type {Partial<Record<View, () => Promise<unknown>>>} */
export const LOADED_LATER = {
  compare: () => import("./compare/banmian-compare.js"),
  pictures: () => import("../pictures/banmian-pictures.js"),
};
