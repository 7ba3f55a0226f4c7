import type { Filter, Period } from '@monitor/domain';
import { wholeMonths } from '../judge/change.ts';
import type { Voice } from './voice.ts';

/** `12 months to 31 Oct 2026`, `2025`. */
export function periodWords(period: Period, { t, date }: Pick<Voice, 't' | 'date'>): string {
  const months = wholeMonths(period);
  const isYears = period.from.endsWith('-01-01') && period.to.endsWith('-12-31');
  if (months === undefined || isYears) return date.period(period.from, period.to);
  return t('places.period.months', { count: months, day: date.day(period.to) });
}

/** `in Oct 2026`, `on 30 Nov 2026`, `from 1 Oct 2026 to 29 Nov 2026`. */
export function inPeriod({ from, to }: Period, { t, date }: Pick<Voice, 't' | 'date'>): string {
  if (from !== to && wholeMonths({ from, to }) === undefined)
    return t('period.between', { from: date.day(from), to: date.day(to) });
  return t(`summary.baseline.${from === to ? 'on' : 'in'}`, { baseline: date.period(from, to) });
}

/** The period of a filter in words, also where one side is open; undefined if both are. */
export function periodText({ from, to }: Pick<Filter, 'from' | 'to'>, { t, date }: Pick<Voice, 't' | 'date'>): string | undefined {
  if (from !== undefined && to !== undefined) return date.period(from, to);
  if (from !== undefined) return t('period.since', { day: date.day(from) });
  return to === undefined ? undefined : t('period.until', { day: date.day(to) });
}
