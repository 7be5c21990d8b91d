/** What other pages load: the element, and the analysis for programs. */
export { BanmianAnalyzer } from "./elements/banmian-analyzer.js";
export { Engine, EngineError, analyze, compare, dispose, init } from "./engine/client.js";
