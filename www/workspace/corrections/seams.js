/**
 * Operations on the repairs of a page: two blocks made one, one made two, notes dealt with, moves taken back. Each takes
 * the desk and changes it, or gives the reason why it cannot.
 */
import { joined, ownerOf, parted } from "./blocks.js";
import { blockAt, pageAt } from "./desk.js";
import { resolve } from "./places.js";
import { NOTE, find, leave, take, touch } from "./structure.js";

/** @import { Repair, Span } from "../../../src/report.js" */
/** @import { Block } from "./blocks.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Of, Reason } from "./structure.js" */

/** @param {Desk} desk @param {Of<"join">} change @returns {Reason | null} */
export function join(desk, change) {
  const [first, second] = [find(desk, change.first), find(desk, change.second)];
  if (typeof first === "string") return first;
  if (typeof second === "string") return second;
  if (first.block === second.block) return "done";
  const pages = [first, second].map(({ block }) => pageAt(desk, block.spans[0].start));
  if (pages[0] !== pages[1]) return "page";
  leave(desk, second);
  const whole = joined(first.block, second.block);
  if (first.story) whole.repairs.push(seam(first.block, second.block));
  const list = first.story?.blocks ?? desk.unplaced;
  list[list.indexOf(first.block)] = whole;
  desk.untouched.delete(first.block);
  touch(desk, first.story, second.story);
  return null;
}

/**
 * The repair that a reader makes: where the first ends, up to where the second begins if it comes after.
 * @param {Block} first
 * @param {Block} second
 * @returns {import("../../../src/report.js").Repair}
 */
function seam(first, second) {
  const start = first.spans[first.spans.length - 1].end;
  const next = second.spans[0].start;
  return next >= start ? { kind: "join", start, end: next, reason: NOTE, confidence: 1 } : { kind: "join", start: next, end: next, reason: NOTE, confidence: 1 };
}

/** @param {Desk} desk @param {Of<"cut">} change @returns {Reason | null} */
export function cut(desk, { at }) {
  const range = resolve(desk.input, at);
  return range ? cutAt(desk, range.start) : "gone";
}

/** @param {Desk} desk @param {number} offset @returns {Reason | null} */
function cutAt(desk, offset) {
  const found = blockAt(desk, { start: offset, end: offset });
  if (!found) return "gone";
  const { block, story } = found;
  if (block.spans[0].start === offset) return "done";
  const parts = parted(block, desk.input, offset);
  if (!parts) return "whole";
  // The seam is gone, and with it what was said of it.
  const isSeam = (/** @type {Repair} */ { kind, start, end }) => (kind === "join" || kind === "unwrap") && start <= offset && offset <= end;
  for (const part of parts) part.repairs = part.repairs.filter((repair) => !isSeam(repair));
  const list = story?.blocks ?? desk.unplaced;
  list.splice(list.indexOf(block), 1, ...parts);
  desk.untouched.delete(block);
  touch(desk, story);
  return null;
}

/** @param {Desk} desk @param {Of<"settle">} change @returns {Reason | null} */
export function settle(desk, { at, repair: kind }) {
  const range = resolve(desk.input, at);
  const found = range && blockAt(desk, range);
  if (!range || !found) return "gone";
  const { block, story } = found;
  const near = block.repairs.filter((repair) => repair.kind === kind && repair.start <= range.end && range.start <= repair.end);
  if (near.length === 0) return "missing";
  block.repairs = block.repairs.filter((repair) => !near.includes(repair));
  touch(desk, story);
  return null;
}

/** @param {Desk} desk @param {Of<"put-back">} change @returns {Reason | null} */
export function putBack(desk, { at }) {
  const range = resolve(desk.input, at);
  if (!range) return "gone";
  const page = pageAt(desk, range.start);
  const inside = (/** @type {Block} */ { spans }) => range.start <= spans[0].start && spans[0].start < range.end;
  const seats = desk.stories.flatMap((story) => (story.page === page ? story.blocks.map((block) => ({ story, block, owned: block.owned })) : []));
  const host = ownerOf(seats.filter(({ block }) => !inside(block) && block.spans[0].start < range.start && !overlaps(block, range)), range.start);
  if (!host) return "missing";
  cutAt(desk, range.start);
  cutAt(desk, range.end);
  const moved = desk.stories.flatMap((story) => story.blocks.filter(inside).map((block) => ({ story, block })));
  if (moved.length === 0) return "gone";
  let index = host.story.blocks.indexOf(host.block) + 1;
  if (moved.every(({ block }, step) => host.story.blocks[index + step] === block)) return "done";
  for (const { story, block } of moved) {
    leave(desk, { story, block });
    index = host.story.blocks.indexOf(host.block) + 1 + moved.findIndex((one) => one.block === block);
    take(host.story, block, index);
    touch(desk, story, host.story);
  }
  const isMove = (/** @type {Repair} */ { kind, start, end }) => kind === "move" && start < range.end && range.start < end;
  for (const { blocks } of desk.stories) for (const block of blocks) block.repairs = block.repairs.filter((repair) => !isMove(repair));
  return null;
}

/** @param {Block} block @param {Span} range */
const overlaps = ({ spans }, range) => spans.some(({ start, end }) => start < range.end && range.start < end);
