/**
 * What comes in: files, texts, samples and the pages of a project file. Takes it into the library, has it analysed, and shows it:
 * a few pages with a tab each, many of them as the library's list.
 */
import { turn } from "../elements/turn.js";
import { say } from "../language/say.js";
import { newPage } from "./pages.js";
import { outOfSight } from "./sight.js";

/** @import { Analyses } from "./analyses.js" */
/** @import { Library } from "./library/library.js" */
/** @import { Project } from "./library/project.js" */
/** @import { OpenPages } from "./open-pages.js" */
/** @import { Page } from "./pages.js" */
/** @import { Sample } from "./samples.js" */

/** Pages that are opened at once when they come; of more the library shows the list. */
const FEW = 8;

/**
 * @typedef {object} Around
 * @property {Library} library
 * @property {OpenPages} desk
 * @property {Analyses} analyses
 * @property {(notice: string) => void} tell
 * @property {() => Promise<void>} focus puts the focus on the tab in sight
 * @property {() => Promise<unknown> | undefined} drawn when the library's list stands
 */

export class Incoming {
  #around;

  /** @param {Around} around */
  constructor(around) {
    this.#around = around;
  }

  /** @param {File[]} files */
  async files(files) {
    const { tell } = this.#around;
    const { takeIn } = await import("./library/take-in.js");
    const { pages, projects, bad } = await takeIn(files);
    await this.pages(pages);
    if (pages.length > 0) tell(bad > 0 ? say`读入 ${pages.length - bad} 个文件，${bad} 个读不了。` : say`读入 ${pages.length} 个文件。`);
    for (const project of projects) await this.#project(project);
  }

  /** @param {string} text that was pasted */
  async text(text) {
    const names = new Set([...this.#around.library.entries.values()].map(({ name }) => name));
    let number = 1;
    while (names.has(say`粘贴 ${number}`)) number += 1;
    await this.pages([newPage({ name: say`粘贴 ${number}`, text })]);
  }

  /** @param {Sample} sample */
  async sample({ name, url }) {
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(answer.statusText);
      await this.pages([newPage({ name: say`示例：${name}`, text: await answer.text() })]);
    } catch {
      this.#around.tell(say`示例没有读到，请刷新页面再试。`);
    }
  }

  /**
   * Shows the first page that can be read, or all of many in the library.
   * @param {Page[]} pages
   */
  async pages(pages) {
    if (pages.length === 0) return;
    const { library, desk, analyses, focus } = this.#around;
    library.add(pages);
    // They are safe; to show them is a task of its own.
    await turn();
    const sound = pages.filter(({ message }) => message === "");
    analyses.queue(sound);
    if (sound.length > FEW) {
      desk.add(pages.filter(({ message }) => message !== "").slice(0, 3).map(({ id }) => id));
      void this.#list();
      return;
    }
    desk.add(pages.map(({ id }) => id));
    desk.see((sound[0] ?? pages[0]).id);
    void focus();
  }

  /** Shows the library, and has new pages analysed when its list stands. A window out of sight draws none. */
  async #list() {
    const { desk, analyses, focus, drawn } = this.#around;
    analyses.paused = true;
    try {
      await desk.show("library");
      await focus();
      await Promise.race([drawn(), outOfSight()]);
    } finally {
      analyses.paused = false;
    }
  }

  /** Of a page that is there already the newer version stays. @param {Project} project */
  async #project({ pages, lexicon }) {
    const { library, desk, analyses, tell } = this.#around;
    const { merged } = await import("./library/project.js");
    const { fresh, newer, same } = merged(await library.all(), pages);
    library.add(fresh);
    for (const page of newer) if (await library.load(page.id)) library.change(page.id, { ...page, version: library.get(page.id)?.version });
    analyses.queue(fresh.filter(({ facts }) => facts === null));
    analyses.addWords(lexicon);
    await desk.show("library");
    tell(say`项目文件：新增 ${fresh.length} 版，更新 ${newer.length} 版，${same} 版没有变化。`);
  }
}
