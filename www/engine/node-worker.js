/** Runs the analysis in a thread of Node: the module is read from disk, then a `Task` done at a time. */
import { parentPort, workerData } from "node:worker_threads";
import { load } from "./load.js";
import { read } from "./node.js";
import { perform } from "./perform.js";

/** @import { Answer, Task } from "./messages.js" */

const loading = read(workerData.wasm).then(load);
// It is the first task that hears of a failure.
loading.catch(() => {});

const answer = (/** @type {Answer} */ message) => parentPort?.postMessage(message);
parentPort?.on("message", (/** @type {Task} */ task) => perform(loading, task, answer));
answer({ ready: true });
