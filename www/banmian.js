/** What other pages load: the elements, and the analysis for programs. */
import { obeySnippets } from "./elements/snippet.js";

export { BanmianAnalyzer, BanmianThemes } from "./elements/index.js";
export { Engine, EngineError, analyze, compare, dispose, init } from "./engine/client.js";

obeySnippets(import.meta.url);
