/**
 * The order in which a page of a PDF is read, from where its pieces of text stand.
 *
 * Takes pieces with their places; gives columns of lines. Pieces of one line are put together first. Then the page is
 * cut: down a gutter that no line crosses; where there is none, across, above and below the lines that cross the
 * likeliest gutter, such as a headline over several columns. Each part is cut again until it is one column.
 */

/**
 * Places in points from the top left of the page; `y` is the baseline.
 * @typedef {{ text: string, x: number, y: number, width: number, size: number }} Piece
 */
/** @typedef {Piece[]} Column lines from top to bottom */

/** Two sizes of type are the same line's when the smaller is at least this part of the larger. */
const ALIKE = 0.6;

/** The least gap between two columns, and the widest within a line, in ems of the body. */
const GUTTER = 0.9;

/** What the rows at the top of a page say of it; they belong to no column. */
const SIGNS = /\d{4}年\d{1,2}月|[一二三四五六七八九〇]{4}年|星期[一二三四五六日]|第?[A-Z]?\d{1,3}版|[要头]版/;

/** No page is cut so often; a file may be made so that it would be. */
const DEEPEST = 60;

/** Type larger than the body by this much is a headline's. */
export const LARGE = 1.25;

/**
 * @param {Piece[]} pieces
 * @returns {Column[]} in reading order
 */
export function columns(pieces) {
  const body = bodySize(pieces);
  const all = lines(pieces, body);
  const head = new Set(strips(all).slice(0, 3).filter((strip) => isRow(strip) && strip.some(({ text }) => SIGNS.test(text))).flat());
  return [...cut([...head], body), ...cut(all.filter((line) => !head.has(line)), body)];
}

/**
 * The size of type in which most of the page is set.
 * @param {Piece[]} pieces
 */
export function bodySize(pieces) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { size, text } of pieces) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0] || 10;
}

/**
 * Pieces that stand side by side on a baseline, as one.
 * @param {Piece[]} pieces
 * @param {number} body
 * @returns {Piece[]}
 */
function lines(pieces, body) {
  const order = [...pieces].sort((a, b) => a.y - b.y);
  /** @type {Piece[][]} */
  const list = [];
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && order[to].y - order[from].y <= order[from].size * 0.35) to += 1;
    const baseline = order.slice(from, Math.max(to, from + 1)).sort((a, b) => a.x - b.x);
    to = from + baseline.length;
    for (const [index, piece] of baseline.entries()) {
      if (index > 0 && sameLine(baseline[index - 1], piece, body)) list.at(-1)?.push(piece);
      else list.push([piece]);
    }
  }
  return list.map(merged);
}

/**
 * @param {Piece} a
 * @param {Piece} b to the right of it
 * @param {number} body
 */
function sameLine(a, b, body) {
  const small = Math.min(a.size, b.size);
  if (small < ALIKE * Math.max(a.size, b.size)) return false;
  return b.x - a.x - a.width < (small > body * LARGE ? small * 1.3 : body * GUTTER);
}

/**
 * One line of its pieces; a gap of half an em is a blank.
 * @param {Piece[]} pieces
 * @returns {Piece}
 */
export function merged(pieces) {
  const [first, ...rest] = [...pieces].sort((a, b) => a.x - b.x);
  const line = { ...first };
  for (const piece of rest) {
    const gap = piece.x - line.x - line.width;
    const before = line.text.slice(-1);
    const latin = /\w/.test(before) && /^\w/.test(piece.text);
    const blank = gap > line.size * (latin ? 0.15 : 0.5) && !/\s/.test(before);
    line.text += blank ? ` ${piece.text}` : piece.text;
    line.width = Math.max(line.width, piece.x + piece.width - line.x);
    line.size = Math.max(line.size, piece.size);
  }
  return line;
}

/**
 * @param {Piece[]} part of the page
 * @param {number} body
 * @param {number} [depth] of parts in parts
 * @returns {Column[]}
 */
