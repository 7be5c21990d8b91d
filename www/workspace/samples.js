/** The sample pages: one list, written for this project. */

import { say } from "../language/say.js";

/** @typedef {{ name: string, note: string, url: URL }} Sample */

/** @returns {Sample[]} */
export const samples = () => [
  {
    name: say`晚报要闻版`,
    note: say`六篇稿件，有断开、重字和错位的段落，几个主题贯穿全版`,
    url: new URL("../samples/front-page.txt", import.meta.url),
  },
  {
    name: say`日报民生版`,
    note: say`没有标题记号，带报头、责编和图片说明`,
    url: new URL("../samples/plain.txt", import.meta.url),
  },
  {
    name: say`逐行断开的旧报`,
    note: say`每行二十来字，电头和标题靠缩进分辨`,
    url: new URL("../samples/wrapped.txt", import.meta.url),
  },
];
