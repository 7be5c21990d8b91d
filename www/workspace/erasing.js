/** What takes a reader's pages away for good. Each asks before, and tells when it is done. */
import { say } from "../language/say.js";
import { eraseStored } from "./stored.js";

/** @import { Library } from "./library/library.js" */

/**
 * @typedef {object} Desk
 * @property {Library} library
 * @property {(question: string, action: string) => Promise<boolean>} ask
 * @property {(ids: string[]) => void} close takes the tabs of pages away
 * @property {() => void} begin shows where a new page begins
 * @property {(notice: string) => void} tell
 */

/**
 * @param {string[]} ids
 * @param {Desk} desk
 */
export async function deletePages(ids, { library, ask, close, tell }) {
  const [first] = ids;
  const name = library.entries.get(first)?.name ?? library.get(first)?.name ?? "";
  const question = ids.length === 1 ? say`删除“${name}”？它的校改也一起删除，不能恢复。` : say`删除选中的 ${ids.length} 版？它们的校改也一起删除，不能恢复。`;
  if (!(await ask(question, say`删除`))) return;
  close(ids);
  await library.remove(ids);
  tell(say`已删除 ${ids.length} 版。`);
}

/** @param {Desk} desk */
export async function eraseLibrary({ library, ask, close, begin, tell }) {
  const count = library.entries.size;
  if (!(await ask(say`清空版面库？${count} 版和全部校改都会删除，不能恢复。需要的话请先存为项目文件。`, say`全部删除`))) return;
  close([...library.entries.keys()]);
  // An empty library has nothing to show; the next thing is a new page.
  begin();
  await library.clear();
  tell(say`版面库已清空。`);
}

/**
 * All that this site keeps in the browser.
 * @param {string[]} open ids of the pages that have a tab
 * @param {Desk & { forget: () => Promise<unknown> }} desk `forget` drops what is at hand and kept elsewhere, so that it is not written again
 */
export async function eraseEverything(open, { library, ask, close, begin, tell, forget }) {
  const question = say`抹去这个浏览器里存的一切：版面、校改、词表、没分析的文字、外观，还有断网用的程序文件。不能恢复；需要的话请先存为项目文件。`;
  if (!(await ask(question, say`全部抹去`))) return;
  close(open);
  begin();
  await library.clear();
  await forget();
  await eraseStored();
  tell(say`已全部抹去。关掉窗口就什么也不剩；继续用则重新开始存。`);
}
