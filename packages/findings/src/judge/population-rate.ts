import type { Summary } from '@monitor/contract';
import {
  hasArea,
  type Clustering,
  type Dispersion,
  type Filter,
  type Measure,
  type Period,
  rememberingOf,
  wholeOf,
} from '@monitor/domain';
import type { Population } from '@monitor/geography';
import { countInterval, intervalOfRatio, leastEvents, ratePer100000, weekDispersion } from '@monitor/statistics';
import { taking, type WithAlike } from './compared-within.ts';
import { coveredPeriods, type Dataset, datasetsInScope, daysOf, overlapOf } from './dataset-coverage.ts';
import { type PartCovered, partCovered, partsCovered } from './part-covered.ts';
import { isNotReported } from './reported.ts';

export type FindPopulation = (code: string, year: number) => Population | undefined;

/** Events per 100,000 people and year, with where its denominator comes from; or why there is none. */
export type PopulationRate =
  | {
      readonly kind: 'rate';
      readonly rate: number;
      /** Its 95% interval: what chance alone could make of the same risk. */
      readonly low: number;
      readonly high: number;
      /** Counted in the locations that have a denominator. */
      readonly events: number;
      /** People × days. */
      readonly exposure: number;
      readonly source: string;
      /** Years of the population figures used; the last can lie before the period's end, where none is newer. */
      readonly firstYear: number;
      readonly lastYear: number;
      /**
       * Locations of the selection without a known population, or of which the data covers only a part: in neither count nor denominator,
       * and what they count.
       */
      readonly leftOut: readonly { readonly code: string; readonly events: number; readonly part?: PartCovered }[];
    }
  /**
   * `no_days`: no dataset covers a day of the period. `too_few`: a rate of fewer than ten events says more of chance than of the
   * place, the more so by the year; none at all is a rate, which its interval keeps from saying too much.
   */
  | { readonly kind: WithoutRateReason | 'no_days' | 'no_population' | 'too_few' | 'not_reported' }
  | BeforePopulation
  | PartCovered;

/** What is counted in a location or region, by its code. */
type CountedPlace = { readonly value: string } & Readonly<Partial<Record<Measure, number>>>;

/** What a rate is made of, for one filter. */
export interface RateInput {
  readonly filter: Filter;
  readonly period: Summary['period'];
  readonly datasets: readonly Dataset[];
  readonly findPopulation: FindPopulation;
}

interface Denominator {
  readonly kind: 'denominator';
  /** People × days over the covered part of the period. */
  readonly personDays: number;
  /** Days of that part. */
  readonly days: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly source: string;
}

/** Why a location has no denominator. */
type WithoutDenominator = { readonly kind: 'no_days' | 'no_population' | 'short' } | BeforePopulation | PartCovered;

/** The population of each year before `firstYear` is unknown. That of a later year would be taken for it. */
interface BeforePopulation {
  readonly kind: 'before_population';
  readonly firstYear: number;
}

/**
 * Person-days of one location or region over the days of the period that the datasets of its location cover, each year with its own
 * population. Figures of one page ask for the same ones many times; the population of a code comes from the same table each time.
 */
export function denominatorOf(code: string, input: RateInput): Denominator | WithoutDenominator {
  return knownDenominator(input.datasets, { code, input });
}

const knownDenominator = rememberingOf(
  (_: readonly Dataset[], { code, input }: { readonly code: string; readonly input: RateInput }) => findDenominator(code, input),
  ({ code, input: { filter, period } }) => `${code} ${period?.from} ${period?.to} ${filter.dataset?.join(',')}`,
);

