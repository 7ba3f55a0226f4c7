import type { IntervalChoice, Summary } from '@monitor/contract';
import {
  dayNumber,
  figuresFrom,
  type Interval,
  intervals,
  intervalStart,
  isSeries,
  type Measure,
  measureNames,
  nextIntervalStart,
  type Period,
  readableInterval,
} from '@monitor/domain';

type Series = Summary['series'];
type Point = Series['points'][number];

/** Fewer events than this are shown in longer steps and as bars: a line between them would suggest numbers that nobody counted. */
export const fewEvents = 20;

/** The intervals that can be chosen for a period: those without too many steps. */
export function intervalOptions(period: Period | undefined): IntervalChoice[] {
  return ['auto', ...intervals.filter((interval) => period === undefined || isSeries(interval, period))];
}

/** The interval to ask for: the chosen one or, where none is chosen or the period is too long for it, what readable steps are made of. */
export function askedInterval(chosen: IntervalChoice, period: Period | undefined): IntervalChoice {
  if (chosen !== 'auto' && intervalOptions(period).includes(chosen)) return chosen;
  return period === undefined ? 'auto' : askedSteps(period);
}

/** The steps to ask for where they are chosen automatically: those that all readable ones are made of. */
export function askedSteps(period: Period): 'day' | 'month' {
  const readable = readableInterval(period.from, period.to);
  return readable === 'day' || readable === 'week' ? 'day' : 'month';
}

/** The series as it is shown: in the steps that were chosen, or in readable ones. */
export function shownSeries(
  { series, period, totals }: Pick<Summary, 'series' | 'period' | 'totals'>,
  chosen: IntervalChoice,
  measure: Measure,
): Series {
  if (period === null || chosen === series.interval) return series;
  return readableSeries(series, period, measure, totals[measure] ?? 0);
}

/** A series in steps that can be read: those of the period's length, or the next longer ones where there are few events. */
export function readableSeries({ interval, points, parts }: Series, period: Period, measure: Measure, events: number): Series {
  const readable = readableInterval(period.from, period.to);
  const longer = intervals[intervals.indexOf(readable) + 1] ?? readable;
  // Rounds are no events: one find holds hundreds, and a few of them do not make a series sparse.
  // Nor is a day or two read as a week.
  const isFew = events < fewEvents && measure !== 'rounds' && dayNumber(period.to) - dayNumber(period.from) >= 6;
  const wanted = isFew ? longer : readable;
  if (!isMadeOf(wanted, interval)) return { interval, points, ...(parts && { parts }) };
  return {
    interval: wanted,
    points: gather(points, interval, wanted),
    ...(parts && { parts: parts.map((part) => ({ ...part, points: gather(part.points, interval, wanted) })) }),
  };
}

/** Whether steps can be made of shorter ones: months are not made of weeks. */
function isMadeOf(whole: Interval, part: Interval): boolean {
  if (whole === part) return true;
  return part === 'day' || (part !== 'week' && intervals.indexOf(whole) > intervals.indexOf(part));
}

/** Longer steps with the sums of the shorter ones. One is partial where a part of it is, or where the series does not reach its ends. */
function gather(points: readonly Point[], interval: Interval, wanted: Interval): Point[] {
  if (interval === wanted) return [...points];
  const gathered: Point[] = [];
  for (const point of points) {
    const start = intervalStart(point.start, wanted);
    const last = gathered.at(-1);
    if (last?.start === start) gathered[gathered.length - 1] = sumOf(last, point);
    else gathered.push({ ...point, start, partial: point.partial || point.start !== start });
  }
  const end = points.at(-1);
  const last = gathered.at(-1);
  if (end && last && nextIntervalStart(end.start, interval) < nextIntervalStart(last.start, wanted))
    gathered[gathered.length - 1] = { ...last, partial: true };
  return gathered;
}

function sumOf(one: Point, other: Point): Point {
  const asked = measureNames.filter((name) => one[name] !== undefined);
  const figures = figuresFrom(
    asked,
    (name) => (one[name] ?? 0) + (other[name] ?? 0),
    (name) => (one.notReported[name] ?? 0) + (other.notReported[name] ?? 0),
  );
  return { start: one.start, ...figures, partial: one.partial || other.partial };
}
