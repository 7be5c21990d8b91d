/** For browsers and bundlers. */
export { Engine, EngineError, analyze, compare, dispose, init } from "../engine/client.js";
