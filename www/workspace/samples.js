/** The sample pages: one list, written for this project. */

/** @typedef {{ name: string, note: string, url: URL }} Sample */

/** @type {Sample[]} */
export const SAMPLES = [
  { name: "要闻版", note: "头版，稿件多，主题贯穿全版", url: new URL("../samples/front-page.txt", import.meta.url) },
];
