/** What the menus of the galley offer: for an article, a block in it, a block in none, and a repair. */
import { headlineOf } from "../../elements/facts.js";
import { repairs } from "../../elements/kinds.js";
import { clipped } from "../../elements/more.js";
import { sayReported } from "../../language/report.js";
import { say } from "../../language/say.js";
import { BODY_ROLES, HEAD_ROLES, LOOSE_ROLES } from "../corrections/operations.js";
import { placeAt } from "../corrections/places.js";
import { roleName } from "./roles.js";
import { blocksOf } from "./steps.js";

/** @import { Article, Block, Repair, Text } from "../../../src/report.js" */
/** @import { Change, Role } from "../corrections/operations.js" */
/** @import { Item } from "./banmian-menu.js" */
/** @import { Steps } from "./steps.js" */

/** @typedef {(change: Change | null) => void} Act */

/**
 * Those of some items that would do something.
 * @param {[string, Change | null, string?][]} list
 * @param {Act} act
 * @returns {Item[]}
 */
const possible = (list, act) => list.flatMap(([label, change, keys]) => (change ? [{ label, keys, act: () => act(change) }] : []));

/**
 * @param {Steps} steps
 * @param {Article} article
 * @param {Act} act
 * @returns {Item[]}
 */
export function articleItems(steps, article, act) {
  return possible(
    [
      [say`并入上一篇`, steps.mergeWith(article, -1)],
      [say`下一篇并进来`, steps.mergeWith(article, 1)],
      [say`整篇上移`, steps.shiftArticle(article, -1), "Alt ↑"],
      [say`整篇下移`, steps.shiftArticle(article, 1), "Alt ↓"],
    ],
    act,
  );
}

/**
 * @param {Steps} steps
 * @param {Article} article
 * @param {Text} text
 * @param {Role} role
 * @param {{ act: Act, onTag: (opener: HTMLElement) => void }} way
 * @returns {Item[]}
 */
export function blockItems(steps, article, text, role, { act, onTag }) {
  const blocks = blocksOf(article);
  const index = blocks.indexOf(text);
  const [before, after] = [article.paragraphs, article.paragraphs].map((list, side) => list[list.findIndex((one) => one === text) + (side ? 1 : -1)]);
  const isParagraph = article.paragraphs.some((one) => one === text);
  const at = steps.at(text);
  return [
    ...possible(
      [
        [say`从这里另起一篇`, index > 0 ? { kind: "split", at } : null],
        [say`与上一段接成一段`, isParagraph && before ? { kind: "join", first: steps.at(before), second: at } : null],
        [say`与下一段接成一段`, isParagraph && after ? { kind: "join", first: at, second: steps.at(after) } : null],
        [say`上移`, steps.shiftBlock(article, text, -1), "Alt ↑"],
        [say`下移`, steps.shiftBlock(article, text, 1), "Alt ↓"],
      ],
      act,
    ),
    { label: say`标注一个词……`, act: () => onTagLater(onTag) },
    { label: say`这一段是` },
    ...[...HEAD_ROLES, ...BODY_ROLES].map((one) => ({ label: roleName(one), checked: one === role, act: () => act(one === role ? null : { kind: "role", block: at, role: one }) })),
    { label: say`移到` },
    ...elsewhere(steps, text, article).map(([label, change]) => ({ label, act: () => act(change) })),
    ...LOOSE_ROLES.map((one) => ({ label: one === "stray" ? say`移出稿件，作残段` : say`移出稿件，作版面杂项`, act: () => act({ kind: "role", block: at, role: one }) })),
  ];
}

/**
 * The box opens when the menu has gone and given the focus back to the handle.
 * @param {(opener: HTMLElement) => void} onTag
 */
function onTagLater(onTag) {
  setTimeout(() => {
    const focused = deepFocus();
    if (focused) onTag(focused);
  });
}

function deepFocus() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : null;
}

/**
 * The ends of the other articles of the page.
 * @param {Steps} steps
 * @param {Text} text
 * @param {Article | null} own
 * @returns {[string, Change | null][]}
 */
function elsewhere(steps, text, own) {
  const { articles } = steps.report;
  const page = steps.report.source.pages.findIndex(({ start, end }) => start <= text.spans[0].start && text.spans[0].start < end);
  const others = articles.map((article, index) => ({ article, index })).filter(({ article }) => article !== own && steps.pages.get(article.id) === page);
  return others.map(({ article, index }) => [say`第 ${index + 1} 篇末尾：${clipped(headlineOf(article), 12)}`, steps.toEnd(text, article)]);
}

/**
 * @param {Steps} steps
 * @param {Block} block
 * @param {Act} act
 * @returns {Item[]}
 */
export function looseItems(steps, block, act) {
  const at = steps.at(block);
  return [
    { label: say`这一段是` },
    ...LOOSE_ROLES.map((role) => ({ label: roleName(role), checked: role === block.role, act: () => act(role === block.role ? null : { kind: "role", block: at, role }) })),
    { label: say`移到` },
    ...elsewhere(steps, block, null).map(([label, change]) => ({ label, act: () => act(change) })),
  ];
}

/**
 * @param {string} input
 * @param {Text} text
 * @param {Repair} repair
 * @param {Act} act
 * @returns {Item[]}
 */
export function seamItems(input, text, repair, act) {
  const { kind } = repair;
  const after = text.spans.find(({ start }) => start >= repair.start) ?? text.spans[text.spans.length - 1];
  const near = text.spans.find(({ start, end }) => start <= repair.start && repair.start <= end) ?? after;
  const heading = { label: say`${repairs()[kind].name}：${sayReported(repair.reason)}` };
  if (kind === "join" || kind === "unwrap") {
    const next = text.spans.find(({ start }) => start >= repair.end) ?? after;
    return [heading, { label: say`撤销这处接合，另成一段`, act: () => act({ kind: "cut", at: placeAt(input, next) }) }];
  }
  const settled = { label: say`核对过了，去掉提示`, act: () => act({ kind: "settle", at: placeAt(input, near), repair: kind }) };
  if (kind !== "move") return [heading, settled];
  return [heading, { label: say`放回原处`, act: () => act({ kind: "put-back", at: placeAt(input, repair) }) }, settled];
}
