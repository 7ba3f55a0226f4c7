import { randomCounts } from '@monitor/statistics/random-counts';

/** Series of one kind. */
export interface SeriesKind {
  /** Variance of a week's count in units of its mean. */
  readonly dispersion: number;
  /** Events per week, on average over the year. */
  readonly perWeek: number;
}

/** How far the height of the season is above the mean of the year, and its depth below. */
export const seasonHeight = 0.3;
const weeksPerYear = 365.25 / 7;

/** Makes weekly counts of a kind with a season. Its height is at a random time of the year. */
export function seriesMaker({ dispersion, perWeek }: SeriesKind, seed: number) {
  const random = randomCounts(seed);
  const uniform = parkMiller(seed);
  return {
    /** A whole number from 0 to one less. */
    below: (limit: number) => Math.floor(uniform() * limit),
    /** @param doubledFrom index of the week from which on the mean is doubled */
    counts: (length: number, doubledFrom = Infinity): number[] => {
      const phase = uniform();
      return Array.from({ length }, (_, week) => {
        const season = 1 + seasonHeight * Math.sin(2 * Math.PI * (week / weeksPerYear + phase));
        return random(perWeek * season * (week >= doubledFrom ? 2 : 1), dispersion);
      });
    },
  };
}

/** Park and Miller's generator, so that every run draws the same. */
function parkMiller(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
