/**
 * What a picture is: numbers with a place for each, and a way to draw them.
 *
 * The numbers are the picture's table and its CSV; a drawn point carries the index of its row in `data-row`, so that
 * the point and the row open the same evidence.
 */

/**
 * A place of the text, with the theme or name to light there; `page` where it lies on another page of the library.
 * @typedef {{ article: string, start: number, end: number, id?: string, page?: number }} Place
 */

/** @typedef {{ cells: (string | number)[], place: Place | null }} Row */

/** Colours of a legend: what each part of the picture means. @typedef {{ name: string, look: string }[]} Legend */

/**
 * @typedef {object} Picture
 * @property {string} id also the name of its files
 * @property {string} title
 * @property {string} note how it is read
 * @property {string[]} columns
 * @property {Row[]} rows
 * @property {Legend} legend
 * @property {((width: number) => SVGSVGElement | Promise<SVGSVGElement>) | null} draw null for numbers that are best left a table
 */

/**
 * A name short enough for an axis.
 * @param {string} name
 * @param {number} limit
 */
export const short = (name, limit) => (name.length > limit ? `${name.slice(0, limit - 1)}…` : name);