function findDenominator(code: string, { filter, period, datasets, findPopulation }: RateInput): Denominator | WithoutDenominator {
  const inScope = datasetsInScope(filter, datasets);
  const covered =
    period === null ? [] : coveredPeriods(wholeOf('region', code), inScope).flatMap((one) => overlapOf(one, period) ?? []);
  if (period === null || covered.length === 0) return { kind: 'no_days' };
  const part = partCovered(code, period, inScope);
  if (part !== undefined) return part;
  let personDays = 0;
  const used: Population[] = [];
  for (const { year, days } of covered.flatMap(daysByYear)) {
    const people = findPopulation(code, year);
    if (people === undefined) return { kind: 'no_population' };
    if (people.year > year) return { kind: 'before_population', firstYear: people.year };
    used.push(people);
    personDays += people.people * days;
  }
  const years = used.map((one) => one.year);
  return {
    kind: 'denominator',
    personDays,
    days: covered.reduce((sum, one) => sum + daysOf(one), 0),
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    source: used[0]?.source ?? '',
  };
}

/** How many days of each year a period has. */
function daysByYear({ from, to }: Period): { readonly year: number; readonly days: number }[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const whole = { from: `${first + index}-01-01`, to: `${first + index}-12-31` };
    return { year: first + index, days: daysOf(overlapOf(whole, { from, to }) ?? whole) };
  });
}

/**
 * Days of the shortest period that has a rate, and of those in it that the data covers: a yearly rate made of less says what a season or an
 * event was like.
 */
export const leastDays = 90;

/** Why a filter can have no rate: no population fits what it selects, or it selects too little time. */
export type WithoutRateReason = 'area' | 'region' | 'picked' | 'words' | 'people' | 'short';

/** What a rate is of: locations, or their regions. */
export type RatedDimension = 'country' | 'region';

/**
 * Why there is no rate, whatever the counts: a part of a location, a sex or an age band has no population figure, search text selects by
 * what somebody happened to write, incidents picked one by one are those that somebody wanted, and a short period is no year. Undefined if nothing speaks against it.
 */
export function withoutRate(
  { filter, period }: Pick<RateInput, 'filter' | 'period'>,
  dimension: RatedDimension = 'country',
): WithoutRateReason | undefined {
  if (hasArea(filter)) return 'area';
  if (filter.region !== undefined && dimension === 'country') return 'region';
  if (filter.id !== undefined) return 'picked';
  if (filter.q !== undefined) return 'words';
  if ((['victim_sex', 'victim_age', 'perpetrator_sex', 'perpetrator_age'] as const).some((name) => filter[name] !== undefined))
    return 'people';
  return period !== null && daysOf(period) < leastDays ? 'short' : undefined;
}

/** The locations of a filter: the chosen ones, or all that its datasets cover. */
export function locationsOf({ filter, datasets }: Pick<RateInput, 'filter' | 'datasets'>): readonly string[] {
  return filter.country ?? [...new Set(datasetsInScope(filter, datasets).flatMap((dataset) => dataset.countries))].toSorted();
}

/**
 * The rate over all locations of the filter together. `byLocation` holds the counts, which ignore the filter's own locations.
 * @param dispersion how many times as uncertain the sum is as one of single events; see `dispersionOf`
 */
export function populationRate(
  input: RateInput,
  byLocation: readonly CountedPlace[],
  measure: Measure,
  dispersion = 1,
): PopulationRate {
  const none = withoutRate(input);
  if (none !== undefined) return { kind: none };
  const counts = new Map(byLocation.map((location) => [location.value, location[measure] ?? 0]));
  const leftOut: { code: string; events: number; part?: PartCovered }[] = [];
  const parts: (Denominator & { readonly events: number })[] = [];
  const without: WithoutDenominator[] = [];
  for (const code of locationsOf(input)) {
    const events = counts.get(code) ?? 0;
    const denominator = denominatorOf(code, input);
    if (denominator.kind === 'denominator') parts.push({ ...denominator, events });
    else {
      without.push(denominator);
      if (events > 0) leftOut.push({ code, events, ...('parts' in denominator && { part: denominator }) });
    }
  }
  if (parts.length === 0) return reasonOf(without);
  if (!parts.some(isLong)) return { kind: 'short' };
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0);
  const events = sum((part) => part.events);
  if (events > 0 && events < leastEvents) return { kind: 'too_few' };
  const { low, high } = intervalOf(events, dispersion);
  const personDays = sum((part) => part.personDays);
  // So many people for one day.
  const rateOf = (count: number) => ratePer100000(count, personDays, 1);
  return {
    kind: 'rate',
    rate: rateOf(events),
    low: rateOf(low),
    high: rateOf(high),
    events,
    exposure: personDays,
    source: parts[0]?.source ?? '',
    firstYear: Math.min(...parts.map((part) => part.firstYear)),
    lastYear: Math.max(...parts.map((part) => part.lastYear)),
    leftOut,
  };
}

