/**
 * Centred moving average over an even number of steps (12 months by default): the 2 × n average, in which the two end
 * steps count half, so that the average sits on a step (Hyndman and Athanasopoulos, Forecasting, section 3.3).
 * `null` where the window reaches beyond the series or over a missing value.
 */
export function centredAverage(values: readonly (number | null)[], steps = 12): (number | null)[] {
  if (steps < 2 || steps % 2 !== 0) throw new RangeError('The number of steps must be even and at least 2');
  const half = steps / 2;
  return values.map((_, index) => {
    if (index < half || index + half >= values.length) return null;
    let sum = 0;
    for (let at = index - half; at <= index + half; at++) {
      const value = values[at];
      if (value === null || value === undefined) return null;
      sum += Math.abs(at - index) === half ? value / 2 : value;
    }
    return sum / steps;
  });
}

/** Least and greatest of the same step in earlier cycles, such as the same month in up to five earlier years. */
export interface EarlierRange {
  readonly low: number;
  readonly high: number;
  /** Number of earlier cycles that the range is of. */
  readonly cycles: number;
}

/** For each step, the range over the cycles just before it that the series holds, up to the first that it does not (at least two, else `null`). */
export function earlierRange(values: readonly (number | null)[], cycle = 12, cycles = 5): (EarlierRange | null)[] {
  return values.map((_, index) => {
    const before: number[] = [];
    for (let back = 1; back <= cycles; back++) {
      const value = values[index - back * cycle];
      if (value === null || value === undefined) break;
      before.push(value);
    }
    return before.length < 2 ? null : { low: Math.min(...before), high: Math.max(...before), cycles: before.length };
  });
}

/**
 * How many of several steps lie above the ranges of their earlier cycles by chance alone, and as many below them, if nothing has
 * changed: of values that are alike the last one is the greatest of `cycles + 1` in one of `cycles + 1` cases, whatever the
 * distribution, and the least likewise. Fewer where counts are often equal.
 * @param cycles number of earlier cycles of each step, at least 1
 */
export function expectedBeyondRange(cycles: readonly number[]): number {
  return cycles.reduce((sum, earlier) => sum + 1 / (earlier + 1), 0);
}
