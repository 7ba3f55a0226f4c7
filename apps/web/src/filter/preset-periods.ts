import { earliestDate, type Filter, type Period } from '@monitor/domain';
import { lastTwelveMonths, wholeMonths } from '@monitor/findings';

/** A period that one press chooses. */
export type Preset = 'all' | 'years' | 'twelve_months' | 'custom';

const yearOf = (date: string) => Number(date.slice(0, 4));

/** The calendar years that the data touch, latest first. */
export function yearsOf(coverage: Period): number[] {
  const last = yearOf(coverage.to);
  return Array.from({ length: last - yearOf(coverage.from) + 1 }, (_, back) => last - back);
}

/** The days that can be chosen: to the end of this year, or of the last year of the data. A later one is a typing error. */
export function possibleDays(coverage: Period | undefined, thisYear: number): Period {
  return { from: earliestDate, to: `${Math.max(thisYear, coverage === undefined ? 0 : yearOf(coverage.to))}-12-31` };
}

/** A calendar year, cut to the last day of the data, so that the comparison is with as many days of the year before. */
export function yearPeriod(year: number, coverage: Period): Period {
  const end = `${year}-12-31`;
  return { from: `${year}-01-01`, to: end > coverage.to && yearOf(coverage.to) === year ? coverage.to : end };
}

/** From one calendar year to another, in either order. */
export function yearsPeriod(one: number, other: number, coverage: Period): Period {
  return { from: yearPeriod(Math.min(one, other), coverage).from, to: yearPeriod(Math.max(one, other), coverage).to };
}

/** The last twelve whole months of the data; undefined if it is shorter. */
export function lastYearOf(coverage: Period): Period | undefined {
  const period = lastTwelveMonths(coverage);
  return wholeMonths(period) === 12 ? period : undefined;
}

/** What a page of places offers: the last twelve whole months, or those of shorter data, and each year. */
export function placePeriods(coverage: Period): readonly Period[] {
  const last = lastTwelveMonths(coverage);
  const years = yearsOf(coverage).map((year) => yearPeriod(year, coverage));
  return [last, ...years.filter((year) => !isSame(year, last))];
}

const isSame = (one: Period, other: Period) => one.from === other.from && one.to === other.to;

/** Which preset the filter's period is. */
export function presetOf(filter: Pick<Filter, 'from' | 'to'>, coverage: Period | undefined): Preset {
  const { from, to } = filter;
  if (from === undefined && to === undefined) return 'all';
  if (coverage === undefined || from === undefined || to === undefined) return 'custom';
  const lastYear = lastYearOf(coverage);
  if (lastYear !== undefined && isSame(lastYear, { from, to })) return 'twelve_months';
  return isSame(yearsPeriod(yearOf(from), yearOf(to), coverage), { from, to }) ? 'years' : 'custom';
}
