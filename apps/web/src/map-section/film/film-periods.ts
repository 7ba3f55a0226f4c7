import {
  dateOfDay,
  dayNumber,
  type Interval,
  intervalStart,
  type IsoDate,
  nextIntervalStart,
  type Period,
  stepPeriod,
} from '@monitor/domain';

export const filmSteps = ['month', 'quarter', 'year'] as const satisfies readonly Interval[];
export type FilmStep = (typeof filmSteps)[number];

/** What each frame shows: its step alone, the twelve months that end with it, or everything from the start to its end. */
export const filmWindows = ['step', 'twelve_months', 'start'] as const;
export type FilmWindow = (typeof filmWindows)[number];

/** More frames take too long to make, and to watch. */
export const mostFrames = 240;

/** The periods of a film's frames, in order. Steps at the ends are cut to the whole period; twelve months that it has only in part are left out. */
export function filmPeriods({ from, to }: Period, step: FilmStep, window: FilmWindow): Period[] {
  const periods: Period[] = [];
  for (let start = intervalStart(from, step); start <= to; start = nextIntervalStart(start, step)) {
    const end = earlier(stepPeriod(start, step).to, to);
    const first = { step: later(start, from), start: from, twelve_months: twelveMonthsTo(end) }[window];
    if (first >= from) periods.push({ from: first, to: end });
  }
  return periods;
}

/** The shortest step with few enough frames. */
export function readableStep(period: Period): FilmStep {
  const few = 60;
  return filmSteps.find((step) => filmPeriods(period, step, 'step').length <= few) ?? 'year';
}

function twelveMonthsTo(end: IsoDate): IsoDate {
  const next = dateOfDay(dayNumber(end) + 1);
  const start = `${Number(next.slice(0, 4)) - 1}${next.slice(4)}`;
  return start.endsWith('-02-29') ? `${start.slice(0, 4)}-03-01` : start;
}

const earlier = (one: IsoDate, other: IsoDate) => (one < other ? one : other);
const later = (one: IsoDate, other: IsoDate) => (one > other ? one : other);
