import type { SaidComparison } from '@monitor/contract';

/** One comparison as a dot: where it lies across, as a share, and which it is of those above each other, from 0. */
export interface ChangeDot {
  readonly comparison: SaidComparison;
  readonly x: number;
  readonly level: number;
}

/** Dots, and the ratio at the right end of their axis; its inverse is at the left, and no change in the middle. */
export interface ChangeDots {
  readonly dots: readonly ChangeDot[];
  readonly end: number;
  /** Dots above each other at most. */
  readonly levels: number;
}

/** Columns of dots across. */
const columns = 40;
const ends = [2, 4, 8];

/** Lays out comparisons as dots by the size of their change, on a scale on which half and twice are equally far. */
export function changeDots(comparisons: readonly SaidComparison[]): ChangeDots {
  const sized = comparisons.flatMap((comparison) => {
    const { difference } = comparison;
    return difference === undefined ? [] : [{ comparison, size: Math.log(1 + difference.difference) }];
  });
  const farthest = Math.max(0, ...sized.map(({ size }) => Math.abs(size)));
  const end = ends.find((one) => Math.log(one) >= farthest) ?? 8;
  const filled = new Map<number, number>();
  // Those that stand out stay at the foot, where their words are nearest.
  const dots = sized.map(({ comparison, size }): ChangeDot => {
    const share = 0.5 + Math.min(0.5, Math.max(-0.5, size / Math.log(end) / 2));
    const column = Math.round(share * columns);
    const level = filled.get(column) ?? 0;
    filled.set(column, level + 1);
    return { comparison, x: column / columns, level };
  });
  return { dots, end, levels: Math.max(0, ...filled.values()) };
}
