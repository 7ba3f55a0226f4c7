import type { Summary } from '@monitor/contract';
import {
  dateOfDay,
  dayNumber,
  isSilent,
  type IsoDate,
  type Measure,
  nextIntervalStart,
  type Period,
  reportedOf,
  reportedTogether,
} from '@monitor/domain';

/** What a measure adds up to from the first day of a period on. */
export interface RunningTotal {
  /** Days since the beginning of day 1, and the total at the end of these days. Begins with [0, 0]; empty if there is no data, or no incident gives the number. */
  readonly points: readonly (readonly [days: number, total: number])[];
  /** Days of the period. */
  readonly days: number;
  /** Whether the data ends before the period does. */
  readonly isCut: boolean;
}

/**
 * The running total of a series, to the last day of the data.
 * @param lastDay of the data; undefined if it is not known
 */
export function runningTotal(
  { interval, points }: Summary['series'],
  { from, to }: Period,
  measure: Measure,
  lastDay: IsoDate | undefined,
): RunningTotal {
  const first = dayNumber(from);
  const days = dayNumber(to) - first + 1;
  const end = lastDay === undefined ? days : Math.min(days, dayNumber(lastDay) - first + 1);
  // A line at 0 would say what nobody has reported.
  if (isSilent(reportedTogether(points.map((point) => reportedOf(point, measure))))) return { points: [], days, isCut: end < days };
  let total = 0;
  const running: (readonly [number, number])[] = [[0, 0]];
  for (const point of points) {
    total += point[measure] ?? 0;
    const after = Math.min(dayNumber(nextIntervalStart(point.start, interval)) - first, end);
    if (after > (running.at(-1)?.[0] ?? 0)) running.push([after, total]);
  }
  return { points: running, days, isCut: end < days };
}

/** The total at the end of so many days: that of the last step which ended by then; undefined after the end. */
export function totalAfter({ points }: RunningTotal, days: number): number | undefined {
  return days > (points.at(-1)?.[0] ?? 0) ? undefined : points.findLast(([end]) => end <= days)?.[1];
}

/** A tick of the axis of days. */
export interface DayTick {
  /** Days since the beginning of day 1. */
  readonly at: number;
  /** The day that begins there where the axis has dates, else the number of the day. */
  readonly day: IsoDate | number;
}

const mostTicks = 5;
/** The longer of two years ends a day after the other: no month begins there. */
const leapDay = 1;

/**
 * Ticks of an axis of days: the first days of months by their dates, where both periods begin on the same day of the year, else days by
 * their number.
 */
export function dayTicks(a: Period, b: Period, days: number): DayTick[] {
  const first = dayNumber(a.from);
  if (a.from.slice(5) === b.from.slice(5) && days >= 56 && days <= 366) {
    const starts: DayTick[] = [];
    for (
      let day = a.from.endsWith('-01') ? a.from : nextMonth(a.from);
      dayNumber(day) - first < days - leapDay;
      day = nextMonth(day)
    )
      starts.push({ at: dayNumber(day) - first, day });
    const every = Math.ceil(starts.length / mostTicks);
    return starts.filter((_, index) => index % every === 0);
  }
  const steps = [1, 2, 5, 7, 10, 14, 28, 50, 100, 200, 365, 730, 1461, 3652, 7305, 14_610];
  const step = steps.find((one) => days / one <= mostTicks) ?? 36_524;
  return Array.from({ length: Math.floor((days - 1) / step) + 1 }, (_, index) => ({ at: index * step, day: index * step + 1 }));
}

function nextMonth(day: IsoDate): IsoDate {
  return nextIntervalStart(dateOfDay(dayNumber(day) - Number(day.slice(8)) + 1), 'month');
}
