import { betaCdf } from '#distributions';

export interface SeasonalProfile {
  /** For each step of the cycle, such as the twelve months from the step of `first`, how far it is above or below the average; mean 1. */
  readonly factors: readonly number[];
  /** Number of whole cycles that the factors are of. */
  readonly cycles: number;
  /** P-value that all steps are alike: below 5% the season is more than chance. Without it, do not name a month. */
  readonly p: number;
}

/**
 * Which part of an average year each calendar month has: the sum of its counts over the newest whole years, divided by the mean of
 * the twelve sums. This is the estimate of greatest likelihood for counts with a factor for the month and one for the year, so that a year
 * with more events does not bend it. At least two whole years with an event in each, else `undefined`.
 *
 * The p-value is of the F test of the months in that model, which allows for over-dispersion: (Pearson X² of the years alone − X² with the months)/11, over X² with
 * the months per degree of freedom (McCullagh and Nelder, Generalized Linear Models, section 4.5 and chapter 6).
 *
 * @param counts from the oldest to the newest step, as if each were equally long (see `perAverageMonth`); the first factor is of the step of the
 * first count
 */
export function seasonalProfile(counts: readonly number[], cycle = 12): SeasonalProfile | undefined {
  const cycles = Math.floor(counts.length / cycle);
  if (cycles < 2) return undefined;
  const skipped = counts.length - cycles * cycle;
  const ofYear = Array<number>(cycles).fill(0);
  const ofStep = Array<number>(cycle).fill(0);
  const whole = counts.slice(skipped);
  for (const [at, count] of whole.entries()) {
    ofYear[Math.floor(at / cycle)]! += count;
    ofStep[(skipped + at) % cycle]! += count;
  }
  if (ofYear.includes(0)) return undefined;
  const total = ofYear.reduce((sum, count) => sum + count, 0);
  const factors = ofStep.map((count) => (count * cycle) / total);
  return { factors, cycles, p: chanceOfSeason(whole, ofYear, factors, skipped) };
}

/** @param counts whole cycles, the first of which begins with the factor at `skipped` */
function chanceOfSeason(counts: readonly number[], ofYear: readonly number[], factors: readonly number[], skipped: number): number {
  const cycle = factors.length;
  let alike = 0;
  let seasonal = 0;
  for (const [at, count] of counts.entries()) {
    const level = ofYear[Math.floor(at / cycle)]! / cycle;
    const expected = level * factors[(skipped + at) % cycle]!;
    alike += (count - level) ** 2 / level;
    if (expected > 0) seasonal += (count - expected) ** 2 / expected;
  }
  const between = cycle - 1;
  const within = (ofYear.length - 1) * (cycle - 1);
  if (seasonal === 0) return alike > 0 ? 0 : 1;
  const ratio = Math.max(0, alike - seasonal) / between / (seasonal / within);
  return betaCdf(within / (within + between * ratio), within / 2, between / 2);
}
