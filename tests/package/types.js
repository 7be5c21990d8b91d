/** The package's types, held against the code by the type checker; nothing runs this. */
import * as elements from "../../www/elements/index.js";
import * as browser from "../../www/engine/client.js";
import * as node from "../../www/engine/node.js";

/** @typedef {typeof import("../../www/npm/index.js")} Api */
/** @typedef {typeof import("../../www/npm/elements.js")} Elements */

/** @type {Api} */
export const inBrowsers = browser;
/** @type {Api} */
export const inNode = node;
/** @type {Elements} */
export const registered = elements;
