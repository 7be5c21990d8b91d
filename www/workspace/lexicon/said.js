/** What the lexicon says of kinds, of rows it cannot read, and of what a change did to a page. */
import { grouped } from "../../elements/kinds.js";
import { say } from "../../language/say.js";

/** @import { Effect } from "./effect.js" */
/** @import { BadRow, Fault, WordKind } from "./table.js" */

/** @param {WordKind} kind */
export function kindName(kind) {
  return {
    person: say`人物`, organization: say`机构`, place: say`地点`, date: say`时间`, work: say`作品`, term: say`术语`, theme: say`主题`,
    exclude: say`不作主题`, word: say`仅分词`,
  }[kind];
}

/** @param {Fault} fault */
export function faultName(fault) {
  return {
    word: say`缺词语`, kind: say`缺类别`, unknown: say`没有这个类别`, fields: say`多于三栏`, name: say`不作主题的词没有规范名`, quote: say`引号没有收尾`, after: say`引号后面还有字`,
  }[fault];
}

/**
 * How a file was taken in.
 * @param {number} fresh rows that were not there
 * @param {BadRow[]} bad
 */
export function imported(fresh, bad) {
  if (bad.length === 0) return say`导入 ${fresh} 行。`;
  const lines = bad.slice(0, 5).map(({ line = 0 }) => line).join(say`、`);
  return bad.length > 5 ? say`导入 ${fresh} 行；文件第 ${lines} 等 ${bad.length} 行读不懂，列在表上方。` : say`导入 ${fresh} 行；文件第 ${lines} 行读不懂，列在表上方。`;
}

/**
 * A name that only changed its kind is told with both.
 * @param {Effect} effect
 * @param {string} page
 */
export function effectWords({ added, removed, came, went }, page) {
  const both = new Set(came.map(({ name }) => name).filter((name) => went.some((other) => other.name === name)));
  const names = (/** @type {Effect["came"]} */ list) => list.map(({ name, kind }) => (both.has(name) ? say`${name}（${kindName(kind)}）` : name)).join(say`、`);
  if (added + removed === 0) return say`对“${page}”没有影响。`;
  const parts = [say`对“${page}”：新增提及 ${grouped(added)} 处，减少 ${grouped(removed)} 处。`];
  if (came.length > 0) parts.push(say`新增 ${names(came)}。`);
  if (went.length > 0) parts.push(say`减少 ${names(went)}。`);
  return parts.join("");
}
