import { type Filter, type IsoDate, type LocationCoverage, locationCoverage, type Period, wholeOf } from '@monitor/domain';
import {
  coverageOf,
  coveredPeriods,
  type Dataset,
  datasetsInScope,
  daysOf,
  namedLocations,
  overlapOf,
} from './dataset-coverage.ts';

/** Whether the counts of two periods can be compared. */
export type CoverageComparison =
  /** The days of each that the data covers; a location with more incidents weighs more. */
  { readonly kind: 'comparable'; readonly days: number; readonly otherDays: number } | CoverageDifference;

export type CoverageDifference =
  /** The data ends before the period does, on this day. */
  | { readonly kind: 'data_end'; readonly day: IsoDate }
  /** The data begins after the period compared with does, on this day. */
  | { readonly kind: 'data_begin'; readonly day: IsoDate }
  /** A part of the data lies in one of the periods only, so that their difference would be one of coverage. */
  | { readonly kind: 'uneven_data'; readonly parts: readonly DataPart[] };

/** The days of a dataset, or of one location of it. */
export interface DataPart extends Period {
  readonly title: string;
  readonly country: string | undefined;
}

/** What a dataset may lack of a period that it covers: a twentieth of the days, and never more than a month. */
const missingShare = 0.05;
const mostMissingDays = 31;
/** Share of a side's incidents from which on a dataset matters to it. */
export const leastShare = 0.05;
/** A dataset of few incidents has none on many days: a gap of this many times the mean gap is not the end of the data. */
const chanceGaps = 2;

/**
 * Whether the data covers two periods equally. The days that are missing from one of them may be a small part only, and are taken out of the
 * days that the counts are divided by.
 * @param datasets those that the counts can come from; without any, nothing is known of them and all days count
 * @param other the earlier one, that the period is compared with
 * @param incidents of each that are compared, beside which a dataset of few does not matter; by default, all that the datasets hold
 */
export function compareCoverage(
  datasets: readonly Dataset[],
  filter: Pick<Filter, 'country' | 'region'>,
  period: Period,
  other: Period,
  incidents?: readonly [period: number, other: number],
): CoverageComparison {
  const named = namedLocations(filter);
  const all = datasets
    .map((dataset) => ({
      title: dataset.title,
      locations: locationCoverage(dataset).filter(({ country }) => named?.includes(country) ?? true),
    }))
    .filter(({ locations }) => locations.length > 0);
  const concerned = all
    .map(({ title, locations }) => ({
      title,
      locations: locations.filter((one) => overlapOf(one, period) !== undefined || overlapOf(one, other) !== undefined),
    }))
    .filter(({ locations }) => locations.length > 0);
  const mattering = withoutSmall(concerned, [period, other], incidents);
  const cover = (...wanted: readonly Period[]) =>
    mattering.every(({ locations }) => wanted.every((one) => one.from > one.to || covers(locations, one)));
  const held = coverageOf((concerned.length > 0 ? mattering : all).flatMap(({ locations }) => locations));
  // Those that do not matter count as well: what they add to one period is expected of its days.
  const locations = concerned.flatMap((one) => one.locations);
  if (held === undefined || (concerned.length > 0 && cover(period, other)))
    return { kind: 'comparable', days: daysCovered(locations, period), otherDays: daysCovered(locations, other) };
  const until = ({ from, to }: Period): Period => ({ from, to: to < held.to ? to : held.to });
  const since = ({ from, to }: Period): Period => ({ from: from > held.from ? from : held.from, to });
  if (held.to < period.to && cover(until(period), until(other))) return { kind: 'data_end', day: held.to };
  if (held.from > other.from && cover(since(period), since(other))) return { kind: 'data_begin', day: held.from };
  return { kind: 'uneven_data', parts: mattering.flatMap((one) => partsWithout(one, period, other)) };
}

interface Concerned {
  readonly title: string;
  readonly locations: readonly LocationCoverage[];
}

/**
 * Leaves out the datasets that do not cover both periods, the smallest first, as long as all that they hold, whatever the filter, would be
 * too few incidents of each to matter.
 */
