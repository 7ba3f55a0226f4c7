import { Temporal } from 'temporal-polyfill';

/** A calendar date, `YYYY-MM-DD`, local to the place of the incident. */
export type IsoDate = string;

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** The first day that any dataset may speak of. Earlier dates are taken for typing errors. */
export const earliestDate: IsoDate = '1946-01-01';

/** True for an existing calendar date written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!pattern.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

const epoch = Temporal.PlainDate.from('1970-01-01');

/** Whole days since 1970-01-01. Throws `RangeError` on an impossible date. */
export function dayNumber(date: IsoDate): number {
  return epoch.until(Temporal.PlainDate.from(date, { overflow: 'reject' }), { largestUnit: 'days' }).days;
}

/** The date that lies so many whole days after 1970-01-01. */
export function dateOfDay(day: number): IsoDate {
  return epoch.add({ days: day }).toString();
}

export const intervals = ['day', 'week', 'month', 'quarter', 'year'] as const;
/** The length of one step of a series. Weeks start on Monday. */
export type Interval = (typeof intervals)[number];

/** First day of the interval in which the date lies. */
export function intervalStart(date: IsoDate, interval: Interval): IsoDate {
  const day = Temporal.PlainDate.from(date);
  switch (interval) {
    case 'day':
      return date;
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 }).toString();
    case 'month':
      return day.with({ day: 1 }).toString();
    case 'quarter':
      return day.with({ month: day.month - ((day.month - 1) % 3), day: 1 }).toString();
    case 'year':
      return day.with({ month: 1, day: 1 }).toString();
  }
}

/** First day of the interval after the one that starts on the given day. */
export function nextIntervalStart(start: IsoDate, interval: Interval): IsoDate {
  const step = { day: { days: 1 }, week: { days: 7 }, month: { months: 1 }, quarter: { months: 3 }, year: { years: 1 } };
  return Temporal.PlainDate.from(start).add(step[interval]).toString();
}

/** The interval that gives a readable number of steps (at most about 190) between two days, both included. */
export function readableInterval(from: IsoDate, to: IsoDate): Interval {
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days <= 62) return 'day';
  if (days <= 366) return 'week';
  if (days <= 366 * 16) return 'month';
  return 'year';
}

/** Two days, both included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The period that a period is compared with: shorter than a year, the same days one year earlier, so that seasons
 * do not pass for change; otherwise the period of the same length that ends on the day before. Whole months are
 * compared with as many whole months.
 */
export function comparisonPeriod({ from, to }: Period): Period & { readonly rule: 'year_earlier' | 'preceding' } {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  const after = last.add({ days: 1 });
  if (Temporal.PlainDate.compare(after, first.add({ years: 1 })) < 0) {
    return {
      from: first.subtract({ years: 1 }).toString(),
      to: after.subtract({ years: 1 }).subtract({ days: 1 }).toString(),
      rule: 'year_earlier',
    };
  }
  const before = first.subtract({ days: 1 }).toString();
  if (first.day === 1 && after.day === 1) {
    const months = first.until(after, { largestUnit: 'months' }).months;
    return { from: first.subtract({ months }).toString(), to: before, rule: 'preceding' };
  }
  const { days } = first.until(after, { largestUnit: 'days' });
  return { from: first.subtract({ days }).toString(), to: before, rule: 'preceding' };
}
