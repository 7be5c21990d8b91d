import { say } from "../language/say.js";

/** @import { BadLine, Failure } from "./messages.js" */

/**
 * Why there is no report. `message` is for the reader, `code` for the program.
 *
 * - `aborted`: the caller stopped it.
 * - `load`: the analysis module could not be loaded.
 * - `policy`: the page's Content-Security-Policy forbids WebAssembly.
 * - `lexicon`: the lexicon cannot be read; `lines` names where.
 * - `input`: the text or the lexicon is not a string.
 * - `reports`: what is to be compared are no reports.
 * - `crashed`: the analysis broke down, and once more in a new worker. The next call begins with a new worker.
 */
export class EngineError extends Error {
  name = "EngineError";

  /**
   * @param {Failure | "aborted"} code
   * @param {{ cause?: unknown, lines?: BadLine[] }} [more] `cause` is the technical error, in English
   */
  constructor(code, { cause, lines = [] } = {}) {
    super(message(code, lines), { cause });
    this.code = code;
    this.lines = lines;
  }
}

/**
 * @param {Failure | "aborted"} code
 * @param {BadLine[]} lines
 */
function message(code, lines) {
  switch (code) {
    case "aborted":
      return say`分析已取消。`;
    case "load":
      return say`分析程序没有载入，请检查网络后重试。`;
    case "policy":
      return say`本网页的安全策略（CSP）不允许运行 WebAssembly，请网站管理员在 script-src 中加入 'wasm-unsafe-eval'。`;
    case "lexicon":
      return say`词表第 ${places(lines)} 行读不懂：每行应写“词语,类别”或“词语,类别,规范名”。`;
    case "input":
      return say`要分析的内容不是文字。`;
    case "reports":
      return say`要比较的不是分析报告。`;
    case "crashed":
      return say`分析中途出错，没有得到结果；可以重试，或把文字分成几段再试。`;
  }
}

/** @param {BadLine[]} lines */
function places(lines) {
  const shown = lines.slice(0, 5).map(({ line }) => line).join(say`、`);
  return lines.length > 5 ? say`${shown} 等 ${lines.length}` : shown;
}
