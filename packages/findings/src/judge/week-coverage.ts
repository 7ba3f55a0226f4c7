import {
  dateOfDay,
  dayNumber,
  type DatasetDays,
  intervalStart,
  type LocationCoverage,
  locationCoverage,
  nextIntervalStart,
  type WeekCounts,
} from '@monitor/domain';

/** Share of a location's incidents from which on a dataset changes the level of its counts where it begins. */
const leastShare = 0.05;

/**
 * For each week counted, the position of the first week that it can be compared with, the location being covered by the same datasets from
 * there on; undefined if the location is not covered in the whole week. Positions below 0 are before the weeks counted.
 */
export function comparableSince(country: string, { from, weeks, datasets }: WeekCounts): (number | undefined)[] {
  const monday = dayNumber(from);
  const notable = notableCoverage(country, datasets).map((coverage) => ({
    first: (dayNumber(firstMonday(coverage.from)) - monday) / 7,
    last: (dayNumber(intervalStart(dateOfDay(dayNumber(coverage.to) + 1), 'week')) - monday) / 7 - 1,
  }));
  return Array.from({ length: weeks }, (_, week) => {
    const covering = notable.filter(({ first, last }) => first <= week && week <= last);
    return covering.length === 0 ? undefined : Math.max(...covering.map(({ first }) => first));
  });
}

/** The days that each dataset covers of a location, without datasets of so few incidents that they do not matter. */
function notableCoverage(country: string, datasets: readonly DatasetDays[]): LocationCoverage[] {
  const all = datasets.flatMap((dataset) => locationCoverage(dataset).filter((one) => one.country === country));
  const most = Math.max(...all.map(({ perDay }) => perDay));
  return all.filter(({ perDay }) => perDay >= leastShare * most);
}

/** The first Monday from a day on. */
function firstMonday(day: string): string {
  const start = intervalStart(day, 'week');
  return start === day ? start : nextIntervalStart(start, 'week');
}
