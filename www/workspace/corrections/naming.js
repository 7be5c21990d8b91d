/**
 * Operations on tags and themes. Each takes the desk and changes it, or gives the reason why it cannot.
 */
import { piecesOf } from "../../elements/place.js";
import { inputRange } from "./blocks.js";
import { blockAt } from "./desk.js";
import { resolve } from "./places.js";
import { counted } from "./together.js";

/** @import { Entity, EntityMention, Span, Theme } from "../../../src/report.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Of, Reason } from "./structure.js" */

/** @param {Desk} desk @param {Of<"tag">} change @returns {Reason | null} */
export function tag(desk, { at, type, name, scope }) {
  const range = resolve(desk.input, at);
  const found = range && blockAt(desk, range);
  if (!range || !found) return "gone";
  if (!found.story) return "loose";
  const here = { ...range, article: found.story.id };
  const places = scope === "all" ? occurrences(desk, here) : [here];
  const others = desk.entities.map((entity) => cleared(entity, places, entity.kind === type && entity.name === name));
  const mentions = places.map((place) => /** @type {EntityMention} */ ({ ...place, by: "lexicon" }));
  const known = others.find((entity) => entity.kind === type && entity.name === name);
  const words = wordsAt(desk, range);
  const entity = known ?? newEntity(type, name);
  const aliases = words === name || entity.aliases.includes(words) ? entity.aliases : [...entity.aliases, words];
  const told = { ...entity, aliases, mentions: sorted([...entity.mentions, ...mentions]) };
  desk.entities = living(known ? others.map((one) => (one === known ? told : one)) : [...others, told]);
  return null;
}

/** @param {Desk} desk @param {Of<"untag">} change @returns {Reason | null} */
export function untag(desk, { at, scope }) {
  const range = resolve(desk.input, at);
  if (!range) return "gone";
  const owners = desk.entities.filter(({ mentions }) => mentions.some((mention) => same(mention, range)));
  if (owners.length === 0) return "missing";
  const words = wordsAt(desk, range);
  const meant = (/** @type {Span} */ mention) => same(mention, range) || (scope === "all" && wordsAt(desk, mention) === words);
  desk.entities = living(desk.entities.map((entity) => (owners.includes(entity) ? { ...entity, mentions: entity.mentions.filter((mention) => !meant(mention)) } : entity)));
  return null;
}

/** @param {Span} a @param {Span} b */
const same = (a, b) => a.start === b.start && a.end === b.end;

/** Whether two ranges overlap and neither is in the other. @param {Span} a @param {Span} b */
const cross = (a, b) => a.start < b.end && b.start < a.end && !(a.start <= b.start && b.end <= a.end) && !(b.start <= a.start && a.end <= b.end);

/** The words of a range without the blanks of broken lines. @param {Desk} desk @param {Span} range */
const wordsAt = ({ input }, { start, end }) => input.slice(start, end).replace(/\s*[\r\n]\s*/g, "");

/**
 * An entity without the mentions that new ones take the place of.
 * @param {Entity} entity
 * @param {Span[]} places
 * @param {boolean} isSame whether it is the entity that gets the new ones
 */
function cleared(entity, places, isSame) {
  const gone = (/** @type {Span} */ mention) => places.some((place) => same(mention, place) || (!isSame && cross(mention, place)));
  const mentions = entity.mentions.filter((mention) => !gone(mention));
  return mentions.length === entity.mentions.length ? entity : { ...entity, mentions };
}

/**
 * Every place in the articles where the words of a range stand, itself included.
 * @param {Desk} desk
 * @param {Span & { article: string }} here
 */
function occurrences(desk, here) {
  const words = wordsAt(desk, here);
  const found = [here];
  for (const { id, blocks } of desk.stories) {
    for (const block of blocks) {
      if (!block.text.includes(words)) continue;
      const pieces = piecesOf(block, desk.input);
      for (let at = block.text.indexOf(words); at >= 0; at = block.text.indexOf(words, at + words.length)) {
        const range = inputRange(pieces, at, at + words.length);
        if (range && !same(range, here)) found.push({ ...range, article: id });
      }
    }
  }
  return sorted(found);
}

