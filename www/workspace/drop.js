/**
 * Files dropped anywhere on the page, and folders with all that is in them.
 *
 * Text that is dragged is left to the browser: it goes into the box it is dropped on.
 */

/** Files taken from folders at once; more is no folder of pages. */
const MOST = 5_000;

/** Things dropped at once of which each is asked what it is. */
const MANY = 30;

/** Kinds that only files have. */
const FILE = /^text\/|\/(pdf|zip)$|officedocument/;

/**
 * @param {{ onOver(over: boolean): void, onFiles(files: File[]): void }} listener
 * @returns {() => void} takes the listeners away
 */
export function watchDrops({ onOver, onFiles }) {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  let depth = 0;
  const enter = (/** @type {number} */ step) => {
    depth = Math.max(0, depth + step);
    onOver(depth > 0);
  };
  const listen = (/** @type {string} */ type, /** @type {(event: DragEvent) => void} */ act) =>
    window.addEventListener(type, (event) => hasFiles(/** @type {DragEvent} */ (event)) && act(/** @type {DragEvent} */ (event)), options);
  listen("dragenter", () => enter(1));
  listen("dragleave", () => enter(-1));
  listen("dragover", (event) => event.preventDefault());
  listen("drop", (event) => {
    event.preventDefault();
    enter(-depth);
    void filesIn(event.dataTransfer).then(onFiles);
  });
  return () => stop.abort();
}

/** @param {DragEvent} event */
function hasFiles(event) {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/**
 * The browser forgets what was dropped when the event is over, so everything is asked for before anything is waited for. To ask
 * whether something is a folder costs the browser's other process a visit each; of many things, those that have a kind of file are none.
 * @param {DataTransfer | null} transfer
 * @returns {Promise<File[]>}
 */
async function filesIn(transfer) {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === "file");
  const entries = items.map((item) => (items.length > MANY && FILE.test(item.type) ? null : item.webkitGetAsEntry?.()));
  if (!entries.some((entry) => entry?.isDirectory)) return [...(transfer?.files ?? [])];
  const things = items.map((item, at) => ({ file: item.getAsFile?.(), entry: entries[at] }));
  /** @type {File[]} */
  const found = [];
  for (const { file, entry } of things) {
    if (entry?.isDirectory) await gather(entry, found);
    else if (file) found.push(file);
  }
  return found;
}

/**
 * @param {FileSystemEntry} entry
 * @param {File[]} found
 */
async function gather(entry, found) {
  if (found.length >= MOST || entry.name.startsWith(".")) return;
  if (entry.isFile) {
    const file = await new Promise((resolve) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, () => resolve(null)));
    if (file) found.push(file);
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    // A folder is read a part at a time; an empty part is the end.
    const part = await new Promise((/** @type {(part: FileSystemEntry[]) => void} */ resolve) => reader.readEntries(resolve, () => resolve([])));
    if (part.length === 0) return;
    for (const inner of part.sort((a, b) => a.name.localeCompare(b.name, "zh-CN"))) await gather(inner, found);
  }
}
