import {
  dateOfDay,
  dayNumber,
  type Filter,
  intervalStart,
  type IsoDate,
  nextIntervalStart,
  type Period,
  stepPeriod,
} from '@monitor/domain';

/** A stretch of whole months, by position in the list of months: `start` is in it, `end` is the first one after it. */
export interface BrushWindow {
  readonly start: number;
  readonly end: number;
}

export type BrushPart = 'start' | 'end' | 'window';

const clamp = (value: number, least: number, greatest: number) => Math.min(Math.max(value, least), greatest);

/** Position of a day on the axis of months, in months from the first: the middle of January is 0.5. */
function position(date: IsoDate, months: readonly IsoDate[]): number {
  const month = intervalStart(date, 'month');
  const index = months.indexOf(month);
  if (index < 0) return date < (months[0] ?? '') ? 0 : months.length;
  const length = dayNumber(nextIntervalStart(month, 'month')) - dayNumber(month);
  return index + (dayNumber(date) - dayNumber(month)) / length;
}

/** Where the filter's period lies on the axis, in parts of months; an open side reaches to the axis' end. */
export function shownWindow({ from, to }: Pick<Filter, 'from' | 'to'>, months: readonly IsoDate[]): BrushWindow {
  return {
    start: from === undefined ? 0 : position(from, months),
    end: to === undefined ? months.length : position(dateOfDay(dayNumber(to) + 1), months),
  };
}

/** The whole months that a shown window covers best, at least one. */
export function snapToMonths({ start, end }: BrushWindow, count: number): BrushWindow {
  const first = clamp(Math.round(start), 0, Math.max(0, count - 1));
  return { start: first, end: clamp(Math.round(end), first + 1, Math.max(1, count)) };
}

/** Moves one handle, or the whole window with its length kept, by a number of months; nothing leaves the axis. */
export function moveWindow(window: BrushWindow, part: BrushPart, by: number, count: number): BrushWindow {
  const { start, end } = window;
  if (part === 'start') return { start: clamp(start + by, 0, end - 1), end };
  if (part === 'end') return { start, end: clamp(end + by, start + 1, count) };
  const shift = clamp(by, -start, count - end);
  return { start: start + shift, end: end + shift };
}

/** The months between two positions, for a window drawn afresh on the axis; at least the month that was pressed. */
export function windowBetween(anchor: number, at: number, count: number): BrushWindow {
  const month = (value: number) => clamp(Math.floor(value), 0, Math.max(0, count - 1));
  return { start: month(Math.min(anchor, at)), end: month(Math.max(anchor, at)) + 1 };
}

/** The period of a window; all months are no constraint, so that later data stay in. The last day is cut to the data's. */
export function periodOf({ start, end }: BrushWindow, months: readonly IsoDate[], coverage: Period | undefined): Partial<Period> {
  if (start <= 0 && end >= months.length) return {};
  const from = months[start];
  const last = months[end - 1];
  if (from === undefined || last === undefined) return {};
  const { to: monthEnd } = stepPeriod(last, 'month');
  const cut = coverage !== undefined && monthEnd > coverage.to && coverage.to >= last;
  return { from, to: cut ? coverage.to : monthEnd };
}

/** How time is played: whether the window moves or grows, and how fast. */
export const playModes = ['moves', 'grows'] as const;
const speeds = { half: 0.5, usual: 1, double: 2, fourfold: 4 } as const;
export const playSpeeds = Object.keys(speeds) as (keyof typeof speeds)[];

export interface Playing {
  readonly mode: (typeof playModes)[number];
  readonly speed: keyof typeof speeds;
}

/** Milliseconds that a month is shown at the usual speed, and the least that anything is shown: see `AddressPace`. */
const usualPause = 800;
const leastPause = 400;

/** Milliseconds that each window is shown at least, and how many months lie between two: the fastest speed leaves some out. */
export function playPace(speed: Playing['speed']): { readonly pause: number; readonly months: number } {
  const pause = usualPause / speeds[speed];
  return { pause: Math.max(leastPause, pause), months: Math.max(1, leastPause / pause) };
}

/**
 * The next window of the animation, or undefined at the end. One over everything starts again: as the first year where the window moves,
 * as the first month where it grows.
 */
export function nextWindow(
  window: BrushWindow,
  count: number,
  { mode, speed }: Playing = { mode: 'moves', speed: 'usual' },
): BrushWindow | undefined {
  const part = mode === 'grows' ? 'end' : 'window';
  const first = mode === 'grows' ? 1 : 12;
  if (window.start <= 0 && window.end >= count) return count > first ? { start: 0, end: first } : undefined;
  if (window.end >= count) return undefined;
  return moveWindow(window, part, playPace(speed).months, count);
}
