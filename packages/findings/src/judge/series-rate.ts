import type { SeriesPoint } from '@monitor/contract';
import { type Interval, type Measure, type Period, stepPeriod } from '@monitor/domain';
import { ratePer100000 } from '@monitor/statistics';
import { daysOf, overlapOf } from './dataset-coverage.ts';
import { type PartCovered, partsCovered } from './part-covered.ts';
import {
  denominatorOf,
  isLong,
  locationsOf,
  type RatedDimension,
  type RateInput,
  withoutRate,
  type WithoutRateReason,
} from './population-rate.ts';

/**
 * A series per 100,000 people and year: each step by the people and the days that the data covers of it, so that short months and
 * incomplete steps are not lower for being short.
 */
export type SeriesRates =
  | {
      readonly kind: 'rates';
      /** One for each step; null if no population or no data is known of it, or if too few of its days lie in the period. */
      readonly rates: readonly (number | null)[];
    }
  /** `short_steps`: the period is long enough for a rate, but none of its steps is. */
  | { readonly kind: WithoutRateReason | 'no_population' | 'short_steps' }
  | PartCovered;

/**
 * @param input the filter, its period and its datasets
 * @param codes the locations or regions whose people are meant: those of the filter if left out
 */
export function seriesRates(
  points: readonly SeriesPoint[],
  interval: Interval,
  measure: Measure,
  input: RateInput,
  codes: readonly string[] = locationsOf(input),
  dimension: RatedDimension = 'country',
): SeriesRates {
  const none = withoutRate(input, dimension);
  if (none !== undefined) return { kind: none };
  const periods = points.map(({ start }) => stepOf(start, interval, input.period));
  const isLongStep = (period: Period | undefined) => period !== undefined && isLong({ days: daysOf(period) });
  if (points.length > 0 && !periods.some(isLongStep)) return { kind: 'short_steps' };
  const rates = points.map((point, at) => {
    const period = periods[at];
    const personDays = period === undefined || !isLongStep(period) ? undefined : personDaysOf(codes, { ...input, period });
    return personDays === undefined ? null : ratePer100000(point[measure] ?? 0, personDays, 1);
  });
  if (rates.some((rate) => rate !== null)) return { kind: 'rates', rates };
  return partsCovered(codes.map((code) => denominatorOf(code, input)).filter((one) => 'parts' in one)) ?? { kind: 'no_population' };
}

/** The days of a step that lie in the period. */
function stepOf(start: string, interval: Interval, period: Period | null): Period | undefined {
  const step = stepPeriod(start, interval);
  return period === null ? step : overlapOf(step, period);
}

/** People × days of several places; undefined if one of them that has data has no population, or if the data covers too few days of each. */
function personDaysOf(codes: readonly string[], input: RateInput): number | undefined {
  let [sum, isEnough] = [0, false];
  for (const code of codes) {
    const one = denominatorOf(code, input);
    if (one.kind === 'denominator') {
      sum += one.personDays;
      isEnough ||= isLong(one);
    } else if (one.kind !== 'no_days') return undefined;
  }
  return isEnough ? sum : undefined;
}
