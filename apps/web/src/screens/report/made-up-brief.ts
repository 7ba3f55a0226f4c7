import type { FacetValue, Summary } from '@monitor/contract';
import {
  calendarPeriodBefore,
  dateOfDay,
  dayNumber,
  intervalStart,
  nextIntervalStart,
  type Period,
  yearsEarlier,
} from '@monitor/domain';
import type { Dataset } from '@monitor/findings';
import type { Brief, BriefAnswers, Subject } from './brief.ts';

/* A brief of made-up answers, for tests. */

/** A dataset that covers one location. */
export function coveringDataset(country: string, { from, to }: Period, incidents = 10_000): Dataset {
  return {
    slug: 'made-up',
    title: 'Made-up incidents',
    description: '',
    synthetic: true,
    killed_includes_suicides: false,
    licence: 'CC0-1.0',
    licence_url: null,
    attribution: 'Nobody',
    url: null,
    incidents,
    from,
    to,
    bbox: null,
    countries: [country],
    coverage: [{ country, incidents, from, to }],
    updated_at: '2026-11-27T08:00:00Z',
  };
}

type Counts = Partial<Record<'incidents' | 'killed' | 'injured' | 'threatened' | 'suicides' | 'weapons' | 'rounds', number>>;

/** Totals in which nobody shares an incident with somebody else. */
export function totalsOf({
  incidents = 0,
  killed = 0,
  injured = 0,
  threatened = 0,
  suicides = 0,
  ...others
}: Counts): Summary['totals'] {
  const single = (count: number) => ({ squares: count, largest: [Math.min(1, count), Math.min(1, count - 1)] as const });
  return {
    incidents,
    killed,
    injured,
    threatened,
    suicides,
    ...others,
    withoutPoint: 0,
    notReported: { killed: 0, injured: 0, threatened: 0 },
    clustering: { killed: single(killed), injured: single(injured), weapons: single(others.weapons ?? 0) },
  };
}

/** A value of a facet. */
export function counted(value: string, counts: Counts): FacetValue {
  return { value, incidents: 0, killed: 0, injured: 0, ...counts };
}

/** An answer with totals for a period and for that of the year before, and a monthly series from a function of the month. */
export function answer(
  period: Period,
  totals: Counts,
  more: {
    readonly before?: Counts | undefined;
    readonly facets?: Summary['facets'];
    readonly month?: (start: string) => Counts;
  } = {},
): Summary {
  const points = [];
  for (let start = intervalStart(period.from, 'month'); start <= period.to; start = nextIntervalStart(start, 'month'))
    points.push({ start, incidents: 0, killed: 0, injured: 0, ...more.month?.(start), partial: false });
  const yearBefore = { from: yearBack(period.from), to: dateOfDay(dayNumber(yearBack(dateOfDay(dayNumber(period.to) + 1))) - 1) };
  return {
    datasetVersion: 7,
    period,
    totals: totalsOf(totals),
    comparison: more.before === undefined ? null : { ...yearBefore, rule: 'year_earlier', totals: totalsOf(more.before) },
    series: { interval: 'month', points },
    facets: more.facets ?? {},
  };
}

function yearBack(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}

/** The days that the made-up data cover. */
export const covered: Period = { from: '2014-01-01', to: '2026-12-31' };

/** A brief of one location. @param answers those that matter to a test; the others are of no incidents */
export function madeUpBrief(subject: Omit<Subject, 'dataset'>, answers: Partial<BriefAnswers> = {}): Brief {
  const { period } = subject;
  const nothing = answer(period, {});
  const dataset = coveringDataset(subject.place.kind === 'all' ? 'RS' : subject.place.code.slice(0, 2), covered);
  return {
    ...subject,
    dataset: undefined,
    datasets: [dataset],
    datasetsKnown: [dataset],
    datasetsShown: [dataset],
    answers: {
      now: nothing,
      before: answer(calendarPeriodBefore(period), {}),
      yearBefore: answer(yearsEarlier(period, 1), {}),
      months: answer({ from: covered.from, to: period.to }, {}),
      seizures: nothing,
      largeSeizures: nothing,
      seizuresBefore: nothing,
      seizuresYearBefore: nothing,
      seizuresByMonth: answer({ from: covered.from, to: period.to }, {}),
      women: nothing,
      men: nothing,
      unknownSex: nothing,
      year: nothing,
      yearEverywhere: nothing,
      ...answers,
    },
  };
}
