import { dateOfDay, dayNumber, type IsoDate, weekdayOf } from '@monitor/domain';
import { firstYear } from './assumed-levels.ts';

/** Calendar quarter. */
export interface Quarter {
  readonly year: number;
  /** 1 to 4. */
  readonly number: number;
}

/** One day of the synthetic calendar. */
export interface CalendarDay {
  readonly date: IsoDate;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** 0 is Monday, 6 is Sunday. */
  readonly weekday: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

/** First day of the synthetic data. */
export const firstDate: IsoDate = `${firstYear}-01-01`;

/** Quarters from the first year on, up to the one in which the day lies. */
export function* quartersUntil(until: IsoDate): Generator<Quarter> {
  for (let year = firstYear; ; year += 1) {
    for (let number = 1; number <= 4; number += 1) {
      if (quarterStart({ year, number }) > until) return;
      yield { year, number };
    }
  }
}

function quarterStart({ year, number }: Quarter): IsoDate {
  return `${year}-${String(number * 3 - 2).padStart(2, '0')}-01`;
}

/** The quarter before or after. */
export function neighbour({ year, number }: Quarter, step: -1 | 1): Quarter {
  const next = number + step;
  if (next === 0) return { year: year - 1, number: 4 };
  if (next === 5) return { year: year + 1, number: 1 };
  return { year, number: next };
}

/** All days of a quarter, 90 to 92. */
export function daysOf(quarter: Quarter): CalendarDay[] {
  const first = dayNumber(quarterStart(quarter));
  const length = dayNumber(quarterStart(neighbour(quarter, 1))) - first;
  return Array.from({ length }, (_, index) => calendarDay(first + index));
}

function calendarDay(day: number): CalendarDay {
  const date = dateOfDay(day);
  return {
    date,
    day,
    weekday: weekdayOf(day),
    month: Number(date.slice(5, 7)),
    dayOfMonth: Number(date.slice(8, 10)),
  };
}
