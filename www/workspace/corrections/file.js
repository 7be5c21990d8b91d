/**
 * Corrections as a file: written with a version, read with distrust.
 *
 * Each operation is made anew from the fields it must have, so that nothing else comes in with it.
 */
import { BODY_ROLES, HEAD_ROLES, LOOSE_ROLES, TAG_KINDS } from "./operations.js";

/** @import { Log } from "./log.js" */
/** @import { Operation, Place } from "./operations.js" */

const FORMAT = "banmian-corrections";
const VERSION = 1;

/** More than a reader will ever do to one page, and longer than any name. */
const MOST = 50_000;
const LONGEST = 500;

/** Thrown with the number of the operation that cannot be read, from 1; 0 where the file itself is another. */
export class BadCorrections extends Error {
  /** @param {number} operation */
  constructor(operation) {
    super(operation > 0 ? `operation ${operation} cannot be read` : "no file of corrections of a known version");
    this.operation = operation;
  }
}

/**
 * @param {Operation[]} operations those that count
 * @param {string} name of the page
 */
export function written(operations, name) {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, page: name, operations }, null, 2)}\n`;
}

/**
 * @param {string} json
 * @returns {Operation[]}
 */
export function read(json) {
  /** @type {any} */
  let file;
  try {
    file = JSON.parse(json);
  } catch {
    throw new BadCorrections(0);
  }
  if (file?.format !== FORMAT || file.version !== VERSION) throw new BadCorrections(0);
  return operationsOf(file.operations);
}

/**
 * @param {unknown} list
 * @returns {Operation[]}
 */
function operationsOf(list) {
  if (!Array.isArray(list) || list.length > MOST) throw new BadCorrections(0);
  return list.map((one, index) => {
    const operation = clean(one);
    if (!operation) throw new BadCorrections(index + 1);
    return { ...operation, id: index + 1 };
  });
}

/**
 * A log as the library or a project file has it, made anew.
 * @param {any} log
 * @returns {Log}
 */
export function logOf(log) {
  const numbers = (/** @type {any[]} */ log?.operations ?? []).map((/** @type {any} */ one) => one?.id);
  const operations = operationsOf(log?.operations).map((operation, index) => {
    if (!isCount(numbers[index])) throw new BadCorrections(index + 1);
    return { ...operation, id: numbers[index] };
  });
  if (!isCount(log.cursor) || log.cursor > operations.length) throw new BadCorrections(0);
  return { operations, cursor: log.cursor };
}

const isCount = (/** @type {unknown} */ value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isWords = (/** @type {unknown} */ value) => typeof value === "string" && value.length <= LONGEST;
const isName = (/** @type {unknown} */ value) => isWords(value) && String(value).trim() !== "";
const oneOf = (/** @type {readonly unknown[]} */ list) => (/** @type {unknown} */ value) => list.includes(value);

/** @param {any} value @returns {Place | undefined} */
function place(value) {
  const { start, end, words } = value ?? {};
  return isCount(start) && isCount(end) && start < end && isWords(words) ? { start, end, words } : undefined;
}

/** @param {any} value */
function target(value) {
  if (value === "unplaced") return value;
  const [before, end] = [place(value?.before), place(value?.end)];
  return before ? { before } : end ? { end } : undefined;
}

/** @param {(value: any) => boolean} test */
const checked = (test) => (/** @type {any} */ value) => (test(value) ? value : undefined);

const role = checked(oneOf([...HEAD_ROLES, ...BODY_ROLES, ...LOOSE_ROLES]));
const name = checked(isName);
const scope = checked(oneOf(["here", "all"]));

/** The fields of each kind, each with what makes it anew or gives undefined. @type {Record<Operation["kind"], Record<string, (value: any) => unknown>>} */
const FIELDS = {
  split: { at: place },
  merge: { first: place, second: place },
  order: { article: place, before: (value) => (value === null ? null : place(value)) },
  move: { block: place, to: target },
  role: { block: place, role },
  join: { first: place, second: place },
  cut: { at: place },
  settle: { at: place, repair: checked(oneOf(["gap", "overlap", "move"])) },
  "put-back": { at: place },
  tag: { at: place, type: checked(oneOf(TAG_KINDS)), name, scope },
  untag: { at: place, scope },
  "theme-rename": { theme: name, to: name },
  "theme-merge": { theme: name, into: name },
  "theme-pin": { theme: name },
  "theme-hide": { theme: name },
  withdraw: { of: checked(isCount) },
};

/** @param {any} value @returns {any} */
function clean(value) {
  const kind = value?.kind;
  if (typeof kind !== "string" || !Object.hasOwn(FIELDS, kind)) return null;
  const fields = FIELDS[/** @type {Operation["kind"]} */ (kind)];
  const entries = Object.entries(fields).map(([field, make]) => [field, make(value[field])]);
  return entries.some(([, made]) => made === undefined) ? null : { kind, ...Object.fromEntries(entries) };
}
