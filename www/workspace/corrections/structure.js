/**
 * Operations on articles and blocks. Each takes the desk and changes it, or gives the reason why it cannot.
 */
import { blockAt, isHead, pageAt } from "./desk.js";
import { LOOSE_ROLES } from "./operations.js";
import { resolve } from "./places.js";

/** @import { Block } from "./blocks.js" */
/** @import { Desk, Story } from "./desk.js" */
/** @import { Change, Place, Role, Target } from "./operations.js" */

/**
 * Why an operation does not apply:
 * - gone: the words it names are not there, or in several places
 * - inside: its block is now part of another
 * - done: what it asks for is so already
 * - page: it would carry text from one page into another
 * - whole: nothing would be left on one side of the cut
 * - loose: it needs an article, and the block is in none
 * - missing: the theme, mark or repair it names is not there
 * @typedef {"gone" | "inside" | "done" | "page" | "whole" | "loose" | "missing"} Reason
 */

/** @template {Change["kind"]} K @typedef {Extract<Change, { kind: K }>} Of */
/** @typedef {{ block: Block, story: Story | null }} Seat */

/** The reason of what the reader did. */
export const NOTE = "校改";

/**
 * The block that begins at a place.
 * @param {Desk} desk
 * @param {Place} place
 * @returns {Seat | Reason}
 */
export function find(desk, place) {
  const range = resolve(desk.input, place);
  const found = range && blockAt(desk, range);
  if (!range || !found) return "gone";
  return found.block.spans[0].start === range.start ? found : "inside";
}

/**
 * The article that holds a place.
 * @param {Desk} desk
 * @param {Place} place
 * @returns {Story | Reason}
 */
function storyAt(desk, place) {
  const range = resolve(desk.input, place);
  const found = range && blockAt(desk, range);
  if (!found) return "gone";
  return found.story ?? "loose";
}

/** Marks articles as changed. @param {Desk} desk @param {...(Story | null)} stories */
export function touch(desk, ...stories) {
  desk.moved = true;
  for (const story of stories) if (story) story.touched = true;
}

/** @param {Desk} desk @param {Of<"split">} change @returns {Reason | null} */
export function split(desk, { at }) {
  const found = find(desk, at);
  if (typeof found === "string") return found;
  const { block, story } = found;
  if (!story) return "loose";
  const index = story.blocks.indexOf(block);
  if (index === 0) return "done";
  const blocks = story.blocks.splice(index);
  // What parted an article is the headline of one that begins with it.
  if (block.role === "heading") block.role = "title";
  const { article, page, continued } = story;
  const id = `${story.id}.${block.spans[0].start}`;
  const rest = { ...article, category: null };
  const below = { id, article: rest, page, blocks, rest: [], continued: tail(continued), touched: true, sure: true };
  story.continued = head(continued);
  story.sure = true;
  desk.stories.splice(desk.stories.indexOf(story) + 1, 0, below);
  touch(desk, story);
  return null;
}

/** @param {Story["continued"]} continued */
const head = (continued) => (continued?.from ? { from: continued.from, to: null } : null);
/** @param {Story["continued"]} continued */
const tail = (continued) => (continued?.to ? { from: null, to: continued.to } : null);

/** @param {Desk} desk @param {Of<"merge">} change @returns {Reason | null} */
export function merge(desk, { first, second }) {
  const [into, from] = [storyAt(desk, first), storyAt(desk, second)];
  if (typeof into === "string") return into;
  if (typeof from === "string") return from;
  if (into === from) return "done";
  if (into.page !== from.page) return "page";
  for (const block of from.blocks) take(into, block, into.blocks.length);
  into.rest = [...into.rest, ...from.rest];
  into.article = { ...into.article, keywords: united(into, from), summary: digest(into, from) };
  const [start, end] = [into.continued?.from ?? null, from.continued?.to ?? null];
  into.continued = start || end ? { from: start, to: end } : null;
  into.sure = true;
  desk.stories.splice(desk.stories.indexOf(from), 1);
  touch(desk, into);
  return null;
}

