/** What a correction did, and why one no longer applies, in a line for the reader. */
import { tagName } from "../../elements/kinds.js";
import { say } from "../../language/say.js";
import { roleName } from "./roles.js";

/** @import { Lost } from "../corrections/correct.js" */
/** @import { Operation, Place } from "../corrections/operations.js" */

/** What stands in quotes inside quotes. @type {Record<string, string>} */
const INNER = { "“": "‘", "”": "’", "「": "『", "」": "』" };

/** Words as they are quoted. @param {string} words */
const quoted = (words) => words.replace(/[“”「」]/g, (mark) => INNER[mark]);

/** @param {Place} place */
function short({ words }) {
  const line = words.replace(/\s+/g, "");
  return quoted(line.length > 14 ? `${line.slice(0, 13)}…` : line);
}

/**
 * @param {Operation} operation
 * @returns {string}
 */
export function describe(operation) {
  switch (operation.kind) {
    case "split":
      return say`从“${short(operation.at)}”起另成一篇`;
    case "merge":
      return say`“${short(operation.second)}”一篇并入“${short(operation.first)}”一篇`;
    case "order":
      return operation.before ? say`“${short(operation.article)}”一篇移到“${short(operation.before)}”一篇之前` : say`“${short(operation.article)}”一篇移到版末`;
    case "move":
      return described(operation);
    case "role":
      return say`“${short(operation.block)}”改为${roleName(operation.role)}`;
    case "join":
      return say`“${short(operation.first)}”与“${short(operation.second)}”接成一段`;
    case "cut":
      return say`从“${short(operation.at)}”起另成一段`;
    case "settle":
      return say`“${short(operation.at)}”处的提示已核对`;
    case "put-back":
      return say`“${short(operation.at)}”放回原处`;
    case "tag":
      return operation.scope === "all"
        ? say`“${short(operation.at)}”全部标为${tagName(operation.type)}“${quoted(operation.name)}”`
        : say`“${short(operation.at)}”此处标为${tagName(operation.type)}“${quoted(operation.name)}”`;
    case "untag":
      return operation.scope === "all" ? say`去掉“${short(operation.at)}”的全部标注` : say`去掉“${short(operation.at)}”此处的标注`;
    case "theme-rename":
      return say`主题“${quoted(operation.theme)}”改名为“${quoted(operation.to)}”`;
    case "theme-merge":
      return say`主题“${quoted(operation.theme)}”并入“${quoted(operation.into)}”`;
    case "theme-pin":
      return say`主题“${quoted(operation.theme)}”置顶`;
    case "theme-hide":
      return say`主题“${quoted(operation.theme)}”不再显示`;
    case "withdraw":
      return say`撤回一条校改`;
  }
}

/** @param {Extract<Operation, { kind: "move" }>} operation */
function described({ block, to }) {
  if (to === "unplaced") return say`“${short(block)}”移出稿件`;
  return "before" in to ? say`“${short(block)}”移到“${short(to.before)}”之前` : say`“${short(block)}”移到“${short(to.end)}”一篇末尾`;
}

/**
 * @param {Lost["reason"]} reason
 * @returns {string}
 */
export function why(reason) {
  switch (reason) {
    case "gone":
      return say`原文里找不到这些字，或不止一处`;
    case "inside":
      return say`这里已不是一段的开头`;
    case "done":
      return say`分析结果本来就是这样`;
    case "page":
      return say`不能跨版合并或移动`;
    case "whole":
      return say`断开后有一边没有文字`;
    case "loose":
      return say`这段文字不在稿件里`;
    case "missing":
      return say`这个主题、标注或提示已经没有了`;
  }
}
