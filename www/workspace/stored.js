/**
 * All that this site keeps in the browser, for the reader to see and to erase. Other sites of the same origin keep theirs:
 * what is ours is known by its name.
 */
import { grouped } from "../elements/kinds.js";
import { say } from "../language/say.js";

/** Kinds of what is kept in the browser's small storage, by the beginnings of their keys. */
const SMALL = () => [
  { key: "banmian.words", name: say`词表` },
  { key: "banmian.draft", name: say`还没分析的文字` },
  { key: "banmian.desk", name: say`上次打开的版面（只有编号）` },
  { key: "banmian.unsaved.", name: say`来不及存的改动` },
  { key: "banmian.", name: say`外观和语言` },
];

/** `amount` is said in words. @typedef {{ name: string, amount: string }} Kept */

/** @returns {Promise<Kept[]>} without the pages, which the library knows */
export async function stored() {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  const add = (/** @type {string} */ name, /** @type {number} */ bytes) => sizes.set(name, (sizes.get(name) ?? 0) + bytes);
  for (const key of ownKeys()) {
    // A character takes two bytes there.
    const bytes = 2 * (key.length + (localStorage.getItem(key)?.length ?? 0));
    add(SMALL().find((kind) => key.startsWith(kind.key))?.name ?? "", bytes);
  }
  const kept = [...sizes].map(([name, bytes]) => ({ name, amount: say`${grouped(Math.ceil(bytes / 1000))} KB` }));
  let files = 0;
  for (const shelf of await ownShelves()) files += (await (await caches.open(shelf)).keys()).length;
  if (files > 0) kept.push({ name: say`程序文件（断网也能用，没有您的文字）`, amount: say`${grouped(files)} 个` });
  return kept;
}

/** Erases all of it but the pages, and the worker that serves the program's files. */
export async function eraseStored() {
  for (const key of ownKeys()) localStorage.removeItem(key);
  const registration = await navigator.serviceWorker?.getRegistration(document.baseURI).catch(() => undefined);
  await registration?.unregister();
  for (const shelf of await ownShelves()) await caches.delete(shelf);
}

function ownKeys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith("banmian."));
  } catch {
    return [];
  }
}

async function ownShelves() {
  try {
    return (await caches.keys()).filter((name) => name.startsWith("banmian-"));
  } catch {
    return [];
  }
}
