/**
 * Files to pages: texts as they are, the texts in a zip, and project files as what they hold.
 */
import { readFile } from "../../formats/file.js";
import { newPage } from "../pages.js";

/** @import { Page } from "../pages.js" */
/** @import { Project } from "./project.js" */

/** @typedef {{ pages: Page[], projects: Project[], bad: number }} Taken */

/** Files in a zip that are no pages. */
const ASIDE = /(^|\/)(\.|__MACOSX\/|Thumbs\.db)|\/$/;

/**
 * @param {File[]} files
 * @returns {Promise<Taken>}
 */
export async function takeIn(files) {
  /** @type {Taken} */
  const taken = { pages: [], projects: [], bad: 0 };
  for (const file of files) await takeOne(file, taken);
  taken.bad = taken.pages.filter(({ message }) => message !== "").length;
  return taken;
}

/**
 * @param {File} file
 * @param {Taken} taken
 */
async function takeOne(file, taken) {
  if (/\.banmian$/i.test(file.name)) {
    const { opened } = await import("./project.js");
    const project = await opened(file);
    if ("message" in project) taken.pages.push(newPage({ name: file.name, isFile: true, ...project }));
    else taken.projects.push(project);
    return;
  }
  const inside = /\.zip$/i.test(file.name) ? await unpacked(file) : null;
  for (const one of inside ?? [file]) taken.pages.push(newPage({ isFile: true, ...(await readFile(one)) }));
}

/**
 * The files in a zip, or null where it is none that can be read.
 * @param {File} file
 * @returns {Promise<File[] | null>}
 */
async function unpacked(file) {
  const { unzip } = await import("./zip.js");
  const files = await unzip(file);
  const names = files && Object.keys(files).filter((name) => !ASIDE.test(name)).sort((a, b) => a.localeCompare(b, "zh-CN"));
  return names && names.map((name) => new File([/** @type {Uint8Array<ArrayBuffer>} */ (files[name])], name.split("/").at(-1) ?? name));
}
