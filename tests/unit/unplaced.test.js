/** Places in what belongs to no article: from its text to the input and back, with heading marks, bold marks and without. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ownersOf, segmentsOf } from "../../www/elements/compare/segments.js";
import { inputRange } from "../../www/elements/hits.js";
import { analyze } from "../wasm/module.js";
import { check } from "./laws.js";

/** @import { Report } from "../../src/report.js" */

const STORY = "# 渡口镇修好老石桥\n\n渡口镇讯（记者 陆小满）老石桥昨日通行，镇上的人都来看。\n";

/** What stands before or behind the story, and what of it belongs to no article. @type {Record<string, [string, string, string[]]>} */
const PAGES = {
  "no marks": ["青陵日报　2025年4月18日　第4版\n\n", "\n责编 苏禾　校对 林可\n", ["青陵日报　2025年4月18日　第4版", "责编 苏禾　校对 林可"]],
  "a heading mark": ["# 青陵日报 2025年4月18日 第4版\n\n", "", ["# 青陵日报 2025年4月18日 第4版"]],
  "bold marks": ["", "\n**责编 苏禾　校对 林可**\n", ["**责编 苏禾　校对 林可**"]],
  "both, and a mark of quotation": ["> ## **青陵日报 2025年4月18日 第4版**\n\n", "", ["> ## **青陵日报 2025年4月18日 第4版**"]],
  "marks alone": ["", "\n###\n", ["###"]],
};

for (const [name, [before, behind, loose]] of Object.entries(PAGES)) {
  test(`${name}: every character of it is found in the input and in the comparison`, () => {
    const input = before + STORY + behind;
    const report = /** @type {Report} */ (analyze(input));
    check(report, input);
    assert.deepEqual(report.unplaced.map(({ text }) => text), loose);
    const owners = ownersOf(segmentsOf(report), input);
    for (const text of report.unplaced) {
      for (const { index: from, 0: c } of text.text.matchAll(/\S/g)) {
        const { start, end } = inputRange({ article: null, text, from, to: from + 1 }, input);
        assert.equal(input.slice(start, end), c);
        assert.equal(owners.find((owner) => owner.start <= start && start < owner.end)?.segment.block, text);
      }
    }
  });
}
