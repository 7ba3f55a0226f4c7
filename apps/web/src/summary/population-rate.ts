import type { DatasetList, FacetValue, Summary } from '@monitor/contract';
import { dateOfDay, dayNumber, type Filter, type Period } from '@monitor/domain';
import type { Population } from '@monitor/geography';
import { ratePer100000 } from '@monitor/statistics';
import type { Measure } from '../filter/explore-state.ts';

type Dataset = DatasetList['datasets'][number];
export type FindPopulation = (code: string, year: number) => Population | undefined;

/** Events per 100,000 people and year, with where its denominator comes from; or why there is none. */
export type PopulationRate =
  | {
      readonly kind: 'rate';
      readonly rate: number;
      readonly source: string;
      /** Years of the population figures used; the last can lie before the period's end, where none is newer. */
      readonly firstYear: number;
      readonly lastYear: number;
      /** Locations of the selection without a known population, in neither count nor denominator. */
      readonly leftOut: readonly string[];
    }
  | { readonly kind: 'area' | 'region' | 'no_population' };

/** What a rate is made of, for one filter. */
export interface RateInput {
  readonly filter: Filter;
  readonly period: Summary['period'];
  readonly datasets: readonly Dataset[];
  readonly findPopulation: FindPopulation;
}

interface Denominator {
  /** People × days over the covered part of the period. */
  readonly personDays: number;
  readonly days: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly source: string;
}

function overlap(one: Period, other: Period): Period | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : undefined;
}

/** The datasets that the filter can select from. */
export function datasetsInScope(filter: Pick<Filter, 'dataset'>, datasets: readonly Dataset[]): readonly Dataset[] {
  return filter.dataset === undefined ? datasets : datasets.filter(({ slug }) => filter.dataset?.includes(slug));
}

/**
 * Those of the datasets that have incidents of the filter at any time.
 * @param counted the datasets with incidents under the filter without its period; while unknown the locations decide
 */
export function datasetsHolding(
  datasets: readonly Dataset[],
  { country }: Pick<Filter, 'country'>,
  counted: readonly Pick<FacetValue, 'value'>[] | undefined,
): readonly Dataset[] {
  if (counted !== undefined) return datasets.filter(({ slug }) => counted.some(({ value }) => value === slug));
  return country === undefined ? datasets : datasets.filter(({ countries }) => countries.some((one) => country.includes(one)));
}

/** First to last day that the datasets hold; undefined where they hold nothing. */
export function coverageOf(datasets: readonly Dataset[]): Period | undefined {
  const from = datasets.flatMap((dataset) => dataset.from ?? []).toSorted()[0];
  const to = datasets
    .flatMap((dataset) => dataset.to ?? [])
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Person-days of one location over the part of the period that its datasets cover, each year with its own population. */
function denominatorOf(code: string, input: RateInput): Denominator | undefined {
  const covering = datasetsInScope(input.filter, input.datasets).filter((dataset) => dataset.countries.includes(code));
  const coverage = coverageOf(covering);
  const covered = input.period === null || coverage === undefined ? undefined : overlap(input.period, coverage);
  if (covered === undefined) return undefined;
  let personDays = 0;
  const used: Population[] = [];
  for (let start = covered.from; start <= covered.to;) {
    const year = Number(start.slice(0, 4));
    const end = covered.to < `${year}-12-31` ? covered.to : `${year}-12-31`;
    const people = input.findPopulation(code, year);
    if (people === undefined) return undefined;
    used.push(people);
    personDays += people.people * (dayNumber(end) - dayNumber(start) + 1);
    start = dateOfDay(dayNumber(end) + 1);
  }
  const years = used.map((one) => one.year);
  return {
    personDays,
    days: dayNumber(covered.to) - dayNumber(covered.from) + 1,
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    source: used[0]?.source ?? '',
  };
}

/** A part of a location has no population figure of its own, so an area or a region has no rate. */
function withoutRate(filter: Filter): 'area' | 'region' | undefined {
  if (filter.bbox !== undefined || filter.within !== undefined) return 'area';
  return filter.region === undefined ? undefined : 'region';
}

/** The locations that a filter speaks of: the chosen ones, or all that its datasets cover. */
function locationsOf({ filter, datasets }: RateInput): readonly string[] {
  return filter.country ?? [...new Set(datasetsInScope(filter, datasets).flatMap((dataset) => dataset.countries))].toSorted();
}

/** The rate over all locations of the filter together. `byLocation` holds the counts, which ignore the filter's own locations. */
export function populationRate(input: RateInput, byLocation: readonly FacetValue[], measure: Measure): PopulationRate {
  const none = withoutRate(input.filter);
  if (none !== undefined) return { kind: none };
  const counts = new Map(byLocation.map((location) => [location.value, location[measure]]));
  const leftOut: string[] = [];
  const parts: (Denominator & { readonly events: number })[] = [];
  for (const code of locationsOf(input)) {
    const denominator = denominatorOf(code, input);
    if (denominator !== undefined) parts.push({ ...denominator, events: counts.get(code) ?? 0 });
    else if ((counts.get(code) ?? 0) > 0) leftOut.push(code);
  }
  if (parts.length === 0) return { kind: 'no_population' };
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0);
  const days = Math.max(...parts.map((part) => part.days));
  return {
    kind: 'rate',
    rate: ratePer100000(
      sum((part) => part.events),
      sum((part) => part.personDays) / days,
      days,
    ),
    source: parts[0]?.source ?? '',
    firstYear: Math.min(...parts.map((part) => part.firstYear)),
    lastYear: Math.max(...parts.map((part) => part.lastYear)),
    leftOut,
  };
}

/** The rate of each location that has one, by code. */
export function locationRates(input: RateInput, byLocation: readonly FacetValue[], measure: Measure): ReadonlyMap<string, number> {
  const rates = new Map<string, number>();
  if (withoutRate(input.filter) !== undefined) return rates;
  for (const location of byLocation) {
    const denominator = denominatorOf(location.value, input);
    if (denominator === undefined) continue;
    const { personDays, days } = denominator;
    rates.set(location.value, ratePer100000(location[measure], personDays / days, days));
  }
  return rates;
}
