/** What a frame takes for a message, and whom it speaks with. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, partner } from "../../www/frame/messages.js";

test("only well-formed messages are heard", () => {
  const good = { banmian: 1, type: "analyze", id: 3, text: "文", themes: "河湾治理" };
  assert.equal(asked(good), good);
  assert.deepEqual(asked({ banmian: 1, type: "cancel" }), { banmian: 1, type: "cancel" });
  for (const bad of [null, "文", 7, {}, { type: "analyze", id: 1, text: "文" }, { ...good, text: 7 }, { ...good, id: "3" }, { ...good, lexicon: {} }, { ...good, type: "eval" }]) {
    assert.equal(asked(bad), null, JSON.stringify(bad));
  }
});

test("the frame speaks with the origin that its address names and its list allows", () => {
  const cases = /** @type {const} */ ([
    ["https://baishi.example", "*", "https://baishi.example"],
    ["https://baishi.example/page?x", "https://baishi.example", "https://baishi.example"],
    ["https://baishi.example", "https://a.example https://baishi.example", "https://baishi.example"],
    ["https://other.example", "https://baishi.example", null],
    ["http://baishi.example", "https://baishi.example", null],
    ["https://baishi.example.other.example", "https://baishi.example", null],
    ["data:text/html,x", "*", null],
    ["*", "*", null],
    [null, "*", null],
    ["https://baishi.example", "", null],
  ]);
  for (const [named, list, origin] of cases) assert.equal(partner(named, list), origin, `${named} ${list}`);
});
