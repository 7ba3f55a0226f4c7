import { dateOfDay, dayNumber, type Interval, intervalStart, type IsoDate, nextIntervalStart, type Period } from './date.ts';

/** The units of the calendar that a report is about, shortest first. */
export const calendarUnits = ['month', 'quarter', 'year'] as const satisfies readonly Interval[];
export type CalendarUnit = (typeof calendarUnits)[number];

/** A whole month, quarter or year of the calendar. */
export type CalendarPeriod = Period & { readonly unit: CalendarUnit };

const pattern = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** The month, quarter or year written `2026-09`, `2026-Q3` or `2026`; undefined for anything else. */
export function parseCalendarPeriod(text: string): CalendarPeriod | undefined {
  const [, year, quarter, month] = pattern.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month !== undefined) return calendarPeriodAt(`${year}-${month}-01`, 'month');
  if (quarter === undefined) return calendarPeriodAt(`${year}-01-01`, 'year');
  return calendarPeriodAt(`${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`, 'quarter');
}

/** How a month, quarter or year is written: `2026-09`, `2026-Q3`, `2026`. */
export function calendarPeriodText({ unit, from }: CalendarPeriod): string {
  const year = from.slice(0, 4);
  switch (unit) {
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${year}-Q${quarterOf(from)}`;
    case 'year':
      return year;
  }
}

/** The quarter of a date, 1 to 4. */
export function quarterOf(date: IsoDate): number {
  return Math.ceil(Number(date.slice(5, 7)) / 3);
}

/** The month, quarter or year in which a date lies. */
export function calendarPeriodAt(date: IsoDate, unit: CalendarUnit): CalendarPeriod {
  const from = intervalStart(date, unit);
  return { unit, from, to: dayBefore(nextIntervalStart(from, unit)) };
}

/** The month, quarter or year that is just these days; undefined if they are none. */
export function calendarPeriodOf({ from, to }: Period): CalendarPeriod | undefined {
  return calendarUnits.map((unit) => calendarPeriodAt(from, unit)).find((period) => period.from === from && period.to === to);
}

/** The month, quarter or year just before. */
export function calendarPeriodBefore({ unit, from }: CalendarPeriod): CalendarPeriod {
  return calendarPeriodAt(dayBefore(from), unit);
}

/** The same month, quarter or year of another year. @param years how many years earlier */
export function yearsEarlier({ unit, from }: CalendarPeriod, years: number): CalendarPeriod {
  const year = String(Number(from.slice(0, 4)) - years).padStart(4, '0');
  return calendarPeriodAt(`${year}${from.slice(4)}`, unit);
}

/** The last whole month, quarter or year that ends on a day or before it. */
export function lastCalendarPeriod(day: IsoDate, unit: CalendarUnit): CalendarPeriod {
  return calendarPeriodBefore(calendarPeriodAt(dateOfDay(dayNumber(day) + 1), unit));
}

function dayBefore(date: IsoDate): IsoDate {
  return dateOfDay(dayNumber(date) - 1);
}
