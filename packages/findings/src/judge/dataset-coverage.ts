import type { DatasetList, FacetValue } from '@monitor/contract';
import { dayNumber, type Filter, locationCoverage, partName, type Period, rememberingOf, wholeOf } from '@monitor/domain';

export type Dataset = DatasetList['datasets'][number];

/** The datasets that the filter can select from, each with the locations that it does not leave out. */
export function datasetsInScope(filter: Pick<Filter, 'dataset' | 'leave_out'>, datasets: readonly Dataset[]): readonly Dataset[] {
  return filter.dataset === undefined && filter.leave_out === undefined ? datasets : findInScope(datasets, filter);
}

const findInScope = rememberingOf(
  (datasets: readonly Dataset[], { dataset, leave_out = [] }: Pick<Filter, 'dataset' | 'leave_out'>): readonly Dataset[] =>
    datasets.flatMap((one) => {
      if (dataset?.includes(one.slug) === false) return [];
      const isLeft = (country: string) => !leave_out.includes(partName({ dataset: one.slug, country }));
      const coverage = one.coverage.filter(({ country }) => isLeft(country));
      if (coverage.length === one.coverage.length) return [one];
      return coverage.length === 0 ? [] : [{ ...one, coverage, countries: one.countries.filter(isLeft) }];
    }),
  ({ dataset, leave_out }) => `${dataset?.join(',')} ${leave_out?.join(',')}`,
);

/** The datasets and locations with incidents under a filter, whatever the day. */
export interface Counted {
  readonly dataset?: readonly Pick<FacetValue, 'value'>[] | undefined;
  readonly country?: readonly Pick<FacetValue, 'value'>[] | undefined;
}

/**
 * Those of the datasets that have incidents of the filter at any time, each with the locations that have some: no others bear on
 * its figures.
 * @param counted by the filter without its period; while unknown the locations decide
 */
export function datasetsHolding(
  datasets: readonly Dataset[],
  filter: Pick<Filter, 'country' | 'region'>,
  counted: Counted | undefined,
): readonly Dataset[] {
  if (counted?.dataset === undefined) {
    const named = namedLocations(filter);
    return named === undefined ? datasets : datasets.filter(({ countries }) => countries.some((one) => named.includes(one)));
  }
  const { dataset: slugs, country: locations } = counted;
  return datasets
    .filter(({ slug }) => slugs.some(({ value }) => value === slug))
    .map((dataset) => ({
      ...dataset,
      coverage: dataset.coverage.filter(({ country }) => locations?.some(({ value }) => value === country) ?? true),
    }));
}

/** First to last day that the datasets hold; undefined if they hold nothing. */
export function coverageOf(datasets: readonly Pick<Dataset, 'from' | 'to'>[]): Period | undefined {
  const from = datasets.flatMap((dataset) => dataset.from ?? []).toSorted()[0];
  const to = datasets
    .flatMap((dataset) => dataset.to ?? [])
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** First to last day of the data that a filter can select; of all data where its datasets hold nothing. */
export function coverageOfFilter(filter: Pick<Filter, 'dataset' | 'leave_out'>, datasets: readonly Dataset[]): Period | undefined {
  const inScope = datasetsInScope(filter, datasets);
  return coverageOf(inScope.length > 0 ? inScope : datasets);
}

/** The days that a filter means: where it names no end, that of the data. Not those up to the last incident. */
export function meantDays(
  filter: Pick<Filter, 'from' | 'to' | 'dataset' | 'leave_out'>,
  datasets: readonly Dataset[],
): Period | undefined {
  const coverage = coverageOfFilter(filter, datasets);
  return coverage && { from: filter.from ?? coverage.from, to: filter.to ?? coverage.to };
}

/** First to last day of the data of the locations that the filter names, where there is data about them. Without such data, that of all locations. */
export function coverageOfPlaces(
  filter: Pick<Filter, 'dataset' | 'country' | 'region' | 'leave_out'>,
  datasets: readonly Dataset[],
): Period | undefined {
  const named = namedLocations(filter);
  const ofNamed = datasetsInScope(filter, datasets)
    .flatMap(locationCoverage)
    .filter(({ country }) => named?.includes(country));
  return coverageOf(ofNamed) ?? coverageOfFilter(filter, datasets);
}

/**
 * Whether the datasets have no day of any location that a filter means, so that nothing is known of it, not even that nothing happened.
 * @returns first and last day that they have of these locations, if any; undefined if they have what the filter means
 */
export function lackingData(
  filter: Pick<Filter, 'from' | 'to' | 'dataset' | 'country' | 'region' | 'leave_out'>,
  datasets: readonly Dataset[],
): { readonly covered: Period | undefined } | undefined {
  const named = namedLocations(filter);
  const held = datasetsInScope(filter, datasets)
    .flatMap(locationCoverage)
    .filter(({ country }) => named?.includes(country) ?? true);
  // Before and after any day, as texts are in order.
  const { from = '', to = '~' } = filter;
  return held.some((one) => one.from <= to && one.to >= from) ? undefined : { covered: coverageOf(held) };
}

/** Whether the datasets have days of one location only in a period, so that there is no other to compare it with. */
export function isAlone(
  code: string,
  filter: Pick<Filter, 'dataset' | 'leave_out'>,
  period: Period | null,
  datasets: readonly Dataset[],
): boolean {
  const inScope = datasetsInScope(filter, datasets);
  const others = new Set(inScope.flatMap(({ countries }) => countries.filter((one) => one !== code)));
  return ![...others].some((one) => isCovered(one, period, inScope));
}

/** Whether the datasets have a day of a place in a period. */
export function isCovered(code: string, period: Period | null, datasets: readonly Dataset[]): boolean {
  const covered = coveredPeriods(wholeOf('region', code), datasets);
  return covered.some((one) => period === null || overlapOf(one, period) !== undefined);
}

/** The days of a period that there is data of; without data, the period itself. */
export function daysWithData(period: Period, coverage: Period | undefined): Period {
  return (coverage && overlapOf(period, coverage)) ?? period;
}

/** Number of days of a period, both ends included. */
export function daysOf({ from, to }: Period): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** The days that two periods share; undefined if there is none. */
export function overlapOf(one: Period, other: Period): Period | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : undefined;
}

