/** Several engines at once: who gets what, and who stays. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Pool, poolSize } from "../../www/engine/pool.js";

/** Engines that answer when they are told to. @type {Slow[]} */
let hired = [];
class Slow {
  /** @type {{ text: string, resolve: (report: any) => void, reject: (error: Error) => void }[]} */
  calls = [];
  closed = false;
  constructor() {
    hired.push(this);
  }
  /** @param {string} text */
  analyze(text) {
    return new Promise((resolve, reject) => this.calls.push({ text, resolve, reject }));
  }
  close() {
    this.closed = true;
  }
  /** Answers its first call. */
  answer() {
    const call = this.calls.shift();
    call?.resolve(call.text);
  }
}

const pool = (/** @type {number} */ size) => new Pool(/** @type {any} */ (Slow), size);
const given = () => hired.map(({ calls }) => calls.map(({ text }) => text));
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  hired = [];
});

test("a core is left to the page, and four are enough", () => {
  assert.deepEqual([undefined, 1, 2, 3, 5, 64].map((cores) => poolSize(cores)), [1, 1, 1, 2, 4, 4]);
});

test("one call after another needs one engine", async () => {
  const one = pool(3);
  for (const text of ["甲", "乙"]) {
    const answer = one.analyze(text);
    hired[0].answer();
    assert.equal(await answer, text);
  }
  assert.equal(hired.length, 1);
});

test("calls go to whom has the least to do, and each has its own answer in whatever order they come", async () => {
  const two = pool(2);
  const answers = Promise.all(["甲", "乙", "丙", "丁", "戊"].map((text) => two.analyze(text)));
  assert.deepEqual(given(), [["甲", "丙", "戊"], ["乙", "丁"]]);
  for (const engine of [1, 0, 0, 1, 0]) hired[engine].answer();
  assert.deepEqual(await answers, ["甲", "乙", "丙", "丁", "戊"]);
});

test("one that fails costs its own call, and its engine is asked again", async () => {
  const two = pool(2);
  const [first, second] = [two.analyze("甲"), two.analyze("乙")];
  hired[0].calls.shift()?.reject(new Error("broke"));
  await assert.rejects(first, /broke/);
  const third = two.analyze("丙");
  assert.deepEqual(given(), [["丙"], ["乙"]]);
  hired.forEach((engine) => engine.answer());
  assert.deepEqual(await Promise.all([second, third]), ["乙", "丙"]);
});

test("when all is done the first stays and the others go; all go when it is closed", async () => {
  const three = pool(3);
  const answers = ["甲", "乙", "丙"].map((text) => three.analyze(text));
  hired[0].answer();
  await settled();
  assert.deepEqual(hired.map(({ closed }) => closed), [false, false, false]);
  hired.slice(1).forEach((engine) => engine.answer());
  await Promise.all(answers);
  await settled();
  assert.deepEqual(hired.map(({ closed }) => closed), [false, true, true]);
  three.close();
  assert.ok(hired[0].closed);
});
