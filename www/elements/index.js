/** The elements that stand by themselves in other pages. */
export { BanmianAnalyzer } from "./banmian-analyzer.js";
export { BanmianThemes } from "./banmian-themes.js";
