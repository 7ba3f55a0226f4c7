import type { FunnelKind, FunnelSide, Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { population, regionPopulation } from '@monitor/geography';
import { funnelLimits, funnelShares } from '@monitor/statistics';
import { type Dataset, daysOf } from './dataset-coverage.ts';
import type { Place } from '../place-address.ts';
import { dispersionOf, placeRate, type PopulationRate, populationRate, withoutRate } from './population-rate.ts';

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
    }
  | Exclude<PopulationRate, { readonly kind: 'rate' }>;

/** @param answer about all places, with facets of locations and of regions */
export function funnelOf(place: Place, { period, totals, facets }: Summary, filter: Filter, datasets: readonly Dataset[]): Funnel {
  const input = { filter, period, datasets };
  const none = withoutRate(input);
  if (none !== undefined) return { kind: none };
  const whole = populationRate({ ...input, findPopulation: population }, facets.country ?? [], 'incidents');
  if (whole.kind !== 'rate') return whole;
  if (period === null || whole.rate === 0) return { kind: 'too_few' };
  const days = daysOf(period);
  const dispersion = dispersionOf(totals, 'incidents');
  const counted = [
    ...(facets.country ?? []).map((one) => ({ ...one, findPopulation: population, isRegion: false })),
    ...(facets.region ?? []).map((one) => ({ ...one, findPopulation: regionPopulation, isRegion: true })),
  ];
  const places = counted.flatMap(({ value: code, incidents, findPopulation, isRegion }): FunnelPlace[] => {
    const rate = placeRate({ ...input, findPopulation }, code, incidents);
    if ('kind' in rate) return [];
    const kind = code === place.code ? 'own' : !isRegion ? 'peer' : code.startsWith(`${place.country}-`) ? 'part' : 'other';
    const side = funnelSide(incidents, ((whole.rate / 100_000) * rate.exposure) / daysPerYear, dispersion);
    return [{ code, events: incidents, rate: rate.rate, people: rate.exposure / days, kind, side }];
  });
  return { kind: 'funnel', average: whole.rate, years: days / daysPerYear, dispersion, places };
}

/** On which side of the outer limits a count is: more or fewer than chance alone would leave around what is expected. */
export function funnelSide(events: number, expected: number, dispersion = 1): FunnelSide {
  const { low, high } = funnelLimits(expected, funnelShares[1], dispersion);
  return events < low ? 'below' : events > high ? 'above' : 'within';
}
