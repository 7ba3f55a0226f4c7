import type { FacetValue, Summary } from '@monitor/contract';
import { type Filter, type Measure, wholeOf } from '@monitor/domain';
import {
  coveredPeriods,
  type Dataset,
  datasetsInScope,
  dispersionOf,
  type LocationRate,
  namedLocations,
  overlapOf,
  placeRate,
  type RatedDimension,
  withoutRate,
} from '@monitor/findings';
import { population, regionPopulation } from '@monitor/geography';

/** Fewer events than this make no class of a map: the next one by chance would be another. */
export const leastOnMap = 5;

/** What a map shows of a location or region. */
export type AreaRate =
  | ({ readonly kind: 'rate' } & LocationRate)
  /** `few`: fewer events than `leastOnMap`; `unknown`: no population, or no data for the period. */
  | { readonly kind: 'few' | 'unknown'; readonly events: number };

/** The rates of a map. */
export interface MapRates {
  /** Codes of the locations that are drawn. */
  readonly locations: readonly string[];
  /** What is known of a location or region. */
  readonly rateOf: (code: string) => AreaRate;
  /** The codes of all regions that have incidents. */
  readonly regions: readonly string[];
}

/** A map of rates. */
export interface RateMapProps {
  readonly rates: MapRates;
  /** What is shown, as the legend says it: `Violent incidents per 100,000 people`. */
  readonly unit: string;
  /** Where a location or region leads to: path and query string. Left out in a file. */
  readonly addressOf?: (code: string) => string;
}

/**
 * Rates by location and region of an answer with both facets: per 100,000 people and year, each with its interval. Undefined where the
 * filter can have none, such as one of an area.
 */
export function mapRates(
  { period, totals, facets }: Pick<Summary, 'period' | 'totals' | 'facets'>,
  filter: Filter,
  datasets: readonly Dataset[],
  measure: Measure,
): MapRates | undefined {
  if (withoutRate({ filter, period }, 'region') !== undefined) return undefined;
  const dispersion = dispersionOf(totals, measure);
  const counts = new Map([...(facets.country ?? []), ...(facets.region ?? [])].map((one) => [one.value, amountOf(one, measure)]));
  const rated = (code: string, dimension: RatedDimension): AreaRate => {
    const events = counts.get(code) ?? 0;
    const findPopulation = dimension === 'region' ? regionPopulation : population;
    const rate = placeRate({ filter, period, datasets, findPopulation }, code, events, dispersion);
    if ('kind' in rate) return { kind: 'unknown', events };
    return events < leastOnMap ? { kind: 'few', events } : { kind: 'rate', ...rate };
  };
  const inScope = datasetsInScope(filter, datasets);
  const known = [...new Set(inScope.flatMap(({ countries }) => countries))];
  const covered = known.filter((code) => period === null || coveredPeriods(code, inScope).some((one) => overlapOf(one, period)));
  return {
    locations: (namedLocations(filter) ?? covered).filter((code, index, all) => all.indexOf(code) === index).toSorted(),
    regions: (facets.region ?? []).map(({ value }) => value),
    rateOf: (code) => rated(code, wholeOf('region', code) === code ? 'country' : 'region'),
  };
}

function amountOf(value: FacetValue, measure: Measure): number {
  return value[measure] ?? 0;
}