function cut(part, body, depth = 0) {
  const gutter = part.length > 1 && depth < DEEPEST && !isRow(part) ? likeliestGutter(part, body) : null;
  if (gutter === null) return part.length > 0 ? [downward(part)] : [];
  const middle = middleOf(part);
  const crossed = strips(part).map((strip) => ({ strip, across: strip.some((line) => crosses(line, gutter)) || isOver(strip, middle, body) }));
  if (crossed.every(({ across }) => !across)) {
    return [part.filter(({ x }) => x < gutter), part.filter(({ x }) => x >= gutter)].flatMap((side) => cut(side, body, depth + 1));
  }
  /** @type {{ across: boolean, lines: Piece[] }[]} */
  const bands = [];
  for (const { strip, across } of crossed) {
    const last = bands.at(-1);
    if (last?.across === across) last.lines.push(...strip);
    else bands.push({ across, lines: [...strip] });
  }
  const whole = bands.filter(({ across, lines }, index) => {
    const before = bands[index - 1];
    if (across || !before || !isTail(lines, before.lines, body)) return true;
    before.lines.push(...lines);
    return false;
  });
  return whole.length === 1 ? [downward(part)] : whole.flatMap(({ lines }) => cut(lines, body, depth + 1));
}

/** @param {Piece[]} part */
const downward = (part) => [...part].sort((a, b) => a.y - b.y || a.x - b.x);

/**
 * Whether a part is one or two rows, such as a masthead, and no column of anything.
 * @param {Piece[]} part
 */
function isRow(part) {
  const baselines = new Set(part.map(({ y }) => Math.round(y / 3)));
  return baselines.size <= 2 && strips(part).length === 1;
}

/**
 * Whether lines that cross no gutter are but the short last lines of the paragraphs above them.
 * @param {Piece[]} lines
 * @param {Piece[]} above
 * @param {number} body
 */
function isTail(lines, above, body) {
  const gap = Math.min(...lines.map(top)) - Math.max(...above.map(({ y }) => y));
  const isBody = (/** @type {Piece} */ { size }) => size < body * LARGE;
  return gap < body * 1.2 && lines.every(isBody) && above.some(isBody) && strips(lines).length <= 2;
}

/**
 * The gutter that the fewest lines cross, with lines enough on both sides; null in one column.
 * @param {Piece[]} part
 * @param {number} body
 */
function likeliestGutter(part, body) {
  const starts = part.map(({ x }) => x).sort((a, b) => a - b);
  const ends = part.map(({ x, width }) => x + width).sort((a, b) => a - b);
  /** @type {{ at: number, crossing: number, width: number } | null} */
  let best = null;
  let left = 0;
  for (const [index, start] of starts.entries()) {
    const at = start - 0.5;
    while (left < ends.length && ends[left] <= at) left += 1;
    const right = starts.length - index;
    const crossing = starts.length - left - right;
    const width = at - ends[left - 1];
    if (left === 0 || start === starts[index - 1] || width < body * GUTTER * 0.6) continue;
    if (crossing > 0 && (Math.min(left, right) < 2 || crossing > part.length / 2)) continue;
    if (!best || crossing < best.crossing || (crossing === best.crossing && width > best.width)) best = { at, crossing, width };
  }
  return best?.at ?? null;
}

/**
 * @param {Piece} line
 * @param {number} at
 */
const crosses = (line, at) => line.x < at && line.x + line.width > at;

/**
 * Groups of lines with white across the whole part above and below.
 * @param {Piece[]} part
 * @returns {Piece[][]}
 */
function strips(part) {
  const order = [...part].sort((a, b) => top(a) - top(b));
  /** @type {Piece[][]} */
  const list = [];
  let bottom = -Infinity;
  for (const line of order) {
    if (top(line) >= bottom) list.push([line]);
    else list.at(-1)?.push(line);
    bottom = Math.max(bottom, line.y);
  }
  return list;
}

/** @param {Piece} line */
const top = ({ y, size }) => y - size * 0.75;

/**
 * The middle of a part, and how far from it still counts.
 * @param {Piece[]} part
 */
function middleOf(part) {
  let left = Infinity;
  let right = -Infinity;
  for (const { x, width } of part) {
    left = Math.min(left, x);
    right = Math.max(right, x + width);
  }
  return { at: (left + right) / 2, reach: (right - left) * 0.1 };
}

/**
 * Whether a strip is a headline that stands alone in the middle above the columns, though it is too short to cross.
 * @param {Piece[]} strip
 * @param {{ at: number, reach: number }} middle
 * @param {number} body
 */
const isOver = (strip, { at, reach }, body) => strip.every(({ x, width, size }) => size >= body * LARGE && Math.abs(x + width / 2 - at) < reach);
