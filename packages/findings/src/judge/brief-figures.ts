import type { BriefFigure, Summary } from '@monitor/contract';
import {
  type CalendarPeriod,
  calendarPeriodAt,
  calendarPeriodBefore,
  type Filter,
  intervalStart,
  type IsoDate,
  yearsEarlier,
} from '@monitor/domain';
import { figureChange, type FigureChange } from './change.ts';
import { compareCoverage } from './compare-coverage.ts';
import { coverageOf, type Dataset } from './dataset-coverage.ts';

/** What the figures of a brief are of. */
export interface BriefScope {
  readonly period: CalendarPeriod;
  /** Its place and period. */
  readonly filter: Filter;
  /** The datasets that have incidents of the place at any time: what they cover decides what can be compared. */
  readonly datasets: readonly Dataset[];
}

/** The answers of a figure: of the period, of the one just before, and of all months up to the end of the period. */
export interface FigureAnswers {
  readonly now: Summary;
  readonly before: Summary;
  readonly months: Summary;
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

/** The figures of one of several periods. */
export interface PeriodAmounts {
  readonly period: CalendarPeriod;
  /** Undefined if the data does not cover it as it covers the period of the brief. */
  readonly amounts: Readonly<Record<BriefFigure, number>> | undefined;
}

/** The same period of so many years, the brief's own last. */
export function yearlyAmounts(scope: BriefScope, points: Points, years: number): PeriodAmounts[] {
  return Array.from({ length: years }, (_, index) => amountsIn(scope, points, yearsEarlier(scope.period, years - 1 - index)));
}

/** So many periods of the same length in a row, the brief's own last. */
export function periodsInARow(scope: BriefScope, points: Points, count: number): PeriodAmounts[] {
  const periods = [scope.period];
  while (periods.length < count) periods.unshift(calendarPeriodBefore(periods[0] ?? scope.period));
  return periods.map((period) => amountsIn(scope, points, period));
}

function amountsIn(scope: BriefScope, points: Points, period: CalendarPeriod): PeriodAmounts {
  if (period.from !== scope.period.from && !isComparable(scope, period)) return { period, amounts: undefined };
  const within = points.filter(({ start }) => start >= period.from && start <= period.to);
  const sum = (figure: BriefFigure) => within.reduce((total, point) => total + (point[figure] ?? 0), 0);
  return {
    period,
    amounts: { incidents: sum('incidents'), killed: sum('killed'), injured: sum('injured'), weapons: sum('weapons') },
  };
}

/** Whether the data covers another period as it covers that of the brief, so that its numbers mean something. */
export function isComparable({ period, filter, datasets }: BriefScope, other: CalendarPeriod): boolean {
  return compareCoverage(datasets, filter, period, other).kind === 'comparable';
}

/** As many earlier years must be passed for a rank. */
const leastPassed = 3;

/** How the last of some years ranks. `most` and `fewest` are since a year that had as many or more, or as few or fewer. */
export type Rank =
  | { readonly kind: 'most' | 'fewest'; readonly since: IsoDate }
  /** Of all years that can be compared. */
  | { readonly kind: 'mostOf' | 'fewestOf'; readonly first: IsoDate };

/** The rank of the last of some years by incidents, among the years just before it that can be compared; undefined if it passes too few. */
export function rankOfLast(years: readonly PeriodAmounts[]): Rank | undefined {
  const known = years.slice(years.findLastIndex(({ amounts }) => amounts === undefined) + 1);
  const own = known.at(-1)?.amounts?.incidents;
  if (own === undefined) return undefined;
  const earlier = known.slice(0, -1).map(({ period, amounts }) => ({ from: period.from, incidents: amounts!.incidents }));
  for (const [kind, isPassed] of [
    ['most', (one: number) => one < own],
    ['fewest', (one: number) => one > own],
  ] as const) {
    const reached = earlier.findLastIndex(({ incidents }) => !isPassed(incidents));
    if (earlier.length - 1 - reached < leastPassed) continue;
    const since = earlier[reached]?.from;
    if (since !== undefined) return { kind, since };
    return { kind: `${kind}Of`, first: known[0]!.period.from };
  }
  return undefined;
}

/** A month of the trend. */
export interface TrendMonth {
  readonly month: IsoDate;
  readonly incidents: number;
  readonly partial: boolean;
  /** Whether it is in the period of the brief. */
  readonly chosen: boolean;
  /** Least and most of the same month in up to five years before, and how many have data; undefined if fewer than two have. */
  readonly usual: { readonly least: number; readonly most: number; readonly years: number } | undefined;
}

/** Years that the usual range is made of, and the fewest that make one. */
const usualYears = { most: 5, least: 2 } as const;

/** The last months up to the end of the period, each with its usual range. */
export function trendMonths({ period, filter, datasets }: BriefScope, points: Points, count: number): TrendMonth[] {
  const counts = new Map(points.map(({ start, incidents }) => [start, incidents]));
  const known = coverageOf(datasets);
  return points
    .filter(({ start }) => known === undefined || (start >= intervalStart(known.from, 'month') && start <= known.to))
    .slice(-count)
    .map(({ start, incidents, partial }) => {
      const month = calendarPeriodAt(start, 'month');
      const earlier = Array.from({ length: usualYears.most }, (_, index) => yearsEarlier(month, index + 1))
        .filter((other) => isComparable({ period: month, filter, datasets }, other))
        .map(({ from }) => counts.get(from) ?? 0);
      const usual =
        earlier.length < usualYears.least
          ? undefined
          : { least: Math.min(...earlier), most: Math.max(...earlier), years: earlier.length };
      return { month: start, incidents, partial, chosen: start >= period.from && start <= period.to, usual };
    });
}

/** The month of the period with most incidents; undefined if it has none. */
export function peakOf(months: readonly TrendMonth[]): TrendMonth | undefined {
  const chosen = months.filter((one) => one.chosen);
  const most = Math.max(0, ...chosen.map(({ incidents }) => incidents));
  return most === 0 ? undefined : chosen.find(({ incidents }) => incidents === most);
}
