/** Of the differences of a family that are called clear, at most this share is chance, on average. */
export const falseDiscoveries = 0.05;

/** A difference and its 95% interval, as shares of one: −0.04 is 4% fewer. */
export interface Interval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Where it does not stand out among so many comparisons, although its own interval leaves out no difference at all. */
  readonly among?: number | undefined;
}

/** Which way a number went or differs. `unclear`: it could be chance, by its own interval or among other comparisons. */
export type Verdict = 'unclear' | 'fewer' | 'more';

export function verdictOf({ difference, low, high, among }: Interval): Verdict {
  if (among !== undefined || (low <= 0 && high >= 0)) return 'unclear';
  return difference < 0 ? 'fewer' : 'more';
}

/** The same of a ratio, which is 1 if there is no difference. */
export function verdictOfRatio({
  ratio,
  low,
  high,
}: {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}): Verdict {
  return verdictOf({ difference: ratio - 1, low: low - 1, high: high - 1 });
}
