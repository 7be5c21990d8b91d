/** For browsers and bundlers. */
export { Engine, EngineError, analyze, analyzePieces, compare, dispose, init } from "../engine/client.js";
