import type { BriefFigure, Summary } from '@monitor/contract';
import {
  type CalendarPeriod,
  calendarPeriodAt,
  calendarPeriodBefore,
  type Filter,
  type HarmedPeople,
  harmedPeople,
  intervalStart,
  type IsoDate,
  type Period,
  recordOf,
  type Reported,
  reportedOf,
  reportedTogether,
  yearsEarlier,
} from '@monitor/domain';
import { leastEvents } from '@monitor/statistics';
import { figureChange, type FigureChange, wholeMonths } from './change.ts';
import { compareCoverage } from './compare-coverage.ts';
import { coverageOf, type Dataset } from './dataset-coverage.ts';
import { isNotReported } from './reported.ts';

/** What the figures of a brief are of. */
export interface BriefScope {
  readonly period: CalendarPeriod;
  /** Its place and period. */
  readonly filter: Filter;
  /** The datasets that have incidents of the place at any time: what they cover decides what can be compared. */
  readonly datasets: readonly Dataset[];
}

/** The answers of a figure: of the period, of the one just before, and of the same period of earlier years, the latest first. */
export interface FigureAnswers {
  readonly now: Summary;
  readonly before: Summary;
  readonly earlier: readonly Summary[];
}

type Points = Summary['series']['points'];

/** How a figure changed on the month or quarter just before; undefined for a year, where that is the year before. */
export function changeOnPeriodBefore(
  { period, filter, datasets }: BriefScope,
  { now, before }: Pick<FigureAnswers, 'now' | 'before'>,
  figure: BriefFigure,
): FigureChange | undefined {
  if (period.unit === 'year') return undefined;
  const { from, to } = calendarPeriodBefore(period);
  const comparison = { from, to, rule: 'preceding' as const, totals: before.totals };
  return figureChange({ ...now, comparison }, filter, figure, datasets);
}

/** A figure in the same period of one of several years. */
export interface YearAmount {
  readonly period: CalendarPeriod;
  /** Undefined if the data does not cover it as it covers the period of the brief, or no incident has the number. */
  readonly count: number | undefined;
  /** What one incident or seizure has, where that is most of the number; else undefined. */
  readonly ofOne: number | undefined;
}

/** A figure in the same period of each year, the brief's own last. */
export function yearlyAmounts(scope: BriefScope, { now, earlier }: FigureAnswers, figure: BriefFigure): YearAmount[] {
  return [now, ...earlier]
    .map(({ totals }, years) => {
      const period = yearsEarlier(scope.period, years);
      const isKnown = (years === 0 || isComparable(scope, period)) && !isNotReported(totals, figure);
      const count = isKnown ? (totals[figure] ?? 0) : undefined;
      return { period, count, ofOne: count === undefined ? undefined : mostOf(totals, figure) };
    })
    .toReversed();
}

/** What one incident has of a figure, where it is more than half. Of fewer than ten nothing is said. */
function mostOf({ clustering, ...totals }: Summary['totals'], figure: BriefFigure): number | undefined {
  const [largest] = figure === 'incidents' ? [0] : (clustering[figure]?.largest ?? [0]);
  const count = totals[figure] ?? 0;
  return count >= leastEvents && 2 * largest > count ? largest : undefined;
}

/** People killed and injured in one of several periods. */
export interface PeriodAmounts {
  readonly period: CalendarPeriod;
  /** Undefined if the data does not cover it as it covers the period of the brief. */
  readonly amounts: Readonly<Record<HarmedPeople, Reported>> | undefined;
}

/** So many periods of the same length in a row, the brief's own last. */
export function periodsInARow(scope: BriefScope, points: Points, count: number): PeriodAmounts[] {
  const periods = [scope.period];
  while (periods.length < count) periods.unshift(calendarPeriodBefore(periods[0] ?? scope.period));
  const sumsIn = ({ from, to }: CalendarPeriod) => {
    const inside = points.filter(({ start }) => start >= from && start <= to);
    return recordOf(harmedPeople, (name) => reportedTogether(inside.map((point) => reportedOf(point, name))));
  };
  return periods.map((period) => {
    const amounts = sumsIn(period);
    const isKnown = period.from === scope.period.from || isComparable(scope, period);
    return { period, amounts: isKnown ? amounts : undefined };
  });
}

/** Whether the data covers another period as it covers that of the brief, so that its numbers mean something. */
export function isComparable({ period, filter, datasets }: BriefScope, other: CalendarPeriod): boolean {
  return compareCoverage(datasets, filter, period, other).kind === 'comparable';
}

/** A month of the trend. */
export interface TrendMonth {
  readonly month: IsoDate;
  readonly incidents: number;
  readonly partial: boolean;
  /** Whether it is in the period of the brief. */
  readonly chosen: boolean;
  /** Whether the data covers it as it covers the first month of the period: else its number differs for that reason alone. */
  readonly alike: boolean;
  /** Least and most of the same month in up to five years before, and how many have data; undefined if fewer than two have. */
  readonly usual: { readonly least: number; readonly most: number; readonly years: number } | undefined;
}

/** Years that the usual range is made of, and the fewest that make one. */
const usualYears = { most: 5, least: 2 } as const;

/**
 * The last months up to the end of the period, each with its usual range. None before one of other data: a line through both would rise or
 * fall for that reason alone.
 */
export function trendMonths({ period, filter, datasets }: BriefScope, points: Points, count: number): TrendMonth[] {
  const counts = new Map(points.map(({ start, incidents }) => [start, incidents]));
  const countOf = ({ from }: CalendarPeriod) => counts.get(from) ?? 0;
  const known = coverageOf(datasets);
  const first = calendarPeriodAt(period.from, 'month');
  const months = points
    .filter(({ start }) => known === undefined || (start >= intervalStart(known.from, 'month') && start <= known.to))
    .slice(-count)
    .map(({ start, incidents, partial }) => {
      const month = calendarPeriodAt(start, 'month');
      const years = Array.from({ length: usualYears.most }, (_, index) => yearsEarlier(month, index + 1));
      const other = years.findIndex((one) => !isComparable({ period: month, filter, datasets }, one));
      const earlier = years.slice(0, other === -1 ? undefined : other).map(countOf);
      const usual =
        earlier.length < usualYears.least
          ? undefined
          : { least: Math.min(...earlier), most: Math.max(...earlier), years: earlier.length };
      const chosen = start >= period.from && start <= period.to;
      const alike = start === first.from || isComparable({ period: first, filter, datasets }, month);
      return { month: start, incidents, partial, chosen, alike, usual };
    });
  return months.slice(months.findLastIndex(({ alike, chosen }) => !alike && !chosen) + 1);
}

/** The month of the period with most incidents; undefined if it has none, or other data in some months than in others, or no data in some. */
export function peakOf(months: readonly TrendMonth[], period: Period): TrendMonth | undefined {
  const chosen = months.filter((one) => one.chosen);
  const most = Math.max(0, ...chosen.map(({ incidents }) => incidents));
  return most === 0 || chosen.length < (wholeMonths(period) ?? 0) || chosen.some(({ alike }) => !alike)
    ? undefined
    : chosen.find(({ incidents }) => incidents === most);
}
