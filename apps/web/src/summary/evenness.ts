import type { Filter, IsoDate, Period } from '@monitor/domain';
import { type Dataset, daysOf, locationCoverage, type LocationCoverage, namedLocations, overlapOf } from './dataset-coverage.ts';

/** Whether the counts of two periods can be compared. */
export type Evenness =
  /** The days of each that the data cover; a location with more incidents weighs more. */
  | { readonly kind: 'even'; readonly days: number; readonly otherDays: number }
  /** The data end within the period, on this day. */
  | { readonly kind: 'part_of_period'; readonly lastDay: IsoDate }
  /** A part of the data lies in one of the periods only, so that their difference would be one of coverage. */
  | { readonly kind: 'uneven_data' };

/** What a dataset may lack of a period that it covers: a twentieth of the days, and never more than a month. */
const missingShare = 0.05;
const mostMissingDays = 31;
/** A dataset of few incidents has none on many days: so many times the mean gap between two is no end of the data. */
const chanceGaps = 2;

/**
 * Whether the data hold two periods alike. What they lack of one of them may be no more than a small part, and is taken out of the
 * days that the counts are divided by.
 * @param datasets those that the counts can come from; without any, nothing is known of them and all days count
 */
export function evenness(
  datasets: readonly Dataset[],
  filter: Pick<Filter, 'country' | 'region'>,
  period: Period,
  other: Period,
): Evenness {
  const named = namedLocations(filter);
  const coverages = datasets
    .map((dataset) =>
      locationCoverage(dataset).filter(
        (location) =>
          (named?.includes(location.country) ?? true) &&
          (overlapOf(location, period) !== undefined || overlapOf(location, other) !== undefined),
      ),
    )
    .filter((locations) => locations.length > 0);
  if (coverages.every((locations) => covers(locations, period) && covers(locations, other)))
    return { kind: 'even', days: daysCovered(coverages.flat(), period), otherDays: daysCovered(coverages.flat(), other) };
  const lastDay = coverages
    .flat()
    .map(({ to }) => to)
    .reduce((one, two) => (one > two ? one : two));
  const held = { from: period.from, to: lastDay };
  const endsWithin = period.from <= lastDay && lastDay < period.to;
  return endsWithin && coverages.every((locations) => covers(locations, held) && covers(locations, other))
    ? { kind: 'part_of_period', lastDay }
    : { kind: 'uneven_data' };
}

/** Whether the locations of one dataset cover a period but for a part that does not matter. */
function covers(locations: readonly LocationCoverage[], period: Period): boolean {
  const days = daysOf(period);
  const covered = daysCovered(locations, period);
  const perDay = locations.reduce((sum, location) => sum + location.perDay, 0);
  const bearable = Math.min(mostMissingDays, Math.max(missingShare * days, chanceGaps / perDay));
  return covered > 0 && days - covered <= bearable;
}

/** Days of a period that the locations cover, each weighing as much as it has incidents a day. All days where there is no location. */
function daysCovered(locations: readonly LocationCoverage[], period: Period): number {
  const perDay = locations.reduce((sum, location) => sum + location.perDay, 0);
  if (perDay === 0) return daysOf(period);
  const expected = (location: LocationCoverage) => {
    const shared = overlapOf(location, period);
    return shared === undefined ? 0 : daysOf(shared) * location.perDay;
  };
  return locations.reduce((sum, location) => sum + expected(location), 0) / perDay;
}
