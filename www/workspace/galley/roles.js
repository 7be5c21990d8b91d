/** The words of a newsroom for what a block is. */
import { say } from "../../language/say.js";

/** @import { Role } from "../corrections/operations.js" */

/**
 * @param {Role} role
 * @returns {string}
 */
export function roleName(role) {
  switch (role) {
    case "kicker":
      return say`引题`;
    case "title":
      return say`主标题`;
    case "subtitle":
      return say`副题`;
    case "body":
      return say`正文`;
    case "heading":
      return say`小标题`;
    case "caption":
      return say`图片说明`;
    case "note":
      return say`按语`;
    case "credit":
      return say`署名`;
    case "furniture":
      return say`版面杂项`;
    case "stray":
      return say`无主残段`;
  }
}
