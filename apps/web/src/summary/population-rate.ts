import type { FacetValue, Summary } from '@monitor/contract';
import { dateOfDay, dayNumber, type Filter, type Period } from '@monitor/domain';
import type { Population } from '@monitor/geography';
import { leastEvents, ratePer100000 } from '@monitor/statistics';
import type { Measure } from '../filter/explore-state.ts';
import { coverageOf, type Dataset, datasetsInScope } from './dataset-coverage.ts';

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
      /** Locations of the selection without a known population, in neither count nor denominator, and what they count. */
      readonly leftOut: readonly { readonly code: string; readonly events: number }[];
    }
  /** `too_few`: a rate of fewer than ten events says more of chance than of the place, the more so by the year. */
  | { readonly kind: 'area' | 'region' | 'no_population' | 'too_few' };

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
  const leftOut: { code: string; events: number }[] = [];
  const parts: (Denominator & { readonly events: number })[] = [];
  for (const code of locationsOf(input)) {
    const denominator = denominatorOf(code, input);
    if (denominator !== undefined) parts.push({ ...denominator, events: counts.get(code) ?? 0 });
    else if ((counts.get(code) ?? 0) > 0) leftOut.push({ code, events: counts.get(code) ?? 0 });
  }
  if (parts.length === 0) return { kind: 'no_population' };
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0);
  const events = sum((part) => part.events);
  if (events > 0 && events < leastEvents) return { kind: 'too_few' };
  const days = Math.max(...parts.map((part) => part.days));
  return {
    kind: 'rate',
    rate: ratePer100000(events, sum((part) => part.personDays) / days, days),
    source: parts[0]?.source ?? '',
    firstYear: Math.min(...parts.map((part) => part.firstYear)),
    lastYear: Math.max(...parts.map((part) => part.lastYear)),
    leftOut,
  };
}

/** A location with events that has no rate, and why. */
export interface WithoutRate {
  readonly code: string;
  readonly events: number;
  readonly reason: 'too_few' | 'no_population';
}

/** The rate of each location that has one, by code, and the locations with events that have none. */
export function locationRates(
  input: RateInput,
  byLocation: readonly FacetValue[],
  measure: Measure,
): { readonly rates: ReadonlyMap<string, number>; readonly without: readonly WithoutRate[] } {
  const rates = new Map<string, number>();
  const without: WithoutRate[] = [];
  if (withoutRate(input.filter) !== undefined) return { rates, without };
  for (const { value: code, [measure]: events } of byLocation) {
    const denominator = denominatorOf(code, input);
    if (events === 0) continue;
    if (denominator === undefined) without.push({ code, events, reason: 'no_population' });
    else if (events < leastEvents) without.push({ code, events, reason: 'too_few' });
    else rates.set(code, ratePer100000(events, denominator.personDays / denominator.days, denominator.days));
  }
  return { rates, without };
}
