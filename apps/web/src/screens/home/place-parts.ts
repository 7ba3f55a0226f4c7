/** A part of a whole. */
interface Part {
  readonly share: number;
}

/** Where the words of a part stand: under it, over it where it is too narrow for them, or nowhere. */
export interface PlacedPart {
  /** Share of the width at which it begins. */
  readonly from: number;
  readonly side: 'under' | 'over' | 'none';
  readonly anchor: 'start' | 'end';
}

/** Room between two texts, in pixels. */
const gap = 8;

/**
 * Places the words of parts in a row: under them where they are wide enough, else over them, as long as no text covers another.
 * @param widths of the words of each part, in pixels
 * @param width of the row, in pixels: the least that it can have
 */
export function placeParts(parts: readonly Part[], widths: readonly number[], width: number): PlacedPart[] {
  const ends = { under: -gap, over: -gap };
  let from = 0;
  return parts.map(({ share }, index) => {
    const start = from;
    from += share;
    const needed = widths[index] ?? 0;
    const isLast = index === parts.length - 1;
    const left = isLast ? Math.min(start * width, width - needed) : start * width;
    const fits = (side: 'under' | 'over') => left >= ends[side] + gap && left + needed <= width;
    const room = isLast || needed + gap <= share * width;
    const side = room && fits('under') ? 'under' : fits('over') ? 'over' : 'none';
    if (side !== 'none') ends[side] = left + needed;
    return { from: start, side, anchor: isLast && left < start * width ? 'end' : 'start' };
  });
}
