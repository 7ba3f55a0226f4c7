import { dateOfDay, dayNumber, type Interval, type IsoDate, nextIntervalStart, type Period, stepPeriod } from '@monitor/domain';
import { levelChanges } from '@monitor/statistics';
import type { JudgedStep } from './trend-steps.ts';

/** A change of the level of a series of months. */
export interface TrendLevel {
  /** First day of the first month of the new level. */
  readonly start: IsoDate;
  /** First days of the months between which it lies with 95% certainty. */
  readonly earliest: IsoDate;
  readonly latest: IsoDate;
  /** As shares of one: 0.22 is 22% more. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Whether the difference allows for the time of year, which means do not. */
  readonly seasonal: boolean;
  /** The levels before and after it, each to the next change, marked or not. */
  readonly before: LevelMean;
  readonly after: LevelMean;
}

/** What a month has on average in some whole months. */
export interface LevelMean {
  readonly period: Period;
  readonly mean: number;
}

/**
 * Changes of the level of a monthly series, oldest first: none, one or two. The months are made equally long; incomplete ones and, where the
 * data changes, the series as a whole are left out, since such a change would be one of the data. Quarters and years are too few, days and
 * weeks have events of their own.
 * @param end first month that still fills up; it and later ones are left out
 */
export function trendLevels(steps: readonly JudgedStep[], interval: Interval, end?: IsoDate): TrendLevel[] {
  if (interval !== 'month' || new Set(steps.filter(({ covered }) => covered).map(({ stretch }) => stretch)).size > 1) return [];
  const months = steps.filter(({ covered }) => covered);
  const counts = months.map(({ whole, start }) => (end !== undefined && start >= end ? null : whole));
  const exposure = months.map(({ start }) => dayNumber(nextIntervalStart(start, 'month')) - dayNumber(start));
  const changes = levelChanges(counts, { exposure });
  const meanOf = (first: number, next: number): LevelMean => {
    const known = months.slice(first, next).filter((_, at) => counts[first + at] !== null);
    const [from = '', to = from] = [known[0]?.start, known.at(-1)?.start];
    const sum = known.reduce((total, { count }) => total + count, 0);
    return { period: { from, to: stepPeriod(to, 'month').to }, mean: sum / Math.max(1, known.length) };
  };
  const startOf = (index: number) => months[Math.min(index, months.length - 1)]?.start ?? '';
  return changes.map(({ at, earliest, latest, ratio, low, high, seasonal }, index) => ({
    start: startOf(at),
    earliest: startOf(earliest),
    latest: startOf(latest),
    difference: ratio - 1,
    low: low - 1,
    high: high - 1,
    seasonal,
    before: meanOf(changes[index - 1]?.at ?? 0, at),
    after: meanOf(at, changes[index + 1]?.at ?? counts.length),
  }));
}

/**
 * What a month has on average at each level, and in the compared period, so that nobody takes one for another. Also of the levels that end or
 * begin with a change that is not marked. Empty if no change is marked, and where the compared period is no whole months, or all of them.
 */
export function averageLevels(
  levels: readonly TrendLevel[],
  steps: readonly JudgedStep[],
  { from, to }: Period,
): readonly LevelMean[] {
  const compared = steps.filter(({ start }) => start >= from && start <= to);
  const [change, first, begins] = [levels[0], steps.find(({ covered }) => covered), compared[0]?.start];
  if (change === undefined || first === undefined || begins !== from || begins === first.start) return [];
  if (!levels.some(isMarked) || compared.some(({ whole }) => whole === null)) return [];
  const sum = compared.reduce((total, { count }) => total + count, 0);
  return [change.before, ...levels.map(({ after }) => after), { period: { from, to }, mean: sum / compared.length }];
}

/** A change is marked where its date is known to within so many months, and its interval leaves out that there was none. */
const mostMonths = 12;

export function isMarked({ earliest, latest, low, high }: TrendLevel): boolean {
  return monthsBetween(earliest, latest) <= mostMonths && (low > 0 || high < 0);
}

function monthsBetween(one: IsoDate, other: IsoDate): number {
  return (Number(other.slice(0, 4)) - Number(one.slice(0, 4))) * 12 + Number(other.slice(5, 7)) - Number(one.slice(5, 7));
}

/** Reports of an incident come in for about this long after it. */
const daysOfReports = 90;

/**
 * The first step of those that still fill up: that end less than 90 days before the data was last updated. Undefined if all of them are full,
 * and where it is not known when that was.
 * @param updated moments at which the datasets of the last step were updated, as ISO 8601
 */
export function provisionalFrom(
  steps: readonly JudgedStep[],
  interval: Interval,
  updated: readonly (string | null)[],
): IsoDate | undefined {
  const moments = updated.flatMap((moment) => moment ?? []).toSorted();
  const latest = moments.at(-1);
  if (latest === undefined || interval === 'year') return undefined;
  const full = dateOfDay(dayNumber(latest.slice(0, 10)) - daysOfReports);
  const first = steps.find(({ start, covered }) => covered && nextIntervalStart(start, interval) > full);
  return first === undefined || first === steps[0] ? undefined : first.start;
}
