/**
 * Sets one text: its runs with tags, lit mentions and the parts of the 讯头, and the signs of its repairs between them.
 */
import { html, nothing } from "lit";
import { tagName } from "./kinds.js";
import { paints } from "./lights.js";
import { outermost, runs } from "./runs.js";

/** @import { Entity, Repair, Span, Text } from "../../src/report.js" */
/** @import { Lit } from "./hits.js" */
/** @import { Tag } from "./marks.js" */

/**
 * @template T
 * @typedef {Map<Text, { start: number, end: number, mark: T }[]>} Layer
 */

/**
 * What lies over the texts of one article, in places of each text.
 * @typedef {object} Layers
 * @property {Layer<Tag>} tags
 * @property {Layer<Span>} dateline
 * @property {Layer<Span>} names those of the byline
 * @property {Layer<Span>} target the place to show
 * @property {Map<Text, { at: number, repair: Repair }[]>} repairs
 */

/**
 * @typedef {object} Look
 * @property {ReadonlySet<string>} hiddenKinds kinds of tags that are switched off
 * @property {Lit} lit places that are lit, for a browser that cannot paint them over the text
 * @property {(id: string) => void} onChoose called with the id of an entity whose tag is clicked
 */

/** What one run can be covered by. */
/** @typedef {{ tag?: Tag, lit?: boolean, target?: boolean, name?: "dateline" | "name" }} Cover */

/**
 * @param {Text} text
 * @param {number} limit characters to set
 * @param {Layers} layers
 * @param {Look} look
 */
export function setText(text, limit, layers, look) {
  const length = Math.min(text.text.length, limit);
  const signs = signsOf(layers.repairs.get(text) ?? []);
  const covers = coversOf(text, layers, look).filter(({ start }) => start < length);
  const list = runs(length, covers, [...signs.keys()]);
  return [
    list.map(({ start, end, marks }) => [signs.get(start) ?? nothing, run(text.text.slice(start, end), marks, look)]),
    signs.get(length) ?? nothing,
  ];
}

/** @param {{ at: number, repair: Repair }[]} repairs */
function signsOf(repairs) {
  /** @type {Map<number, unknown[]>} */
  const signs = new Map();
  for (const { at, repair } of repairs) {
    const list = signs.get(at) ?? [];
    list.push(html`<banmian-repair .repair=${repair}></banmian-repair>`);
    signs.set(at, list);
  }
  return signs;
}

/**
 * @param {Text} text
 * @param {Layers} layers
 * @param {Look} look
 */
function coversOf(text, { tags, dateline, names, target }, { hiddenKinds, lit }) {
  const shown = (tags.get(text) ?? []).filter(({ mark }) => !hiddenKinds.has(mark.entity.kind));
  const chosen = paints ? [] : (lit.get(text) ?? []);
  return [
    ...covered(dateline.get(text) ?? [], () => ({ name: "dateline" })),
    ...covered(names.get(text) ?? [], () => ({ name: "name" })),
    ...covered(outermost(shown), ({ mark }) => ({ tag: mark })),
    ...covered(chosen, () => ({ lit: true })),
    ...covered(target.get(text) ?? [], () => ({ target: true })),
  ];
}

/**
 * @template {Span} T
 * @param {T[]} ranges
 * @param {(range: T) => Cover} cover
 */
function covered(ranges, cover) {
  return ranges.map((range) => ({ start: range.start, end: range.end, mark: cover(range) }));
}

/**
 * @param {string} words
 * @param {Cover[]} covers
 * @param {Look} look
 */
function run(words, covers, { onChoose }) {
  if (covers.length === 0) return words;
  const tag = covers.find((cover) => cover.tag)?.tag;
  const lit = covers.some((cover) => cover.lit);
  const name = covers.find((cover) => cover.name)?.name;
  /** @type {unknown} */
  let set = words;
  if (tag) {
    const { id, kind } = tag.entity;
    set = html`<span class="tag ${kind} ${lit ? "lit" : ""}" title=${describe(tag.entity)} @click=${() => onChoose(id)}>${set}</span>`;
  } else if (lit) {
    set = html`<mark class="lit">${set}</mark>`;
  }
  if (name) set = html`<b class=${name} part=${name}>${set}</b>`;
  return covers.some((cover) => cover.target) ? html`<mark class="target" tabindex="-1">${set}</mark>` : set;
}

/** @param {Entity} entity */
function describe({ kind, name, roles, value }) {
  const title = roles[0] ? `${roles[0].organization ?? ""}${roles[0].title}` : null;
  return [tagName(kind), name, title ?? value].filter(Boolean).join(" · ");
}
