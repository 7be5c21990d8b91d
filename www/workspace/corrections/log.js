/**
 * The log of corrections: operations in their order, and a cursor. What stands after the cursor has been undone and can
 * be done again; a new operation takes its place. Pure functions on a value that is never changed.
 */

/** @import { Change, Operation } from "./operations.js" */

/** @typedef {{ operations: Operation[], cursor: number }} Log */

/** @type {Log} */
export const EMPTY = { operations: [], cursor: 0 };

/**
 * @param {Log} log
 * @param {Change[]} changes
 * @returns {Log}
 */
export function added({ operations, cursor }, changes) {
  const kept = operations.slice(0, cursor);
  const last = kept.reduce((most, { id }) => Math.max(most, id), 0);
  const next = [...kept, ...changes.map((change, index) => ({ ...change, id: last + index + 1 }))];
  return { operations: next, cursor: next.length };
}

/** @param {Log} log */
export const canUndo = ({ cursor }) => cursor > 0;

/** @param {Log} log */
export const canRedo = ({ operations, cursor }) => cursor < operations.length;

/** @param {Log} log @returns {Log} */
export const undone = (log) => (canUndo(log) ? { ...log, cursor: log.cursor - 1 } : log);

/** @param {Log} log @returns {Log} */
export const redone = (log) => (canRedo(log) ? { ...log, cursor: log.cursor + 1 } : log);

/** @type {WeakMap<Log, Operation[]>} */
const known = new WeakMap();

/**
 * The operations that count: those before the cursor that no other withdraws. The same array for the same log.
 * @param {Log} log
 * @returns {Operation[]}
 */
export function standing(log) {
  const before = known.get(log);
  if (before) return before;
  const done = log.operations.slice(0, log.cursor);
  const gone = new Set(done.flatMap((operation) => (operation.kind === "withdraw" ? [operation.id, operation.of] : [])));
  const list = done.filter(({ id }) => !gone.has(id));
  known.set(log, list);
  return list;
}

/**
 * The log with the places of its operations moved as an edit of the text moved the words.
 * @param {Log} log
 * @param {(operations: Operation[]) => Operation[]} move
 * @returns {Log}
 */
export const mapped = ({ operations, cursor }, move) => ({ operations: move(operations), cursor });
