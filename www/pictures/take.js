/** A picture to take away: its numbers as CSV, itself as SVG or PNG. Nothing is asked of any server. */

/** @import { Picture } from "./picture.js" */

/** What of an element's look is written into a picture that leaves the page. */
const LOOKS = ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "paint-order"];

/** Pixels of a PNG for each of the page. */
const FINE = 2;

/**
 * Comma-separated, with the mark by which spreadsheets know UTF-8.
 * @param {Pick<Picture, "columns" | "rows">} picture
 */
export function csvOf({ columns, rows }) {
  const lines = [columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(quoted).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** A text that begins like a formula is kept a text. @param {string | number} cell */
function quoted(cell) {
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The picture as a file of its own, with the colours and fonts it has here.
 * @param {SVGSVGElement} svg as it stands in the page
 * @param {string} title
 */
export function svgOf(svg, title) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const from = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, index) => {
    const look = getComputedStyle(from[index]);
    element.removeAttribute("style");
    element.removeAttribute("class");
    element.removeAttribute("data-row");
    for (const name of LOOKS) element.setAttribute(name, look.getPropertyValue(name));
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(svg).getPropertyValue("background-color"));
  const name = document.createElementNS("http://www.w3.org/2000/svg", "title");
  name.textContent = title;
  copy.prepend(name, ground);
  return new XMLSerializer().serializeToString(copy);
}

/**
 * @param {SVGSVGElement} svg as it stands in the page
 * @param {string} title
 * @returns {Promise<Blob>}
 */
export async function pngOf(svg, title) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(svg, title))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = svg.clientWidth * FINE;
  canvas.height = svg.clientHeight * FINE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
export function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
