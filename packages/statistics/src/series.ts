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

/** For each step, the range over the earlier cycles that the series holds (at least two, else `null`). */
export function earlierRange(values: readonly (number | null)[], cycle = 12, cycles = 5): (EarlierRange | null)[] {
  return values.map((_, index) => {
    const before: number[] = [];
    for (let back = 1; back <= cycles; back++) {
      const value = values[index - back * cycle];
      if (value !== null && value !== undefined && index - back * cycle >= 0) before.push(value);
    }
    return before.length < 2 ? null : { low: Math.min(...before), high: Math.max(...before), cycles: before.length };
  });
}

/** How many of several steps lie above the ranges of their earlier cycles, or below them, where nothing has changed. */
export interface ChanceBeyondRange {
  /** Mean number on one side; fewer where counts are often equal. */
  readonly expected: number;
  /** Least number on one side that chance gives in under 2.5% of cases, both sides 5%; undefined where all steps are no such number. */
  readonly rare: number | undefined;
}

const rareShare = 0.025;

/**
 * What chance gives where cycles are alike: then each of a step and its n earlier ones is the greatest with probability 1 / (n + 1),
 * whatever the distribution, and the least likewise. The number of steps on one side is a sum of such draws, taken as independent.
 * @param cycles number of earlier cycles of each step, at least 1
 */
export function chanceBeyondRange(cycles: readonly number[]): ChanceBeyondRange {
  let expected = 0;
  // Probability of each number of steps so far.
  let spread = [1];
  for (const earlier of cycles) {
    const chance = 1 / (earlier + 1);
    expected += chance;
    spread = [...spread, 0].map((none, number) => none * (1 - chance) + (spread[number - 1] ?? 0) * chance);
  }
  let rare: number | undefined;
  let tail = 0;
  for (let number = cycles.length; number > 0; number--) {
    tail += spread[number] ?? 0;
    if (tail >= rareShare) break;
    rare = number;
  }
  return { expected, rare };
}
