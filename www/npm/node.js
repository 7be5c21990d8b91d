/** For Node, Deno and the servers of frameworks. */
export { Engine, EngineError, analyze, compare, dispose, init } from "../engine/node.js";
