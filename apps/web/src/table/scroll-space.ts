/*
 * Browsers limit how tall an element can be: some to 16 million pixels. A table of a million rows is taller, so its scroll bar moves
 * through a shorter space. A jump of the bar leads to the same share of the table; the wheel, fingers and keys move rows pixel by pixel
 * as in any other table, and the bar is put right when they rest.
 */

/** Pixels; well below what any browser refuses, and 275,000 rows before anything is scaled. */
export const tallest = 8_000_000;

export interface ScrollSpace {
  /** Pixels of all rows together. */
  readonly rows: number;
  /** Pixels of the rows that are in view. */
  readonly view: number;
}

/** Where somebody has scrolled to: the position of the scroll bar, and the first pixel of the rows in view. */
export interface ScrollPlace {
  readonly top: number;
  readonly offset: number;
}

/** The height of the element that is scrolled through. */
export function heightOf({ rows }: ScrollSpace): number {
  return Math.min(rows, tallest);
}

const farthestTop = (space: ScrollSpace) => Math.max(0, heightOf(space) - space.view);
const farthestOffset = ({ rows, view }: ScrollSpace) => Math.max(0, rows - view);

/** The place of an offset, with the scroll bar where it belongs. */
export function placeOf(space: ScrollSpace, offset: number): ScrollPlace {
  const last = farthestOffset(space);
  const within = Math.min(Math.max(0, offset), last);
  return { offset: within, top: last === 0 ? 0 : (within / last) * farthestTop(space) };
}

/** The place after the scroll bar has moved to `top`. */
export function follow(space: ScrollSpace, { top: before, offset }: ScrollPlace, top: number): ScrollPlace {
  if (space.rows <= tallest) return { top, offset: top };
  const last = farthestOffset(space);
  const share = top / Math.max(1, farthestTop(space));
  // More than a screen at once is a jump of the bar, and its ends are the ends of the table.
  const isJump = Math.abs(top - before) > space.view;
  if (isJump) return { top, offset: share * last };
  return { top, offset: Math.min(Math.max(0, offset + top - before), last) };
}
