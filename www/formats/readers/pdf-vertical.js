/**
 * Pages set in vertical lines, as papers in traditional characters often are.
 *
 * Takes pieces with their places; gives them turned, so that the lines lie and the first of them, at the right, comes
 * first. Fonts for vertical lines say so; other programs set one character below another, which shows in the places.
 */

/** @import { Piece } from "./pdf-layout.js" */

/** @typedef {Piece & { height: number, vertical: boolean }} Placed */

/**
 * The pieces in lines that lie, and those in lines that stand, turned; either may be empty.
 * @param {Placed[]} pieces in the order of the file
 * @returns {{ lying: Piece[], standing: Piece[] }}
 */
export function parted(pieces) {
  const stacked = isStacked(pieces);
  const stands = (/** @type {Placed} */ piece) => piece.vertical || (stacked && piece.text.length === 1);
  return { lying: pieces.filter((piece) => !stands(piece)), standing: pieces.filter(stands).map(turned) };
}

/** @param {Placed} piece */
function turned({ text, x, y, width, height, size, vertical }) {
  // A vertical font hangs its line from the top, others stand on their baseline.
  return vertical ? { text, x: y, y: -x, width: height, size } : { text, x: y - size, y: -x, width, size };
}

/**
 * Whether more characters stand one below another than side by side.
 * @param {Placed[]} pieces
 */
function isStacked(pieces) {
  let below = 0;
  let beside = 0;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    beside += piece.text.length - 1;
    if (!before || before.text.length > 1 || piece.text.length > 1) continue;
    const across = Math.abs(piece.x - before.x);
    const down = piece.y - before.y;
    if (across < piece.size * 0.3 && down > piece.size * 0.7 && down < piece.size * 1.7) below += 1;
    else if (Math.abs(down) < piece.size * 0.3) beside += 1;
  }
  return below > beside;
}
