/** Reads files in pieces with the module in Node: prints its seconds of work and the bytes that the module's memory has grown to. */
import { createReadStream, readFileSync } from "node:fs";
import { Engine as Any } from "../../www/engine/engine.js";
import { perform } from "../../www/engine/perform.js";
import { pieces } from "../../www/engine/pieces.js";
import { Reading, compare, cuts, initSync } from "../../www/engine/pkg/banmian.js";

const module = readFileSync(new URL("../../www/engine/pkg/banmian_bg.wasm", import.meta.url));
const { memory } = initSync({ module });
const core = Promise.resolve({ Reading, compare, cuts });

/** Its hand is this thread, so that all work and the module's memory are seen here. */
class Engine extends Any {
  constructor() {
    super({
      worker: ({ answer }) => ({ post: (task) => void setTimeout(() => perform(core, task, answer)), rest() {}, end() {} }),
      here: () => Promise.reject(new Error("there is a worker")),
    });
  }
}

const seconds = () => Object.values(process.cpuUsage()).reduce((sum, part) => sum + part / 1e6, 0);

/** @param {string} file */
async function read(file) {
  for await (const { report } of pieces(new Engine(), Engine, createReadStream(file))) if (report.version !== 1) throw new Error(file);
}

/** @type {string[]} */
const files = JSON.parse(readFileSync(0, "utf8"));
// What the module makes at its first page is not what a megabyte costs.
await read(files[0]);
const begun = seconds();
for (const file of files) await read(file);
console.log(JSON.stringify({ work: seconds() - begun, memory: memory.buffer.byteLength }));
