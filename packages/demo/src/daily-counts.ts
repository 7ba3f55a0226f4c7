import type { Random } from './random.ts';

/** How many incidents a day has, asked once for each day in order. */
export interface DailyCounts {
  /** @param expected expected number of the day */
  next(expected: number): number;
}

/** Independent days: a Poisson number each. */
export function freeCounts(random: Random): DailyCounts {
  return { next: (expected) => random.poisson(expected) };
}

/**
 * Days that add up to exactly this many rows, in proportion to what is expected: each day takes its binomial part of what
 * is left, which makes the whole a multinomial draw without keeping it in memory.
 * @param expectedInAll sum of the expected numbers of all days that will be requested
 */
export function fixedCounts(random: Random, rows: number, expectedInAll: number): DailyCounts {
  let rowsLeft = rows;
  let expectedLeft = expectedInAll;
  return {
    next(expected) {
      // Rounding may leave a trace of expectation after the last day; the last day takes all.
      const last = expectedLeft - expected <= 1e-6 * expected;
      const count = last ? rowsLeft : random.binomial(rowsLeft, expected / expectedLeft);
      rowsLeft -= count;
      expectedLeft -= expected;
      return count;
    },
  };
}