/** @template {Span} T @param {T[]} list */
const sorted = (list) => list.sort((a, b) => a.start - b.start || a.end - b.end);

/**
 * @param {Entity["kind"]} kind
 * @param {string} name
 * @returns {Entity}
 */
function newEntity(kind, name) {
  return { id: `${kind}:${name}`, kind, name, aliases: [], roles: [], value: null, mentions: [] };
}

/** Those that are mentioned, most mentioned first. @param {Entity[]} entities */
const living = (entities) => entities.filter(({ mentions }) => mentions.length > 0).sort((a, b) => b.mentions.length - a.mentions.length);

/** @param {Desk} desk @param {string} name */
const named = ({ themes }, name) => themes.find((theme) => theme.name === name);

/** @param {Desk} desk @param {Of<"theme-rename">} change @returns {Reason | null} */
export function renameTheme(desk, { theme: name, to }) {
  const theme = named(desk, name);
  if (!theme) return "missing";
  if (name === to) return "done";
  if (named(desk, to)) return mergeThemes(desk, { kind: "theme-merge", theme: name, into: to });
  const variants = theme.variants.includes(name) ? theme.variants : [name, ...theme.variants];
  desk.themes = desk.themes.map((one) => (one === theme ? { ...theme, name: to, variants } : one));
  if (desk.pinned.delete(name)) desk.pinned.add(to);
  return null;
}

/** @param {Desk} desk @param {Of<"theme-merge">} change @returns {Reason | null} */
export function mergeThemes(desk, { theme: name, into }) {
  const [from, to] = [named(desk, name), named(desk, into)];
  if (!from || !to) return "missing";
  if (from === to) return "done";
  const whole = united(to, from, desk);
  const linked = (/** @type {Theme} */ theme) => ({ ...theme, related: relinked(theme, from.id, to.id) });
  desk.themes = desk.themes.filter((one) => one !== from).map((one) => linked(one === to ? whole : one));
  desk.pinned.delete(name);
  return null;
}

/**
 * @param {Theme} to
 * @param {Theme} from
 * @param {Desk} desk
 * @returns {Theme}
 */
function united(to, from, desk) {
  const mentions = sorted([...to.mentions, ...from.mentions.filter((mention) => !to.mentions.some((other) => same(other, mention)))]);
  const proven = new Set(to.evidence.map(({ article }) => article));
  const variants = [...to.variants, ...[from.name, ...from.variants].filter((variant) => !to.variants.includes(variant) && variant !== to.name)];
  return {
    ...to,
    variants: [...new Set(variants)],
    score: Math.max(to.score, from.score),
    mentions,
    articles: counted(mentions, desk.stories),
    evidence: [...to.evidence, ...from.evidence.filter(({ article }) => !proven.has(article))],
    related: [...to.related, ...from.related.filter(({ theme }) => !to.related.some((other) => other.theme === theme))],
    entities: [...new Set([...to.entities, ...from.entities])],
  };
}

/**
 * What a theme is related to once one theme has gone into another.
 * @param {Theme} theme
 * @param {string} gone
 * @param {string} into
 */
function relinked({ id, related }, gone, into) {
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const { theme, weight } of related) {
    const now = theme === gone ? into : theme;
    if (now !== id) weights.set(now, Math.max(weight, weights.get(now) ?? 0));
  }
  return [...weights].map(([theme, weight]) => ({ theme, weight }));
}

/** @param {Desk} desk @param {Of<"theme-pin">} change @returns {Reason | null} */
export function pinTheme(desk, { theme }) {
  if (!named(desk, theme)) return "missing";
  if (desk.pinned.has(theme)) return "done";
  desk.pinned.add(theme);
  return null;
}

/** @param {Desk} desk @param {Of<"theme-hide">} change @returns {Reason | null} */
export function hideTheme(desk, { theme: name }) {
  const theme = named(desk, name);
  if (!theme) return "missing";
  const linked = (/** @type {Theme} */ one) => ({ ...one, related: one.related.filter((other) => other.theme !== theme.id) });
  desk.themes = desk.themes.filter((one) => one !== theme).map(linked);
  desk.pinned.delete(name);
  return null;
}
