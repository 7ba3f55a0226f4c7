import { remembering } from './remembering.ts';

/** A calendar date, `YYYY-MM-DD`, local to the place of the incident. */
export type IsoDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

/** The first day that any dataset may contain. Earlier dates are taken for typing errors. */
export const earliestDate: IsoDate = '1946-01-01';

/*
 * Calendar arithmetic goes through the platform's UTC dates, in which every day has 24 hours. (The Temporal polyfill does the
 * same a hundred times slower, and series need thousands of steps.)
 */

interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The parts of an existing date written `YYYY-MM-DD`; undefined otherwise. */
function readDate(text: string): CalendarDay | undefined {
  const [, year, month, day] = (pattern.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month)) ? { year, month, day } : undefined;
}

/** A page asks for the same few thousand days many times, which took a third of its time. */
const mostDays = 20_000;

const calendarDay = remembering(
  (date: IsoDate): CalendarDay => {
    const parts = readDate(date);
    if (!parts) throw new RangeError(`"${date}" is not an existing date written YYYY-MM-DD`);
    return parts;
  },
  undefined,
  mostDays,
);

function daysInMonth(year: number, month: number): number {
  return new Date(utc({ year, month: month + 1, day: 0 })).getUTCDate();
}

/** Milliseconds since 1970-01-01; months and days beyond their range run on into the next or previous. */
function utc({ year, month, day }: CalendarDay): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function formatDate(parts: CalendarDay): IsoDate {
  return dateOfDay(utc(parts) / millisecondsPerDay);
}

/** True for an existing calendar date written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  return readDate(text) !== undefined;
}

/** True for a time of day written `HH:MM`, from `00:00` to `23:59`. */
export function isLocalTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whole days since 1970-01-01. Throws `RangeError` on an impossible date. */
export const dayNumber = remembering((date: IsoDate) => utc(calendarDay(date)) / millisecondsPerDay, undefined, mostDays);

/** The date this many whole days after 1970-01-01. */
export const dateOfDay = remembering(
  (day: number): IsoDate => new Date(day * millisecondsPerDay).toISOString().slice(0, 10),
  undefined,
  mostDays,
);

export const intervals = ['day', 'week', 'month', 'quarter', 'year'] as const;
/** The length of one step of a series. Weeks start on Monday. */
export type Interval = (typeof intervals)[number];

/** First day of the interval in which the date lies. */
export function intervalStart(date: IsoDate, interval: Interval): IsoDate {
  const { year, month, day } = calendarDay(date);
  switch (interval) {
    case 'day':
      return date;
    case 'week': {
      const sinceMonday = (new Date(utc({ year, month, day })).getUTCDay() + 6) % 7;
      return formatDate({ year, month, day: day - sinceMonday });
    }
    case 'month':
      return formatDate({ year, month, day: 1 });
    case 'quarter':
      return formatDate({ year, month: month - ((month - 1) % 3), day: 1 });
    case 'year':
      return formatDate({ year, month: 1, day: 1 });
  }
}

/** First day of the interval after the one that starts on the given day. */
export function nextIntervalStart(start: IsoDate, interval: Interval): IsoDate {
  const { year, month, day } = calendarDay(start);
  switch (interval) {
    case 'day':
      return formatDate({ year, month, day: day + 1 });
    case 'week':
      return formatDate({ year, month, day: day + 7 });
    case 'month':
      return formatDate({ year, month: month + 1, day });
    case 'quarter':
      return formatDate({ year, month: month + 3, day });
    case 'year':
      return formatDate({ year: year + 1, month, day });
  }
}

/** The interval that gives a readable number of steps (at most about 190) between two days, both included. */
export function readableInterval(from: IsoDate, to: IsoDate): Interval {
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days <= 62) return 'day';
  if (days <= 184) return 'week';
  if (days <= 366 * 16) return 'month';
  return 'year';
}

/** Two days, both included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The days of the interval that starts on the given day. */
export function stepPeriod(start: IsoDate, interval: Interval): Period {
  return { from: start, to: dateOfDay(dayNumber(nextIntervalStart(start, interval)) - 1) };
}

/**
 * How a period to compare with was found: the same days one year or several years earlier, or the period of the same
 * length just before, which can hold other seasons.
 */
export type ComparisonRule = 'year_earlier' | 'years_earlier' | 'preceding';
export type ComparisonPeriod = Period & { readonly rule: ComparisonRule };

/**
 * The same days of the calendar as many whole years earlier as it takes for the two periods to share no day, so that seasons do not pass
 * for change: one year for a period of up to a year, three for one of 29 months.
 */
export function comparisonPeriod({ from, to }: Period): ComparisonPeriod {
  const first = calendarDay(from);
  const after = calendarDay(nextIntervalStart(to, 'day'));
  let years = Math.max(1, after.year - first.year);
  while (monthsBefore(after, 12 * years) > from) years++;
  const last = dateOfDay(dayNumber(monthsBefore(after, 12 * years)) - 1);
  return { from: monthsBefore(first, 12 * years), to: last, rule: years === 1 ? 'year_earlier' : 'years_earlier' };
}

/** The period of the same length that ends on the day before; whole months have as many whole months before them. */
export function precedingPeriod({ from, to }: Period): ComparisonPeriod {
  const first = calendarDay(from);
  const after = calendarDay(nextIntervalStart(to, 'day'));
  const before = dateOfDay(dayNumber(from) - 1);
  if (first.day === 1 && after.day === 1) {
    const months = (after.year - first.year) * 12 + after.month - first.month;
    return { from: monthsBefore(first, months), to: before, rule: 'preceding' };
  }
  const days = dayNumber(formatDate(after)) - dayNumber(from);
  return { from: dateOfDay(dayNumber(from) - days), to: before, rule: 'preceding' };
}

/** Today by the clock and the zone of this machine. */
export function today(now = new Date()): IsoDate {
  return formatDate({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
}

/** Hours by which the zones farthest east are before UTC. */
const easternmost = 14;

/** Today where it is latest: no place on earth has a later day. */
export function latestToday(now = new Date()): IsoDate {
  return new Date(now.getTime() + easternmost * 3_600_000).toISOString().slice(0, 10);
}

/** The same day this many months earlier, or the last of that month where it has no such day. */
function monthsBefore({ year, month, day }: CalendarDay, months: number): IsoDate {
  const start = calendarDay(formatDate({ year, month: month - months, day: 1 }));
  return formatDate({ ...start, day: Math.min(day, daysInMonth(start.year, start.month)) });
}
