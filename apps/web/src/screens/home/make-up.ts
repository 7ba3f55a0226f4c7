import type { FacetValue } from '@monitor/contract';

/** A part of a whole. */
export interface MakeUpPart {
  /** Values of the list that it adds up. */
  readonly values: readonly string[];
  readonly count: number;
  /** Of the sum of all parts. */
  readonly share: number;
}

/** Parts below this share are added up, as are those that are called "other" anyway. */
const smallest = 0.03;
const otherValues = ['other', 'not_reported'];

/** What a number is made of: its parts, largest first, the small ones together at the end. */
export function makeUp(counted: readonly FacetValue[]): MakeUpPart[] {
  const found = counted.filter(({ incidents }) => incidents > 0).toSorted((one, other) => other.incidents - one.incidents);
  const whole = found.reduce((sum, { incidents }) => sum + incidents, 0);
  const small = found.filter(({ value, incidents }) => otherValues.includes(value) || incidents / whole < smallest);
  // A single one is named rather than called "other".
  const together = small.length > 1 ? small : small.filter(({ value }) => otherValues.includes(value));
  const part = (values: readonly FacetValue[]): MakeUpPart => {
    const count = values.reduce((sum, { incidents }) => sum + incidents, 0);
    return { values: values.map(({ value }) => value), count, share: count / whole };
  };
  const alone = found.filter((value) => !together.includes(value)).map((value) => part([value]));
  return together.length === 0 ? alone : [...alone, part(together)];
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
export function placeParts(parts: readonly MakeUpPart[], widths: readonly number[], width: number): PlacedPart[] {
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
