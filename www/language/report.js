/**
 * What the analysis itself says to the reader, in the reader's language: fields and reasons, which it gives in simplified
 * Chinese. Takes a text of a report; gives the words to show. Words of the page are never among them.
 */
import { language, later, say, sayLater } from "./say.js";

/** Said whole. */
const PHRASES = new Set([
  later`体育`, later`党建`, later`军事`, later`国际`, later`政务`, later`教育`, later`文化`, later`民生`, later`法治`, later`社会`, later`科技`, later`经济`,
  later`前段止于逗号或顿号`, later`前段没有句末标点`, later`后段开头不完整`, later`后段以不能起段的标点开头`, later`引号或括号跨过断口`, later`断口落在一个词的中间`,
  later`与下段可能相接`, later`未合并`, later`与后段合为一段`,
  later`开头不完整`, later`开头不像段首`, later`首字与本文末字成词`, later`引号或括号与本文相接`, later`词语与本文更相合`,
  later`而本文末段没有结束`, later`移到文末`, later`与移来的段落合为一段`, later`前段没有结束`, later`移来的段落开头不完整`, later`其间文字可能缺失`,
  later`与前文无关`, later`版面上没有找到它所接续的文章`, later`文末没有结束标点`, later`后文可能缺失`,
  later`报头或书眉`, later`分隔线`, later`页码`, later`版次`, later`网页导航文字`, later`日期栏`, later`编辑、校对署名`, later`报社信息`, later`转接提示`, later`栏目名或编者按`, later`图片说明`, later`署名`,
  later`讯头`, later`括注`, later`分条`, later`版面文字`, later`不属于任何文章`,
]);

/** Said around words or numbers of the page. @type {[RegExp, (value: string) => string][]} */
const FRAMES = [
  [/^按固定行宽折断的 (\d+) 行合为一段$/, (lines) => say`按固定行宽折断的 ${lines} 行合为一段`],
  [/^(\d+) 段在原处没有开头$/, (paragraphs) => say`${paragraphs} 段在原处没有开头`],
  [/^“(.*)”与上段末尾重复，可能是分栏扫描重叠$/su, (words) => say`“${words}”与上段末尾重复，可能是分栏扫描重叠`],
];

/**
 * @param {string} text
 * @returns {string} as it is, where it is none that we know
 */
export function sayReported(text) {
  return framed(text) ?? text.split("，").map((part) => framed(part) ?? (PHRASES.has(part) ? sayLater(part) : part)).join(say`，`);
}

/**
 * The language of a text that is a name of the page or one of ours.
 * @param {string | number} text
 */
export const languageOf = (text) => (/\p{Script=Han}/u.test(String(text)) ? "zh" : language());

/** @param {string} text */
function framed(text) {
  for (const [frame, said] of FRAMES) {
    const found = frame.exec(text);
    if (found) return said(found[1]);
  }
  return null;
}