/** The locations that a filter names, itself or by their regions; undefined if it names none. */
export function namedLocations({ country, region }: Pick<Filter, 'country' | 'region'>): readonly string[] | undefined {
  return country ?? region?.map((code) => wholeOf('region', code));
}

/** The days that the datasets cover of one location, as periods that do not touch, oldest first. */
export function coveredPeriods(code: string, datasets: readonly Dataset[]): readonly Period[] {
  return findCoveredPeriods(datasets, code);
}

const findCoveredPeriods = rememberingOf((datasets: readonly Dataset[], code: string): readonly Period[] => {
  const periods: Period[] = [];
  const sorted = datasets
    .flatMap((dataset) => locationCoverage(dataset).filter(({ country }) => country === code))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  for (const { from, to } of sorted) {
    const last = periods.at(-1);
    if (last === undefined || dayNumber(from) > dayNumber(last.to) + 1) periods.push({ from, to });
    else if (to > last.to) periods[periods.length - 1] = { from: last.from, to };
  }
  return periods;
});

/** A dataset, or a location of it that has other days, as a chart over time marks it where it begins and ends. */
export interface CoveragePart extends Period {
  /** That of the dataset, with the location's code where it is one location only. */
  readonly slug: string;
  readonly title: string;
}

/** Share of a dataset's incidents from which on a location of it has a mark of its own. */
const leastShare = 0.05;

/**
 * The parts of the datasets between whose beginnings and ends counts can be compared: of each dataset the days that it holds of the
 * filter's locations, and apart from them each notable location that begins later or ends earlier.
 * @param titleOf the title of one location of a dataset
 */
export function coverageParts(
  datasets: readonly Dataset[],
  filter: Pick<Filter, 'country' | 'region'>,
  titleOf: (dataset: string, country: string) => string,
): CoveragePart[] {
  const named = namedLocations(filter);
  return datasets.flatMap(({ slug, title, ...dataset }) => {
    const locations = locationCoverage(dataset).filter(({ country }) => named?.includes(country) ?? true);
    const whole = coverageOf(locations);
    if (whole === undefined) return [];
    const perDay = locations.reduce((sum, location) => sum + location.perDay, 0);
    const apart = locations.filter(
      (location) => (location.from > whole.from || location.to < whole.to) && location.perDay >= leastShare * perDay,
    );
    const parts = apart.map(({ country, from, to }) => ({ slug: `${slug}/${country}`, title: titleOf(title, country), from, to }));
    return apart.length === locations.length ? parts : [{ slug, title, ...whole }, ...parts];
  });
}

/** How much of what some datasets hold is made up. */
export type SyntheticShare = 'none' | 'some' | 'all';

/** Whether none, some or all of the datasets are synthetic. Without a dataset nothing is. */
export function syntheticShare(datasets: readonly { readonly synthetic: boolean }[]): SyntheticShare {
  if (!datasets.some((dataset) => dataset.synthetic)) return 'none';
  return datasets.every((dataset) => dataset.synthetic) ? 'all' : 'some';
}
