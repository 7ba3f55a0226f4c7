import { type CalendarPeriod, quarterOf } from '@monitor/domain';
import type { BriefPlace, BriefSubject } from '../judge/brief-subject.ts';
import type { Voice } from './voice.ts';

/** The name of a period as a title has it: `September 2026`, `third quarter of 2026`, `2026`. */
export function periodName(period: CalendarPeriod, { t, date }: Voice): string {
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
export function briefWhen(period: CalendarPeriod, { t, date }: Voice): string {
  const values = { first: date.monthName(period.from), last: date.month(period.to), year: date.year(period.from) };
  return t(`report.when.${period.unit}`, values);
}

/** What a brief is called: `Serbia, third quarter of 2026`. */
export function briefTitle({ place, period }: Pick<BriefSubject, 'place' | 'period'>, voice: Voice): string {
  return voice.t('report.title', { place: placeName(place, voice), period: periodName(period, voice) });
}

function placeName(place: BriefPlace, voice: Voice): string {
  return place.kind === 'all' ? voice.t('report.everywhere') : voice.place(place.code);
}