function withoutSmall(concerned: readonly Concerned[], periods: readonly Period[], incidents?: readonly number[]): Concerned[] {
  const mostOf = ({ locations }: Concerned, period: Period) =>
    locations.reduce((sum, one) => sum + (overlapOf(one, period) === undefined ? 0 : one.perDay * daysOf(one)), 0);
  const most = (one: Concerned) => periods.map((period) => mostOf(one, period));
  const uneven = concerned.filter(({ locations }) => !periods.every((period) => covers(locations, period)));
  const small = new Set<Concerned>();
  const counts = incidents ?? periods.map((period) => concerned.reduce((sum, one) => sum + mostOf(one, period), 0));
  let left = counts.map((count) => leastShare * count);
  for (const one of uneven.toSorted((a, b) => Math.max(...most(a)) - Math.max(...most(b)))) {
    const held = most(one);
    if (held.some((count, at) => count > 0 && count >= left[at]!)) break;
    left = left.map((count, at) => count - held[at]!);
    small.add(one);
  }
  return concerned.filter((one) => !small.has(one));
}

/** What keeps a dataset from covering both periods: those of its locations that do not, the largest first, or all of it. */
function partsWithout({ title, locations }: Concerned, ...periods: readonly Period[]): DataPart[] {
  if (periods.every((period) => covers(locations, period))) return [];
  const cut = locations.filter((one) => periods.some(({ from, to }) => one.from > from || one.to < to));
  // Each may lack little, but all together too much.
  const lacking = cut.filter((one) => !periods.every((period) => covers([one], period)));
  const named = (lacking.length > 0 ? lacking : cut).toSorted((one, two) => two.perDay - one.perDay);
  const whole = coverageOf(locations);
  return named.length === locations.length && whole !== undefined
    ? [{ title, country: undefined, ...whole }]
    : named.map(({ country, from, to }) => ({ title, country, from, to }));
}

/** Whether the locations of one dataset cover a period but for a part that does not matter. */
function covers(locations: readonly LocationCoverage[], period: Period): boolean {
  const days = daysOf(period);
  const covered = daysCovered(locations, period);
  const perDay = locations.reduce((sum, location) => sum + location.perDay, 0);
  const bearable = Math.min(mostMissingDays, Math.max(missingShare * days, chanceGaps / perDay));
  return covered > 0 && days - covered <= bearable;
}

/** Days of a period that the locations cover, each weighing as much as it has incidents a day. All days if there is no location. */
function daysCovered(locations: readonly LocationCoverage[], period: Period): number {
  const perDay = locations.reduce((sum, location) => sum + location.perDay, 0);
  if (perDay === 0) return daysOf(period);
  const expected = (location: LocationCoverage) => {
    const shared = overlapOf(location, period);
    return shared === undefined ? 0 : daysOf(shared) * location.perDay;
  };
  return locations.reduce((sum, location) => sum + expected(location), 0) / perDay;
}

/**
 * Those of some places that can be ranked by what they have in a period. A place whose data begins, ends or is joined by more within the days
 * that the data covers of any of them would be higher or lower for that reason alone. The regions of one location have the same data.
 * @param codes of locations or regions
 */
export function alikePlaces(
  codes: readonly string[],
  {
    filter,
    period,
    datasets,
  }: { readonly filter: Pick<Filter, 'dataset'>; readonly period: Period | null; readonly datasets: readonly Dataset[] },
): ReadonlySet<string> {
  const inScope = datasetsInScope(filter, datasets);
  const locations = [...new Set(codes.map((code) => wholeOf('region', code)))];
  const held = coverageOf(locations.flatMap((code) => coveredPeriods(code, inScope)));
  const days = held && period && overlapOf(held, period);
  if (!days || locations.length === 1) return new Set(codes);
  const isAlike = (code: string) => compareCoverage(inScope, { country: [code] }, days, days).kind === 'comparable';
  const alike = new Set(locations.filter((code) => isAlike(code)));
  return new Set(codes.filter((code) => alike.has(wholeOf('region', code))));
}
