import type { CountedKind, Measure, Period } from '@monitor/domain';
import type { FigureChange } from '../judge/change.ts';
import type { TrendLevel } from '../judge/trend-levels.ts';
import { baselineAfter, findingWords } from './change-words.ts';
import { levelInterval } from './long-trend-words.ts';
import { inPeriod } from './period-words.ts';
import { verdictOf } from '../judge/verdict.ts';
import type { Voice } from './voice.ts';

/** A mean of a month as text. */
export interface AverageLevel {
  readonly period: Period;
  readonly amount: string;
}

/** Locations that a title names, at most. */
const mostNamed = 2;

/** Which places a title is about: ` in Albania`; empty if it is about all or many. */
export function inPlaces(country: readonly string[] | undefined, { t, place }: Voice): string {
  if (country === undefined || country.length > mostNamed) return '';
  return t('trends.in', { places: country.map((code) => place(code)) });
}

/** The finding of the page: how the level changed, or how the period compares with the earlier one that is named. */
export function trendTitle(
  {
    change,
    level,
    name,
    many,
    where,
    when,
    isToEnd,
  }: {
    change: FigureChange | undefined;
    level: Pick<TrendLevel, 'start' | 'difference' | 'low' | 'high' | 'after'> | undefined;
    /** `Violent incidents`, and within a sentence `violent incidents`. */
    name: string;
    many: string;
    where: string;
    /** The period that is compared: `in the last 12 months`. */
    when: string;
    /** Whether the chart goes on to the end of the data. */
    isToEnd: boolean;
  },
  voice: Voice,
): string {
  const { t, number, date } = voice;
  const values = { name, many, where, when };
  if (level !== undefined) {
    const direction = level.difference < 0 ? 'lower' : 'higher';
    const month = date.month(level.start);
    return t(`trends.title.${direction}`, {
      ...values,
      ...levelInterval(level, voice),
      percent: number.share(Math.abs(level.difference)),
      when: isToEnd
        ? t('trends.title.since', { month })
        : t('trends.title.fromTo', { from: month, to: date.month(level.after.period.to) }),
    });
  }
  if (change?.kind !== 'change') return t('trends.title.plain', values);
  return t(`trends.title.${verdictOf(change)}`, {
    ...values,
    percent: number.share(Math.abs(change.difference)),
    baseline: baselineAfter(change, voice),
  });
}

/** What the chart shows, and how the compared period differs from an earlier one: the line under the title. */
export function trendLead(
  {
    what,
    where,
    period,
    change,
    compared,
    count,
    measure,
    kind,
    levels,
  }: {
    what: string;
    /** `all places`, `in Albania`; empty if it is neither. */
    where: string;
    period: Period;
    change: FigureChange | undefined;
    compared: Period;
    count: number;
    measure: Measure;
    kind: CountedKind;
    /** What the level is in each period, and in the compared one; empty if it did not change. */
    levels: readonly AverageLevel[];
  },
  voice: Voice,
): string {
  const { t, date } = voice;
  const values = { what, where, period: date.period(period.from, period.to) };
  const shown = t(where === '' ? 'trends.lead.shownOfSome' : 'trends.lead.shown', values);
  if (change === undefined) return shown;
  const { text } = findingWords(change, kind, measure, count, voice);
  if (!('before' in change)) return t('trends.lead.notCompared', { shown, finding: text });
  const lead = t('trends.lead.compared', { shown, when: inPeriod(compared, voice), finding: text });
  if (levels.length === 0) return lead;
  const averages = levels.map(({ period: { from, to }, amount }) =>
    t('trends.lead.averageIn', { amount, period: date.period(from, to) }),
  );
  return t('trends.lead.average', { lead, averages });
}
