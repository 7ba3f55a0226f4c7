import { type CalendarPeriod, quarterOf } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { ReportPlace } from './report-address.ts';
import type { Format } from '../format/use-format.ts';
import type { Terms } from '../i18n/terms.ts';

/** The name of a period as a title has it: `September 2026`, `third quarter of 2026`, `2026`. */
export function periodName(period: CalendarPeriod, t: TFunction, { date }: Format): string {
  const year = date.year(period.from);
  switch (period.unit) {
    case 'month':
      return date.month(period.from);
    case 'quarter':
      return t(`report.period.quarter.${quarterOf(period.from) as 1 | 2 | 3 | 4}`, { year });
    case 'year':
      return year;
  }
}

/** When, within a sentence: `in September 2026`, `from July to September 2026`, `in 2026`. */
export function whenWords(period: CalendarPeriod, t: TFunction, { date }: Format): string {
  const values = { first: date.monthName(period.from), last: date.month(period.to), year: date.year(period.from) };
  return t(`report.when.${period.unit}`, values);
}

/** A period among its like of other years: `a September`, `a third quarter`, `a year`. */
export function likeWords(period: CalendarPeriod, t: TFunction, { date }: Format): string {
  if (period.unit === 'quarter') return t(`report.like.quarter.${quarterOf(period.from) as 1 | 2 | 3 | 4}`);
  return t(`report.like.${period.unit}`, { month: date.monthName(period.from) });
}

/** The name of a brief's place. */
export function placeName(place: ReportPlace, t: TFunction, terms: Pick<Terms, 'place'>): string {
  return place.kind === 'all' ? t('report.everywhere') : terms.place(place.code);
}

/** What a brief is called: `Serbia, third quarter of 2026`. */
export function reportTitle(
  place: ReportPlace,
  period: CalendarPeriod,
  t: TFunction,
  format: Format,
  terms: Pick<Terms, 'place'>,
): string {
  return t('report.title', { place: placeName(place, t, terms), period: periodName(period, t, format) });
}
