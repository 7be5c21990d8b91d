/** For Node, Deno and the servers of frameworks. */
export { Engine, EngineError, analyze, analyzePieces, compare, dispose, init } from "../engine/node.js";
