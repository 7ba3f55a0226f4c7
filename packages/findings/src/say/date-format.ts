import { dateOfDay, dayNumber, type Interval, type IsoDate, remembering } from '@monitor/domain';

/** Writes calendar dates as one language does. Dates are local to the place of the incident and have no time zone. */
export interface DateFormat {
  /** `31 Oct 2026` */
  readonly day: (date: IsoDate) => string;
  /** `October 2026` */
  readonly month: (date: IsoDate) => string;
  /** `Oct 2026` */
  readonly shortMonth: (date: IsoDate) => string;
  /** `October` */
  readonly monthName: (date: IsoDate) => string;
  /** `Oct` */
  readonly shortMonthName: (date: IsoDate) => string;
  /** `31 Oct` */
  readonly dayAndMonth: (date: IsoDate) => string;
  /** `Saturday`. @param weekday 0 for Monday to 6 for Sunday */
  readonly weekday: (weekday: number) => string;
  /** `Sat` */
  readonly shortWeekday: (weekday: number) => string;
  /** `Saturday 31 Oct` */
  readonly weekdayAndDay: (date: IsoDate) => string;
  readonly year: (date: IsoDate) => string;
  /** A step of a series by its first day: `31 Oct 2026`, `26 Oct – 1 Nov 2026`, `October 2026`, `Oct–Dec 2026`, `2026`. */
  readonly step: (start: IsoDate, interval: Interval) => string;
  /** Two days, both included, as short as they can be said: `2024 – Oct 2026`, `Jan–Mar 2025`, `2025`. */
  readonly period: (from: IsoDate, to: IsoDate) => string;
  /** A moment, as ISO 8601 date and time, by its day: `2 Nov 2026`. */
  readonly moment: (dateTime: string) => string;
}

const atNoon = (date: IsoDate) => new Date(`${date}T12:00:00Z`);
const monthOf = (date: IsoDate) => date.slice(0, 7);
const yearOf = (date: IsoDate) => date.slice(0, 4);
const startsMonth = (date: IsoDate) => date.endsWith('-01');
const endsMonth = (date: IsoDate) => startsMonth(dateOfDay(dayNumber(date) + 1));
const startsYear = (date: IsoDate) => date.endsWith('-01-01');
const endsYear = (date: IsoDate) => date.endsWith('-12-31');

const aMonday = dayNumber('2024-01-01');

const between = (from: string, to: string) => `${from} – ${to}`;
/** Closed up, as English sets a range whose first part is one word: `Jan–Mar 2025`. */
const closeBetween = (from: string, to: string) => `${from}–${to}`;

export function createDateFormat(locale: string): DateFormat {
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return remembering((date: IsoDate) => format.format(atNoon(date)));
  };
  const day = writer({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = writer({ month: 'long', year: 'numeric' });
  const shortMonth = writer({ month: 'short', year: 'numeric' });
  const shortMonthName = writer({ month: 'short' });
  const dayAndMonth = writer({ day: 'numeric', month: 'short' });
  const weekday = writer({ weekday: 'long' });
  const shortWeekday = writer({ weekday: 'short' });
  const year = writer({ year: 'numeric' });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  /** Intl says what two days share once: 5–11 Aug 2024. */
  const range = remembering((bothDays: string) => {
    const [from = '', to = ''] = bothDays.split('/');
    return days
      .formatRange(atNoon(from), atNoon(to))
      .replaceAll('\u2009', ' ')
      .replace(/^(\S+) – /, '$1–');
  });

  function period(from: IsoDate, to: IsoDate): string {
    if (from === to) return day(from);
    if (startsYear(from) && endsYear(to)) return yearOf(from) === yearOf(to) ? year(from) : closeBetween(year(from), year(to));
    if (startsMonth(from) && endsMonth(to)) {
      if (monthOf(from) === monthOf(to)) return shortMonth(from);
      if (yearOf(from) === yearOf(to)) return closeBetween(shortMonthName(from), shortMonth(to));
      return between(startsYear(from) ? year(from) : shortMonth(from), endsYear(to) ? year(to) : shortMonth(to));
    }
    return range(`${from}/${to}`);
  }

  return {
    day,
    month,
    shortMonth,
    monthName: writer({ month: 'long' }),
    shortMonthName,
    dayAndMonth,
    weekday: (number) => weekday(dateOfDay(aMonday + number)),
    weekdayAndDay: writer({ weekday: 'long', day: 'numeric', month: 'short' }),
    shortWeekday: (number) => shortWeekday(dateOfDay(aMonday + number)),
    year,
    period,
    step(start, interval) {
      switch (interval) {
        case 'day':
          return day(start);
        case 'week':
          return period(start, dateOfDay(dayNumber(start) + 6));
        case 'month':
          return month(start);
        case 'quarter':
          return closeBetween(shortMonthName(start), shortMonth(dateOfDay(dayNumber(start) + 70)));
        case 'year':
          return year(start);
      }
    },
    moment: (dateTime) => day(dateTime.slice(0, 10)),
  };
}
