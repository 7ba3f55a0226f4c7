import type { Summary } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { placeRate, type RateInput } from './population-rate.ts';
import { seriesRates } from './series-rate.ts';

/** The rates of a place by year. */
export interface PlaceRates {
  readonly code: string;
  /** One for each year; null if there is none. */
  readonly rates: readonly (number | null)[];
  /** Over the whole period, which an unfinished year does not move. Undefined if there is none. */
  readonly whole: number | undefined;
}

/** The rates of each place that has one, that with the highest over the whole period first. */
export function placeRates(
  { series, period }: Pick<Summary, 'series' | 'period'>,
  measure: Measure,
  input: RateInput,
): PlaceRates[] {
  return (series.parts ?? [])
    .flatMap(({ value, points }): PlaceRates[] => {
      const found = seriesRates(points, 'year', measure, input, [value]);
      if (found.kind !== 'rates') return [];
      const events = points.reduce((sum, point) => sum + (point[measure] ?? 0), 0);
      const whole = placeRate({ ...input, period }, value, events);
      return [{ code: value, rates: found.rates, whole: 'rate' in whole ? whole.rate : undefined }];
    })
    .toSorted((one, other) => (other.whole ?? 0) - (one.whole ?? 0));
}
