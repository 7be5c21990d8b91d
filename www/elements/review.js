/**
 * What a reader should look at before trusting the page: joins and moves that are not certain, gaps, articles whose
 * boundaries are not, pieces without an article, names that nothing but the model speaks for.
 *
 * Takes a report; gives one list in the order of the text. Nothing is hidden by being listed: each item is a place.
 */

import { sayReported } from "../language/report.js";
import { say } from "../language/say.js";
import { headlineOf } from "./facts.js";
import { repairs as repairKinds, tagName } from "./kinds.js";
import { clipped } from "./more.js";
import { placesOf, seamOf, wordsAt } from "./place.js";

/** @import { Article, Block, Entity, Repair, Report, Span, Text } from "../../src/report.js" */

/** @typedef {"join" | "gap" | "article" | "stray" | "name"} Kind */

/**
 * `article` is null for a piece that has none; `words` are the place with what stands to its left and right, `why` what
 * is to be asked of it, said when it is shown.
 * @typedef {Span & { key: string, kind: Kind, article: string | null, words: Words, why: () => string }} Item
 */

/** @typedef {{ left: string, hit: string, right: string }} Words */

/** Kinds in the order of the filter. @returns {{ kind: Kind, name: string }[]} */
export const kinds = () => [
  { kind: "join", name: say`接合存疑` },
  { kind: "gap", name: say`文字缺失` },
  { kind: "article", name: say`分篇存疑` },
  { kind: "stray", name: say`无主残段` },
  { kind: "name", name: say`生疏名称` },
];

/** Repairs from this confidence on are taken as they are. */
const SURE = 0.9;
/** Articles below this are to be checked, as their label says. */
const DOUBTED = 0.5;
/** Characters shown to each side of a seam. */
const AROUND = 12;

/**
 * @param {Report} report
 * @param {string} input
 * @returns {Item[]}
 */
export function toReview(report, input) {
  const items = [
    ...report.articles.flatMap((article) => [...doubted(article), ...seams(article, input)]),
    ...report.unplaced.filter(({ role }) => role === "stray").flatMap(stray),
    ...report.entities.filter(unfamiliar).map((entity) => named(entity, report, input)),
  ];
  return items.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * @param {Omit<Item, "key">} fields
 * @returns {Item}
 */
const item = (fields) => ({ ...fields, key: `${fields.kind}:${fields.start}:${fields.end}` });

/** @param {Article} article */
function doubted(article) {
  const [first] = article.title.spans.length > 0 ? article.title.spans : article.spans;
  if (!first || article.confidence >= DOUBTED) return [];
  const sure = Math.round(article.confidence * 100);
  return [item({ kind: "article", article: article.id, start: first.start, end: first.end, words: alone(headlineOf(article)), why: () => say`这一篇从哪里起、到哪里止，把握只有 ${sure}%` })];
}

/**
 * @param {Article} article
 * @param {string} input
 */
function seams(article, input) {
  return article.repairs.flatMap((repair) => {
    const { kind, start, end, confidence } = repair;
    if (kind === "unwrap" || (kind !== "gap" && confidence >= SURE)) return [];
    const sure = Math.round(confidence * 100);
    const why = () => say`${repairKinds()[kind].name}：${sayReported(repair.reason)}，把握 ${sure}%`;
    return [item({ kind: kind === "gap" ? "gap" : "join", article: article.id, start, end, words: around(article, input, repair), why })];
  });
}

/**
 * What stands to both sides of a seam.
 * @param {Article} article
 * @param {string} input
 * @param {Repair} repair
 */
function around(article, input, repair) {
  const seam = seamOf(article, input, repair);
  return seam ? near(seam.text, { start: seam.at, end: seam.at }) : alone(clipped(input.slice(repair.start, repair.end), AROUND * 2));
}

/**
 * @param {Text} text
 * @param {Span} place
 * @returns {Words}
 */
function near({ text }, { start, end }) {
  return { left: text.slice(Math.max(0, start - AROUND), start), hit: text.slice(start, end), right: text.slice(end, end + AROUND) };
}

/** @param {string} hit @returns {Words} */
const alone = (hit) => ({ left: "", hit, right: "" });

/** @param {Block} block */
function stray(block) {
  const first = block.spans[0];
  const last = block.spans.at(-1);
  if (!first || !last) return [];
  return [item({ kind: "stray", article: null, start: first.start, end: Math.max(first.end, last.end), words: alone(clipped(block.text, AROUND * 3)), why: () => sayReported(block.reason) })];
}

/** A name that stands once, without an office, and that neither word list nor rule knows. @param {Entity} entity */
function unfamiliar({ kind, roles, mentions }) {
  return ["person", "organization", "place"].includes(kind) && roles.length === 0 && mentions.length === 1 && mentions[0].by === "model";
}

/**
 * @param {Entity} entity
 * @param {Report} report
 * @param {string} input
 */
function named({ kind, name, mentions: [mention] }, report, input) {
  const article = report.articles.find(({ id }) => id === mention.article);
  const [place] = article ? placesOf(article, input, mention) : [];
  const words = place ? near(place.text, place) : alone(wordsAt(report, input, mention));
  return item({ kind: "name", article: mention.article, start: mention.start, end: mention.end, words, why: () => say`“${name}”只出现一次，标为${tagName(kind)}，是吗？` });
}