/** @param {Story} into @param {Story} from */
function digest({ article: { summary: first } }, { article: { summary: second } }) {
  return [...first, ...second.filter(({ start }) => !first.some((sentence) => sentence.start === start))];
}

/** @param {Story} into @param {Story} from */
function united({ article: { keywords: first } }, { article: { keywords: second } }) {
  const known = new Set(first.map(({ term }) => term));
  return [...first, ...second.filter(({ term }) => !known.has(term))].sort((a, b) => b.weight - a.weight);
}

/**
 * Puts a block into an article. A headline that comes to an article with one of its own becomes a heading in it.
 * @param {Story} story
 * @param {Block} block
 * @param {number} index
 */
export function take(story, block, index) {
  const titled = story.blocks.some(({ role }) => role === "title");
  if (isHead(block.role) && titled) block.role = "heading";
  if (LOOSE_ROLES.includes(block.role)) block.role = "body";
  block.reason = "";
  story.blocks.splice(index, 0, block);
}

/** @param {Desk} desk @param {Of<"order">} change @returns {Reason | null} */
export function order(desk, { article, before }) {
  const story = storyAt(desk, article);
  const next = before && storyAt(desk, before);
  if (typeof story === "string") return story;
  if (typeof next === "string") return next;
  if (next === story) return "done";
  if (next && next.page !== story.page) return "page";
  const { stories } = desk;
  stories.splice(stories.indexOf(story), 1);
  const last = stories.findLastIndex(({ page }) => page === story.page);
  stories.splice(next ? stories.indexOf(next) : last + 1, 0, story);
  touch(desk);
  return null;
}

/** @param {Desk} desk @param {Of<"move">} change @returns {Reason | null} */
export function move(desk, { block: place, to }) {
  const found = find(desk, place);
  if (typeof found === "string") return found;
  if (to === "unplaced") return found.story ? dismiss(desk, found, "stray") : "done";
  return settleIn(desk, found, to);
}

/**
 * @param {Desk} desk
 * @param {Seat} from
 * @param {Exclude<Target, "unplaced">} to
 * @returns {Reason | null}
 */
function settleIn(desk, { block, story }, to) {
  const next = "before" in to ? find(desk, to.before) : null;
  if (typeof next === "string") return next;
  const target = "end" in to ? storyAt(desk, to.end) : next?.story;
  if (!target) return "loose";
  if (typeof target === "string") return target;
  if (next?.block === block) return "done";
  if (target.page !== pageAt(desk, block.spans[0].start)) return "page";
  leave(desk, { block, story });
  take(target, block, next ? target.blocks.indexOf(next.block) : target.blocks.length);
  touch(desk, story, target);
  return null;
}

/** Takes a block from where it is. @param {Desk} desk @param {Seat} seat */
export function leave(desk, { block, story }) {
  const list = story?.blocks ?? desk.unplaced;
  list.splice(list.indexOf(block), 1);
  desk.untouched.delete(block);
  if (story && list.length === 0 && story.rest.length > 0) block.owned = [...story.rest.splice(0), ...block.owned].sort((a, b) => a.start - b.start);
}

/** @param {Desk} desk @param {Seat} seat @param {Role} role @returns {null} */
function dismiss(desk, seat, role) {
  leave(desk, seat);
  const { block } = seat;
  Object.assign(block, { role, reason: NOTE });
  const later = desk.unplaced.findIndex(({ spans }) => spans[0]?.start > block.spans[0].start);
  desk.unplaced.splice(later < 0 ? desk.unplaced.length : later, 0, block);
  touch(desk, seat.story);
  return null;
}

/** @param {Desk} desk @param {Of<"role">} change @returns {Reason | null} */
export function role(desk, { block: place, role: wanted }) {
  const found = find(desk, place);
  if (typeof found === "string") return found;
  const { block, story } = found;
  if (block.role === wanted) return "done";
  const isLoose = LOOSE_ROLES.includes(wanted);
  if (isLoose && story) return dismiss(desk, found, wanted);
  if (!isLoose && !story) return "loose";
  block.role = wanted;
  desk.untouched.delete(block);
  touch(desk, story);
  return null;
}
