/**
 * The words of a newsroom for what the report says in English: kinds of tags, repairs, roles and origins.
 */

import { say } from "../language/say.js";

/** @import { Entity, Repair, Theme } from "../../src/report.js" */

/**
 * Kinds of tags in the order of the legend.
 * @returns {{ kind: Entity["kind"], name: string }[]}
 */
export const tags = () => [
  { kind: "person", name: say`人物` },
  { kind: "organization", name: say`机构` },
  { kind: "place", name: say`地点` },
  { kind: "date", name: say`时间` },
  { kind: "work", name: say`作品` },
  { kind: "term", name: say`术语` },
];

/** @param {Entity["kind"]} kind */
export const tagName = (kind) => tags().find((tag) => tag.kind === kind)?.name ?? kind;

/**
 * Kinds of repairs: the sign set in the text, and what it is called.
 * @returns {Record<Repair["kind"], { sign: string, name: string }>}
 */
export const repairs = () => ({
  join: { sign: say`接`, name: say`接合断段` },
  move: { sign: say`移`, name: say`移回原位` },
  overlap: { sign: say`重`, name: say`接缝重字` },
  gap: { sign: say`缺`, name: say`文字缺失` },
  unwrap: { sign: say`行`, name: say`还原断行` },
});

/** @returns {Record<Theme["origin"], string>} */
export const origins = () => ({ lexicon: say`词表所列`, quoted: say`引号提法`, discovered: say`文中发现` });

/** @param {number} confidence 0 to 1 */
export const sureness = (confidence) => (confidence >= 0.8 ? say`把握高` : confidence >= 0.5 ? say`把握中` : say`请核对`);

/** All our languages write 12,345; the browser's own way with numbers takes longer to wake than a list to be set. @param {number} count */
export const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/**
 * 2025-11-11 as 2025年11月11日星期二; other text as it is. As with numbers, the browser's own way would keep the page waiting when it is
 * first asked.
 * @param {string} iso
 */
export function longDate(iso) {
  const day = new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : "");
  if (Number.isNaN(day.valueOf())) return iso;
  return say`${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日星期${"日一二三四五六"[day.getUTCDay()]}`;
}
