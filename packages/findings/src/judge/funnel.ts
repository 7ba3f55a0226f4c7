import type { FunnelKind, FunnelSide, Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { population, regionPopulation, regionsOf } from '@monitor/geography';
import { funnelLimits, funnelShares } from '@monitor/statistics';
import { taking, type WithAlike } from './compared-within.ts';
import { type Dataset, daysOf, isAlone } from './dataset-coverage.ts';
import { isPlaced } from './map-areas.ts';
import type { Place } from '../place-address.ts';
import {
  dispersionOf,
  dispersionOfPlace,
  locationsOf,
  placeRate,
  type PopulationRate,
  populationRate,
  withoutRate,
} from './population-rate.ts';

const daysPerYear = 365.25;

interface FunnelPlace {
  readonly code: string;
  readonly events: number;
  readonly rate: number;
  readonly people: number;
  readonly kind: FunnelKind;
  readonly side: FunnelSide;
}

/** All places by population and rate, around the average of all locations. */
export type Funnel =
  | {
      readonly kind: 'funnel';
      readonly average: number;
      readonly years: number;
      readonly dispersion: number;
      readonly places: readonly FunnelPlace[];
      /** Whether the interval of the place itself leaves out the average. */
      readonly isClear: boolean;
    }
  /** The data is about no other location. */
  | { readonly kind: 'alone' }
  | Exclude<PopulationRate, { readonly kind: 'rate' }>;

/** @param answer about all places, with facets of locations and of regions, and the totals of each location */
export function funnelOf(place: Place, found: WithAlike<Summary>, own: Filter, all: readonly Dataset[]): Funnel {
  const { answer, filter, datasets } = taking('ranked', found, own, all);
  const { period, totals, facets } = answer;
  const input = { filter, period, datasets };
  const none = withoutRate(input);
  if (none !== undefined) return { kind: none };
  const whole = populationRate({ ...input, findPopulation: population }, facets.country ?? [], 'incidents');
  if (whole.kind !== 'rate') return whole;
  if (period === null || whole.rate === 0) return { kind: 'too_few' };
  const days = daysOf(period);
  const dispersion = dispersionOf(totals, 'incidents');
  const locations = locationsOf(input);
  const counted = [
    ...locations.map((code) => ({ code, list: facets.country, findPopulation: population, isRegion: false })),
    ...locations
      .filter((code) => isPlaced(code, facets))
      .flatMap(regionsOf)
      .map(({ code }) => ({ code, list: facets.region, findPopulation: regionPopulation, isRegion: true })),
  ];
  let isOwnClear = false;
  const places = counted.flatMap(({ code, list, findPopulation, isRegion }): FunnelPlace[] => {
    const incidents = list?.find(({ value }) => value === code)?.incidents ?? 0;
    const rate = placeRate({ ...input, findPopulation }, code, incidents, dispersionOfPlace(answer, 'incidents', code));
    if ('kind' in rate) return [];
    const kind = code === place.code ? 'own' : !isRegion ? 'peer' : code.startsWith(`${place.country}-`) ? 'part' : 'other';
    const expected = ((whole.rate / 100_000) * rate.exposure) / daysPerYear;
    const isClear = rate.low > whole.rate || rate.high < whole.rate;
    // Never beyond the limits and yet not clearly different, as the other figures of its page would say.
    const side = isClear ? funnelSide(incidents, expected, dispersion) : 'within';
    isOwnClear ||= isClear && kind === 'own';
    return [{ code, events: incidents, rate: rate.rate, people: rate.exposure / days, kind, side }];
  });
  if (places.length === 1 && isAlone(place.country, filter, period, datasets)) return { kind: 'alone' };
  return { kind: 'funnel', average: whole.rate, years: days / daysPerYear, dispersion, places, isClear: isOwnClear };
}

/** On which side of the outer limits a count is: more or fewer than chance alone would leave around what is expected. */
export function funnelSide(events: number, expected: number, dispersion = 1): FunnelSide {
  const { low, high } = funnelLimits(expected, funnelShares[1], dispersion);
  return events < low ? 'below' : events > high ? 'above' : 'within';
}
