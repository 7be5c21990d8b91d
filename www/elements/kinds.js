/**
 * The words of a newsroom for what the report says in English: kinds of tags, repairs, roles and origins.
 */

/** @import { Entity, Repair, Theme } from "../../src/report.js" */

/**
 * Kinds of tags in the order of the legend.
 * @type {{ kind: Entity["kind"], name: string }[]}
 */
export const TAGS = [
  { kind: "person", name: "人物" },
  { kind: "organization", name: "机构" },
  { kind: "place", name: "地点" },
  { kind: "date", name: "时间" },
  { kind: "work", name: "作品" },
  { kind: "term", name: "术语" },
];

/** @param {Entity["kind"]} kind */
export const tagName = (kind) => TAGS.find((tag) => tag.kind === kind)?.name ?? kind;

/**
 * Kinds of repairs: the sign set in the text, and what it is called.
 * @type {Record<Repair["kind"], { sign: string, name: string }>}
 */
export const REPAIRS = {
  join: { sign: "接", name: "接合断段" },
  move: { sign: "移", name: "移回原位" },
  overlap: { sign: "叠", name: "接缝重字" },
  gap: { sign: "缺", name: "文字缺失" },
  unwrap: { sign: "行", name: "还原断行" },
};

/** @type {Record<Theme["origin"], string>} */
export const ORIGINS = { lexicon: "词表所列", quoted: "引号提法", discovered: "文中发现" };

/** @param {number} confidence 0 to 1 */
export const sureness = (confidence) => (confidence >= 0.8 ? "把握高" : confidence >= 0.5 ? "把握中" : "请核对");

/** @param {number} count */
export const grouped = (count) => count.toLocaleString("zh-CN");

/**
 * 2025-11-11 as 2025年11月11日 星期二; other text as it is.
 * @param {string} iso
 */
export function longDate(iso) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!found) return iso;
  const [year, month, day] = found.slice(1).map(Number);
  const weekday = "日一二三四五六"[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `${year}年${month}月${day}日 星期${weekday}`;
}
