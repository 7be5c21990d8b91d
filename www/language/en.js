/** English. Keys are the texts in the code. */

/** @type {import("./say.js").Table} */
export const TABLE = {};
