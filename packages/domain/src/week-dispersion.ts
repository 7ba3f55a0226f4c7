import { dateOfDay, dayNumber, type IsoDate, type Period } from './date.ts';
import type { Filter } from './filter.ts';

/**
 * How much the incidents of a selection vary from week to week, in whole numbers, so that it is the same however it is added up.
 * Differences of neighbouring weeks know nothing of slow changes of the level and little of the season. Incidents of which only the month
 * or year is known lie on one day of it, and are left out.
 */
export interface Dispersion {
  /** Whole weeks that are compared with the next. */
  readonly weeks: number;
  /** Sum over neighbouring weeks of the square of the difference of their incidents. */
  readonly squares: number;
  /** Sum over neighbouring weeks of the incidents of both: what the squares come to on average if incidents happen at random. */
  readonly sums: number;
}

/** Weeks without a gap, the last of which ends with the last day of what they are counted of. */
export interface WholeWeeks {
  readonly from: IsoDate;
  readonly weeks: number;
}

/** The weeks that lie in a period as a whole. */
export function wholeWeeksOf(period: Period | null): WholeWeeks {
  if (period === null) return { from: dateOfDay(0), weeks: 0 };
  const after = dayNumber(period.to) + 1;
  const weeks = Math.max(0, Math.floor((after - dayNumber(period.from)) / 7));
  return { from: dateOfDay(after - 7 * weeks), weeks };
}

/** The weeks of a calendar year that lie within the days of a filter and of the data. */
export function weeksOfYear(year: number, { from, to }: Pick<Filter, 'from' | 'to'>, covered: Period | null): WholeWeeks {
  const inOrder = (...days: readonly (string | undefined)[]) => days.filter((day) => day !== undefined).toSorted();
  if (covered === null) return wholeWeeksOf(null);
  return wholeWeeksOf({
    from: inOrder(`${year}-01-01`, from, covered.from).at(-1)!,
    to: inOrder(`${year}-12-31`, to, covered.to)[0]!,
  });
}

/** The days of such weeks. There is at least one. */
export function daysOfWeeks({ from, weeks }: WholeWeeks): Period {
  return { from, to: dateOfDay(dayNumber(from) + 7 * weeks - 1) };
}

/** @param counts incidents of each week, oldest first */
export function dispersionOfCounts(counts: ArrayLike<number>): Dispersion {
  let [squares, sums] = [0, 0];
  for (let week = 1; week < counts.length; week++) {
    squares += (counts[week]! - counts[week - 1]!) ** 2;
    sums += counts[week]! + counts[week - 1]!;
  }
  return { weeks: counts.length, squares, sums };
}

/** Of several selections that have no incident in common, such as places or years: how each of them varies. */
export function addDispersions(parts: readonly Dispersion[]): Dispersion {
  const add = (of: (part: Dispersion) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  return { weeks: add(({ weeks }) => weeks), squares: add(({ squares }) => squares), sums: add(({ sums }) => sums) };
}
