import type { Summary } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import type { RateInput } from './population-rate.ts';
import { seriesRates } from './series-rate.ts';

/** The rates of a place by year. */
export interface PlaceRates {
  readonly code: string;
  /** One for each year; null if there is none. */
  readonly rates: readonly (number | null)[];
  readonly last: number;
}

/** The rates of each place that has one for the last year, highest first. */
export function placeRates(series: Summary['series'], measure: Measure, input: RateInput): PlaceRates[] {
  return (series.parts ?? [])
    .flatMap(({ value, points }): PlaceRates[] => {
      const found = seriesRates(points, 'year', measure, input, [value]);
      const last = found.kind === 'rates' ? found.rates.at(-1) : undefined;
      return found.kind === 'rates' && last != null ? [{ code: value, rates: found.rates, last }] : [];
    })
    .toSorted((one, other) => other.last - one.last);
}