/** The same of an answer with a facet of locations. */
export function answeredRate(
  own: RateInput,
  whole: WithAlike<Pick<Summary, 'totals' | 'facets'>>,
  measure: Measure,
): PopulationRate {
  const { answer, ...ranked } = taking('ranked', whole, own.filter, own.datasets);
  const input = { ...own, ...ranked };
  const { totals, facets } = answer;
  if (isNotReported(totals, measure)) return { kind: 'not_reported' };
  return populationRate(input, facets.country ?? [], measure, dispersionOf(totals, measure));
}

/** What a measure adds up to over incidents, and how. */
export interface Sum {
  readonly sum: number;
  readonly incidents: number;
  readonly clustering: Clustering;
  readonly dispersion: Dispersion;
}

/** What a measure adds up to in totals. */
export function sumOf({ incidents, clustering, dispersion, ...totals }: Summary['totals'], measure: Measure): Sum {
  const alone = { squares: incidents, largest: [1, 1] } as const;
  const ofMeasure = measure === 'incidents' ? alone : (clustering[measure] ?? { squares: 0, largest: [0, 0] });
  return { sum: measure === 'incidents' ? incidents : (totals[measure] ?? 0), incidents, clustering: ofMeasure, dispersion };
}

/**
 * How many times as uncertain a sum is as one of single events that happen at random. Incidents come in waves: the number N of them has
 * the variance φN (`weekDispersion`). One incident can add several people at once: x. So the sum has the variance N Var(x) + φN E(x)²,
 * estimated by Σx² + (φ − 1)(Σx)²/N, which is φN for incidents themselves.
 */
export function dispersionOfSum({ sum, incidents, clustering: { squares }, dispersion }: Sum): number {
  if (sum === 0 || squares === 0) return 1;
  return (squares + ((weekDispersion(dispersion) - 1) * sum ** 2) / Math.max(1, incidents)) / sum;
}

/** The same of totals. */
export function dispersionOf(totals: Summary['totals'], measure: Measure): number {
  return dispersionOfSum(sumOf(totals, measure));
}

/**
 * The same of a place, so that its rate has one interval on every page: a location has its own, and a region that of its location. Of the
 * same waves a part has less, so that the interval of a region is rather too wide than too narrow.
 * @param answer of one location, or split by location with the totals of each
 */
export function dispersionOfPlace(
  { totals, series }: Pick<Summary, 'totals'> & Partial<Pick<Summary, 'series'>>,
  measure: Measure,
  code: string,
): number {
  const part = series?.parts?.find(({ value }) => value === wholeOf('region', code));
  // A location without incidents is no part.
  return series?.parts !== undefined && part === undefined ? 1 : dispersionOf(part?.totals ?? totals, measure);
}

/** The interval of a count. For a count in clusters, it is that of the number of single events that would be equally uncertain. */
function intervalOf(events: number, dispersion: number): { readonly low: number; readonly high: number } {
  const { low, high } = countInterval(events / dispersion);
  return { low: low * dispersion, high: high * dispersion };
}

/** Whether the data covers days enough for a rate. */
export const isLong = ({ days }: Pick<Denominator, 'days'>) => days >= leastDays;

/** Why locations without a denominator have no rate together. */
function reasonOf(without: readonly WithoutDenominator[]): WithoutDenominator {
  const firstYears = without.flatMap((one) => (one.kind === 'before_population' ? one.firstYear : []));
  if (firstYears.length > 0) return { kind: 'before_population', firstYear: Math.max(...firstYears) };
  const part = partsCovered(without.filter((one) => 'parts' in one));
  if (part !== undefined) return part;
  return { kind: without.some(({ kind }) => kind === 'no_population') ? 'no_population' : 'no_days' };
}

