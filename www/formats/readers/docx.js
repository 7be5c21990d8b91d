/**
 * A Word document to text by mammoth: headings and bold lines keep their marks, pictures are left out.
 *
 * Takes bytes from anyone. mammoth would unpack whatever the archive holds, so it is given a small one, made here of the
 * parts that hold text and counted while they are unpacked.
 */
import { zipSync } from "fflate";
import mammoth from "mammoth";
import { say } from "../../language/say.js";
import { Unreadable } from "../unreadable.js";
import { textOfHtml } from "./html.js";
import { unpack } from "./unpack.js";

const BOUNDS = { bytes: 60_000_000, entries: 5_000 };

const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/[^/]+\.rels|[^/]+\.xml))$/;

/** Styles of Chinese Word that mammoth does not know. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", ...[1, 2, 3].flatMap((level) => [
  `p[style-name='标题 ${level}'] => h${level}:fresh`,
  `p[style-name='標題 ${level}'] => h${level}:fresh`,
])];

/** @type {import("../file.js").Reader} */
export async function readDocx(name, bytes, { signal }) {
  const parts = await unpack(bytes, { wanted: (path) => PARTS.test(path), bounds: BOUNDS, signal });
  const small = zipSync(Object.fromEntries(parts.map((part) => [part.name, part.bytes])), { level: 0 });
  let pictures = 0;
  const convertImage = mammoth.images.imgElement(async () => {
    pictures += 1;
    return { src: "" };
  });
  let html;
  try {
    const arrayBuffer = /** @type {ArrayBuffer} */ (small.buffer);
    html = (await mammoth.convertToHtml({ arrayBuffer }, { styleMap: STYLES, convertImage, externalFileAccess: false })).value;
  } catch {
    throw new Unreadable(say`这份 Word 文档打不开，可能已经损坏；请在 Word 里另存一份再读入。`);
  }
  const text = textOfHtml(html);
  if (text === "") throw new Unreadable(say`这份 Word 文档里没有文字。`);
  const notes = pictures > 0 ? [say`文档里有 ${pictures} 张图片，没有读入。`] : [];
  return [{ name, kind: "docx", bytes: null, encoding: null, text, notes }];
}
