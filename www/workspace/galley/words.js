/**
 * The words of a block as they stand in the galley: names underlined, a sign at each repair that is marked in the text.
 */
import { html } from "lit";
import { repairs as repairKinds } from "../../elements/kinds.js";
import { outermost, runs } from "../../elements/runs.js";
import { sayReported } from "../../language/report.js";
import { say } from "../../language/say.js";

/** @import { Repair, Text } from "../../../src/report.js" */
/** @import { Tag } from "../../elements/marks.js" */

/** Characters of one block that are set. */
const LONGEST = 20_000;

/** @typedef {{ start: number, end: number, mark: Tag }} Tagged a name, by its place in the text */
/** @typedef {{ at: number, repair: Repair }} Seam */

/**
 * @param {Text} text
 * @param {{ tags: Tagged[], seams: Seam[] }} marks
 * @param {{ onTag(event: MouseEvent, tag: Tag): void, onSeam(event: MouseEvent, label: string, repair: Repair): void }} way what a click on a mark does
 */
export function setWords(text, { tags, seams }, { onTag, onSeam }) {
  const length = Math.min(text.text.length, LONGEST);
  const signs = (/** @type {number} */ at) => seams.filter((one) => one.at === at).map(({ repair }) => sign(repair, onSeam));
  const covers = outermost(tags).filter(({ start }) => start < length);
  const points = seams.map(({ at }) => at);
  const list = runs(length, covers, points).map(({ start, end, marks: [tag] }) => {
    const words = text.text.slice(start, end);
    return [signs(start), tag ? html`<span class="tag ${tag.entity.kind}" data-at=${tag.start} title=${tag.entity.name} @click=${(/** @type {MouseEvent} */ event) => onTag(event, tag)}>${words}</span>` : words];
  });
  return [list, signs(length)];
}

/**
 * @param {Repair} repair
 * @param {(event: MouseEvent, label: string, repair: Repair) => void} onSeam
 */
function sign(repair, onSeam) {
  const { sign, name } = repairKinds()[repair.kind];
  const label = say`修补：${name}。${sayReported(repair.reason)}`;
  return html`<button class="plain seam" type="button" data-sign=${sign} aria-haspopup="menu" aria-label=${label} title=${sayReported(repair.reason)} @click=${(/** @type {MouseEvent} */ event) => onSeam(event, label, repair)}></button>`;
}
