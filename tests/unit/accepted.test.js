/** What was accepted is kept with the page, goes with its words, and comes back out of a project file. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { acceptedFrom, carried, judged } from "../../www/workspace/accepted.js";
import { opened, packed } from "../../www/workspace/library/project.js";
import { newPage } from "../../www/workspace/pages.js";

test("a verdict adds a key or takes it back, once", () => {
  const accepted = judged(judged([], { key: "join:3:4", verdict: "accept" }), { key: "gap:8:9", verdict: "accept" });
  assert.deepEqual(accepted, ["join:3:4", "gap:8:9"]);
  assert.deepEqual(judged(accepted, { key: "join:3:4", verdict: "accept" }), ["gap:8:9", "join:3:4"]);
  assert.deepEqual(judged(accepted, { key: "join:3:4", verdict: "reopen" }), ["gap:8:9"]);
});

test("what is accepted goes with its words; what was changed is to be checked anew", () => {
  const before = "石桥通行。河岸种柳。山路重开。";
  const keys = ["name:0:2", "name:5:7", "name:10:12"];
  assert.deepEqual(carried(keys, before, "石桥通行。江边种柳。山路重开。"), ["name:0:2", "name:10:12"]);
  assert.deepEqual(carried(keys, before, `今日。${before}`), ["name:3:5", "name:8:10", "name:13:15"]);
  assert.deepEqual(carried(keys, before, before), keys);
});

test("a project file has it, and nothing else passes for it", async () => {
  const page = newPage({ name: "一版", text: "石桥通行。", accepted: ["name:0:2"] });
  const project = await opened(new Blob([await packed([page], "")]));
  assert.ok("pages" in project);
  assert.deepEqual(project.pages[0].accepted, ["name:0:2"]);
  assert.deepEqual(acceptedFrom(["name:0:2", 7, "<b>", "name:x:1"]), ["name:0:2"]);
  assert.deepEqual(acceptedFrom({ length: 3 }), []);
});
