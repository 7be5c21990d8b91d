/**
 * Files to pages: texts as they are, the texts in a zip, and project files as what they hold.
 */
import { readFiles } from "../../formats/file.js";
import { newPage } from "../pages.js";

/** @import { Page } from "../pages.js" */
/** @import { Project } from "./project.js" */

/** @typedef {{ pages: Page[], projects: Project[], bad: number }} Taken */

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
  for (const one of await readFiles([file])) taken.pages.push(newPage({ isFile: true, ...one }));
}
