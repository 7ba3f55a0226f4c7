import type { AreaRate, FacetValue, MapRates } from '@monitor/contract';
import { type Filter, type Measure, wholeOf } from '@monitor/domain';
import { population, regionPopulation, regionsOf } from '@monitor/geography';
import { alikePlaces } from './compare-coverage.ts';
import { taking, type WithAlike } from './compared-within.ts';
import { coveredPeriods, type Dataset, datasetsInScope, meantDays, namedLocations, overlapOf } from './dataset-coverage.ts';
import { type AreaAnswer, isPlaced } from './map-areas.ts';
import { type PartCovered, partsCovered } from './part-covered.ts';
import {
  dispersionOfPlace,
  type LocationRate,
  placeRate,
  populationSources,
  type RatedDimension,
  withoutRate,
} from './population-rate.ts';

/** Fewer events than this make no class of a map: the next one by chance would be another. */
export const leastOnMap = 5;

/** A rate with what it is made of, which tells two of them apart; or why there is none. */
export type JudgedRate =
  | ({ readonly kind: 'rate' } & LocationRate)
  | { readonly kind: 'few' | 'unknown' | 'short'; readonly events: number }
  | { readonly kind: 'part'; readonly events: number; readonly covered: PartCovered };

/** The rates of a map, by code. */
export interface JudgedRates {
  readonly locations: readonly string[];
  /** The codes of all regions that have incidents. */
  readonly regions: readonly string[];
  readonly of: Readonly<Record<string, JudgedRate>>;
  /** The locations whose rates, and those of whose regions, can be ranked; see `alikePlaces`. */
  readonly alike: ReadonlySet<string>;
}

/** The rates of some of its places that can be ranked, by code. */
export function rankedRates(rates: JudgedRates, codes: readonly string[]): ReadonlyMap<string, LocationRate> {
  return new Map(
    codes.flatMap((code) => {
      const rate = rates.of[code];
      return rate?.kind === 'rate' && rates.alike.has(wholeOf('region', code)) ? [[code, rate] as const] : [];
    }),
  );
}

/**
 * Why a map shows what it counts, and not rates: no area that it draws has a rate, and some have events. Of several locations it draws
 * each with its regions, of one its regions alone. Undefined if it shows rates.
 */
export function countsReason({ locations, of }: JudgedRates): 'unknown' | 'short' | PartCovered | undefined {
  // Answers have regions of other locations, too.
  const codes = Object.keys(of).filter((code) => locations.includes(wholeOf('region', code)));
  const regionCodes = codes.filter((code) => !locations.includes(code));
  const drawn = (locations.length === 1 && regionCodes.length > 0 ? regionCodes : codes).map((code) => of[code]!);
  const hasNone = drawn.every(({ kind }) => kind === 'unknown' || kind === 'short' || kind === 'part');
  const part = partsCovered(drawn.flatMap((one) => (one.kind === 'part' ? one.covered : [])));
  if (!hasNone || drawn.every(({ events }) => events === 0)) return undefined;
  return drawn.some(({ kind }) => kind === 'short') ? 'short' : (part ?? 'unknown');
}

/**
 * What a page gives of them. Of several locations, one whose regions have no rate is drawn as a whole where it has a rate itself: its
 * regions are left out.
 */
export function ratesShown(rates: JudgedRates): MapRates {
  const { locations, of } = rates;
  const shows = countsReason(rates) === undefined ? 'rates' : 'counts';
  const isWhole = (location: string) =>
    locations.length > 1 &&
    of[location]?.kind === 'rate' &&
    Object.keys(of).every((code) => code === location || wholeOf('region', code) !== location || of[code]?.kind === 'unknown');
  const wholes = new Set(locations.filter(isWhole));
  const entries = Object.entries(of).filter(([code]) => locations.includes(code) || !wholes.has(wholeOf('region', code)));
  const shown = entries.map(([code, one]): [string, AreaRate] => {
    const { kind, events } = one;
    if (kind !== 'rate') return [code, { kind, events }];
    const { rate, low, high } = one;
    return [code, { kind, rate, low, high, events }];
  });
  return {
    locations,
    of: Object.fromEntries(shown),
    shows,
    // Counts need no population.
    sources: shows === 'counts' ? [] : populationSources(Object.values(of).filter((one) => one.kind === 'rate')),
  };
}

/**
 * Rates by location and region of an answer with both facets: per 100,000 people and year, each with its interval. Undefined if the
 * filter can have none, such as one of an area.
 */
export function mapRates(
  whole: WithAlike<Omit<AreaAnswer['summary'], 'datasetVersion'>>,
  own: Filter,
  known: readonly Dataset[],
  measure: Measure,
): JudgedRates | undefined {
  const { answer, filter, datasets } = taking('ranked', whole, own, known);
  const { facets } = answer;
  // The facets have places that are not selected, whose data can have other days than that of the selection.
  const period = meantDays(filter, datasets) ?? null;
  if (withoutRate({ filter, period }, 'region') !== undefined) return undefined;
  const counts = new Map([...(facets.country ?? []), ...(facets.region ?? [])].map((one) => [one.value, amountOf(one, measure)]));
  const rated = (code: string, dimension: RatedDimension): JudgedRate => {
    const events = counts.get(code) ?? 0;
    const findPopulation = dimension === 'region' ? regionPopulation : population;
    const rate = placeRate({ filter, period, datasets, findPopulation }, code, events, dispersionOfPlace(answer, measure, code));
    if ('parts' in rate) return { kind: 'part', events, covered: rate };
    if ('kind' in rate) return { kind: rate.kind === 'short' ? 'short' : 'unknown', events };
    return events < leastOnMap ? { kind: 'few', events } : { kind: 'rate', ...rate };
  };
  const inScope = datasetsInScope(filter, datasets);
  const codes = [...new Set(inScope.flatMap(({ countries }) => countries))];
  const covered = codes.filter((code) => period === null || coveredPeriods(code, inScope).some((one) => overlapOf(one, period)));
  const locations = (namedLocations(filter) ?? covered).filter((code, index, all) => all.indexOf(code) === index).toSorted();
  const placed = locations.filter((code) => isPlaced(code, facets));
  const parts = placed.flatMap(regionsOf).map(({ code }) => code);
  return {
    locations,
    regions: (facets.region ?? []).map(({ value }) => value),
    alike: alikePlaces(locations, { filter, period, datasets }),
    of: Object.fromEntries([
      ...locations.map((code) => [code, rated(code, 'country')]),
      ...[...new Set([...parts, ...(facets.region ?? []).map(({ value }) => value)])].map((code) => [code, rated(code, 'region')]),
    ]),
  };
}

function amountOf(value: FacetValue, measure: Measure): number {
  return value[measure] ?? 0;
}
