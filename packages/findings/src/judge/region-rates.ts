import type { Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { population, regionPopulation, regionsOf } from '@monitor/geography';
import { leastEvents } from '@monitor/statistics';
import { taking, type WithAlike } from './compared-within.ts';
import type { Dataset } from './dataset-coverage.ts';
import { isPlaced } from './map-areas.ts';
import {
  dispersionOfPlace,
  type LocationRate,
  placeRate,
  type PopulationRate,
  withoutRate,
  type WithoutRateReason,
} from './population-rate.ts';

/** A rate of fewer events than this is not compared with others, and pictures show it as uncertain. */
export const fewForRate = leastEvents;

interface RegionRate {
  readonly code: string;
  readonly events: number;
  /** Undefined if there is none, and `why` says why. */
  readonly rate: LocationRate | undefined;
  readonly why: Exclude<PopulationRate, { readonly kind: 'rate' }> | undefined;
}

export interface RegionRates {
  /** Why the filter has no rates at all. */
  readonly none: WithoutRateReason | undefined;
  /** The highest first. */
  readonly rates: readonly RegionRate[];
  /** The rate of the whole location. */
  readonly whole: number | undefined;
  /** Incidents of the location that are in no region. */
  readonly elsewhere: number;
}

/** The rate of each region of a location. @param answer has both facets, and the totals of each location */
export function regionRates(found: WithAlike<Summary>, own: Filter, all: readonly Dataset[], country: string): RegionRates {
  const { answer, filter, datasets } = taking('ranked', found, own, all);
  const { period, facets } = answer;
  const counts = new Map(facets.region?.map(({ value, incidents }) => [value, incidents]));
  const none = withoutRate({ filter, period }, 'region');
  const input = { filter, period, datasets };
  const rates = (isPlaced(country, facets) ? regionsOf(country) : [])
    .map(({ code }): RegionRate => {
      const events = counts.get(code) ?? 0;
      if (none !== undefined) return { code, events, rate: undefined, why: { kind: none } };
      const rate = placeRate(
        { ...input, findPopulation: regionPopulation },
        code,
        events,
        dispersionOfPlace(answer, 'incidents', code),
      );
      return 'kind' in rate ? { code, events, rate: undefined, why: rate } : { code, events, rate, why: undefined };
    })
    .toSorted((one, other) => (other.rate?.rate ?? -1) - (one.rate?.rate ?? -1) || other.events - one.events);
  const events = facets.country?.find(({ value }) => value === country)?.incidents ?? 0;
  const whole = none === undefined ? placeRate({ ...input, findPopulation: population }, country, events) : undefined;
  return {
    none,
    rates,
    whole: whole === undefined || 'kind' in whole ? undefined : whole.rate,
    elsewhere: events - rates.reduce((sum, one) => sum + one.events, 0),
  };
}
