/** Plain text and Markdown, which the core reads as they are. */
import { say } from "../../language/say.js";
import { decode } from "../text.js";
import { Unreadable } from "../unreadable.js";

/** @type {import("../file.js").Reader} */
export async function readText(name, bytes) {
  const decoded = decode(bytes);
  if (!decoded) throw new Unreadable(say`这不是文本文件，或编码无法识别。`);
  return [{ name, kind: "text", bytes, notes: [], ...decoded }];
}
