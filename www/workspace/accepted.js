/**
 * What the reader accepted of the places to check: a list of their keys (`kind:start:end`), kept with the page.
 * Pure functions on a value that is never changed.
 */
import { editOf } from "./corrections/places.js";

const KEY = /^([a-z]{1,12}):(\d{1,9}):(\d{1,9})$/;

/**
 * @param {readonly string[]} accepted
 * @param {{ key: string, verdict: string }} review
 */
export function judged(accepted, { key, verdict }) {
  const others = accepted.filter((one) => one !== key);
  return verdict === "accept" ? [...others, key] : others;
}

/**
 * The keys as an edit of the text moved their places; a place whose words were changed is to be checked anew.
 * @param {readonly string[]} accepted
 * @param {string} before
 * @param {string} after
 */
export function carried(accepted, before, after) {
  const { head, from, shift } = editOf(before, after);
  return accepted.flatMap((key) => {
    const [, kind, start, end] = KEY.exec(key) ?? [];
    if (Number(end) <= head) return [key];
    return Number(start) >= from ? [`${kind}:${Number(start) + shift}:${Number(end) + shift}`] : [];
  });
}

/**
 * From a file, which may hold anything.
 * @param {unknown} list
 * @returns {string[]}
 */
export function acceptedFrom(list) {
  return Array.isArray(list) ? list.slice(0, 10_000).filter((key) => typeof key === "string" && KEY.test(key)) : [];
}
