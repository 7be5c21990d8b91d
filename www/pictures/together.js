/**
 * The pages of a desk that are seen together: those that have a report, with the dates of their mastheads.
 *
 * Gives a function that takes the pages and gives the same list again as long as their reports are the same, since all
 * of them are read anew for each new list.
 */

/** @import { Report } from "../../src/report.js" */
/** @import { DatedPage } from "./over-time.js" */

/** @template Id @typedef {DatedPage & { id: Id }} Known */

/**
 * @template Id
 * @returns {(pages: { id: Id, name: string, report: Report | null }[]) => Known<Id>[]}
 */
export function together() {
  /** @type {Known<Id>[]} */
  let last = [];
  return (pages) => {
    const list = pages.flatMap(({ id, name, report }) => (report ? [{ id, name, report, date: report.source.masthead?.date ?? null }] : []));
    const same = list.length === last.length && list.every(({ report }, index) => report === last[index].report);
    if (!same) last = list;
    return last;
  };
}
