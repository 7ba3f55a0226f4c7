import {
  dateOfDay,
  dayNumber,
  type Interval,
  type IsoDate,
  intervalStart,
  nextIntervalStart,
  type Period,
  stepPeriod,
} from '@monitor/domain';
import { overlapOf } from '@monitor/findings';

/** What is around some days: the steps beside them, and the ways back and on. */
export interface StepsAround {
  /** The day, week, month, quarter or year of the calendar that the days are of; undefined if they are none. */
  readonly unit: Interval | undefined;
  readonly bars: Period;
  readonly interval: Interval;
  readonly previous: Period | undefined;
  readonly next: Period | undefined;
}

const dayAfter = (date: IsoDate, days: number) => dateOfDay(dayNumber(date) + days);

/** Weeks before and after one. */
const weeks = 6;

/**
 * The steps around a period: days of a month, weeks, months of a year or, of longer ones, years.
 * @param coverage the days of the data, which nothing leads out of
 */
export function stepsAround(period: Period, coverage: Period): StepsAround {
  const { from, to } = period;
  // The last one may not be complete.
  const unit = (['day', 'week', 'month', 'quarter', 'year'] as const).find(
    (one) => intervalStart(from, one) === from && to < nextIntervalStart(from, one),
  );
  const within = (wanted: Period) => overlapOf(wanted, coverage);
  const neighbour = (date: IsoDate) => unit && within(stepPeriod(intervalStart(date, unit), unit));
  const [bars, interval] = barsOf(period, unit);
  return {
    unit,
    bars: within(bars) ?? bars,
    interval,
    previous: neighbour(dayAfter(from, -1)),
    next: unit && neighbour(nextIntervalStart(from, unit)),
  };
}

function barsOf({ from, to }: Period, unit: Interval | undefined): readonly [Period, Interval] {
  if (unit === 'day') return [stepPeriod(intervalStart(from, 'month'), 'month'), 'day'];
  if (unit === 'week') return [{ from: dayAfter(from, -7 * weeks), to: dayAfter(from, 7 * weeks + 6) }, 'week'];
  if (unit !== undefined) return [stepPeriod(intervalStart(from, 'year'), 'year'), 'month'];
  const days = dayNumber(to) - dayNumber(from);
  return [{ from, to }, days > 800 ? 'year' : days > 62 ? 'month' : 'day'];
}