/** A location with events that has no rate, and why. */
export interface WithoutRate {
  readonly code: string;
  readonly events: number;
  readonly reason: WithoutDenominator | { readonly kind: 'too_few' };
}

/** A rate with its 95% interval, and what it is made of. */
export interface LocationRate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly events: number;
  /** People × days. */
  readonly exposure: number;
  readonly source: string;
  /** Years of the population figures used. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** How many times as uncertain the count is as one of single events. */
  readonly dispersion: number;
}

/**
 * The rate of one location or region, however few the events: a picture that shows its interval may show it, a text may not. Nothing of
 * the filter is asked; see `withoutRate`.
 */
export function placeRate(input: RateInput, code: string, events: number, dispersion = 1): LocationRate | WithoutDenominator {
  const denominator = denominatorOf(code, input);
  if (denominator.kind !== 'denominator') return denominator;
  if (!isLong(denominator)) return { kind: 'short' };
  const { personDays: exposure, source, firstYear, lastYear } = denominator;
  const rateOf = (count: number) => ratePer100000(count, exposure, 1);
  const { low, high } = intervalOf(events, dispersion);
  return { rate: rateOf(events), low: rateOf(low), high: rateOf(high), events, exposure, source, firstYear, lastYear, dispersion };
}

/** The years of the population figures of a rate. */
export function yearsOf({ firstYear, lastYear }: Pick<LocationRate, 'firstYear' | 'lastYear'>): string {
  return firstYear === lastYear ? String(lastYear) : `${firstYear}–${lastYear}`;
}

/** The sources of the population figures of some rates, each with its years: `World Bank (2020–2024)`. */
export function populationSources(rates: readonly LocationRate[]): string[] {
  return [...new Set(rates.map(({ source }) => source))].toSorted().map((source) => {
    const own = rates.filter((rate) => rate.source === source);
    const [firstYear, lastYear] = [Math.min(...own.map((rate) => rate.firstYear)), Math.max(...own.map((rate) => rate.lastYear))];
    return `${source} (${yearsOf({ firstYear, lastYear })})`;
  });
}

/** The rate of each location or region that has one, by code, and those with events that have none. */
export function locationRates(
  input: RateInput,
  byLocation: readonly CountedPlace[],
  measure: Measure,
  dispersionAt: (code: string) => number = () => 1,
  dimension: RatedDimension = 'country',
): { readonly rates: ReadonlyMap<string, LocationRate>; readonly without: readonly WithoutRate[] } {
  const rates = new Map<string, LocationRate>();
  const without: WithoutRate[] = [];
  if (withoutRate(input, dimension) !== undefined) return { rates, without };
  for (const { value: code, [measure]: events = 0 } of byLocation) {
    if (events === 0) continue;
    const found = placeRate(input, code, events, dispersionAt(code));
    if ('kind' in found) without.push({ code, events, reason: found });
    else if (events < leastEvents) without.push({ code, events, reason: { kind: 'too_few' } });
    else rates.set(code, found);
  }
  return { rates, without };
}

/**
 * The codes of the highest rate and of those that may be as high, for all that chance allows: the 95% interval of the ratio of the
 * highest rate to them reaches 1. Highest first; one code alone where the highest is clearly above all others.
 */
export function perhapsHighest(rates: ReadonlyMap<string, LocationRate>): string[] {
  const ranked = [...rates].toSorted(([, one], [, other]) => other.rate - one.rate);
  const highest = ranked[0]?.[1];
  if (highest === undefined) return [];
  return ranked.filter(([, rate], place) => place === 0 || mayBeAsHigh(rate, highest)).map(([code]) => code);
}

/** Whether a rate may be as high as a higher one, for all that chance allows. */
export function mayBeAsHigh(rate: LocationRate, higher: LocationRate): boolean {
  const variance = higher.dispersion / higher.events + rate.dispersion / rate.events;
  return intervalOfRatio(higher, rate, variance).low <= 1;
}
