import type { FacetValue, Summary } from '@monitor/contract';
import {
  type CalendarPeriod,
  calendarPeriodAt,
  calendarPeriodBefore,
  dateOfDay,
  dayNumber,
  type DimensionName,
  type Filter,
  intervalStart,
  type Measure,
  wholeOf,
  yearsEarlier,
} from '@monitor/domain';
import { compareCoverage, coverageOf, type Dataset, figureChange, type FigureChange } from '@monitor/findings';
import { type ReportAddress, reportFilter } from '../../filter/report-address.ts';

/** What a brief is of. */
export interface Subject extends Pick<ReportAddress, 'place' | 'dataset'> {
  readonly period: CalendarPeriod;
}

/** The answers that a brief is made of; each is of the place of the brief. */
export interface BriefAnswers {
  /** The period. */
  readonly now: Summary;
  /** The period just before. */
  readonly before: Summary;
  /** The same days a year before. */
  readonly yearBefore: Summary;
  /** All months up to the end of the period, and what data there is. */
  readonly months: Summary;
  /** The seizures of the same times. */
  readonly seizures: Summary;
  /** Those of the period with so many weapons that they are large. */
  readonly largeSeizures: Summary;
  readonly seizuresBefore: Summary;
  readonly seizuresYearBefore: Summary;
  readonly seizuresByMonth: Summary;
  /** Victims of each sex in the period. */
  readonly women: Summary;
  readonly men: Summary;
  readonly unknownSex: Summary;
  /** Twelve months that end with the period, for rates: of the location, also where the brief is of one of its regions. */
  readonly year: Summary;
  /** The same months, all locations. */
  readonly yearEverywhere: Summary;
}

/** A brief: its answers, and the datasets that they come from. */
export interface Brief extends Subject {
  readonly answers: BriefAnswers;
  /** The datasets that have incidents of the place at any time: what they cover decides what can be compared. */
  readonly datasets: readonly Dataset[];
  /** All that the brief could count, for the rate of all locations. */
  readonly datasetsKnown: readonly Dataset[];
  /** Those with incidents in the period. */
  readonly datasetsShown: readonly Dataset[];
}

/** The four figures of a brief. */
export const headlines = ['incidents', 'killed', 'injured', 'weapons'] as const satisfies readonly Measure[];
export type Headline = (typeof headlines)[number];

/** The answers that a figure is in: weapons are those of seizures. */
function answersOf({ answers }: Brief, headline: Headline) {
  return headline === 'weapons'
    ? { now: answers.seizures, before: answers.seizuresBefore, months: answers.seizuresByMonth }
    : { now: answers.now, before: answers.before, months: answers.months };
}

/** The totals that a figure of the brief is in. */
export function totalsOf(brief: Brief, headline: Headline): Summary['totals'] {
  return answersOf(brief, headline).now.totals;
}

/** The filter of the brief's place and period. */
export function filterOf({ place, dataset, period }: Subject): Filter {
  return reportFilter({ place, dataset }, period);
}

/**
 * The filter of the twelve months that end with the period, of the whole location of a place: one quarter has too few incidents for the
 * rates of regions.
 */
export function yearFilter({ place, dataset, period }: Subject): Filter {
  const from = dateOfDay(dayNumber(yearsEarlier(period, 1).to) + 1);
  const location = place.kind === 'region' ? { kind: 'country' as const, code: wholeOf('region', place.code) } : place;
  return reportFilter({ place: location, dataset }, { from, to: period.to });
}

/** How a figure changed on the same period of the year before. */
export function changeOnYear(brief: Brief, headline: Headline): FigureChange {
  return figureChange(answersOf(brief, headline).now, filterOf(brief), headline, brief.datasets);
}

/** How a figure changed on the month or quarter just before; undefined for a year, where that is the year before. */
export function changeOnPeriodBefore(brief: Brief, headline: Headline): FigureChange | undefined {
  if (brief.period.unit === 'year') return undefined;
  const { now, before } = answersOf(brief, headline);
  const { from, to } = calendarPeriodBefore(brief.period);
  const comparison = { from, to, rule: 'preceding' as const, totals: before.totals };
  return figureChange({ ...now, comparison }, filterOf(brief), headline, brief.datasets);
}

/** One period of a row of bars. */
export interface PeriodAmount {
  readonly period: CalendarPeriod;
  /** Undefined where the data does not cover it as it covers the period of the brief. */
  readonly amounts: Readonly<Partial<Record<Measure, number>>> | undefined;
}

/** The same period of so many years, the brief's own last. */
export function yearlyAmounts(brief: Brief, headline: Headline, years: number): PeriodAmount[] {
  const { months } = answersOf(brief, headline);
  return Array.from({ length: years }, (_, index) => amountIn(brief, months, yearsEarlier(brief.period, years - 1 - index)));
}

/** So many periods of the same length in a row, the brief's own last. */
export function periodsInARow(brief: Brief, count: number): PeriodAmount[] {
  const periods = [brief.period];
  while (periods.length < count) periods.unshift(calendarPeriodBefore(periods[0] ?? brief.period));
  return periods.map((period) => amountIn(brief, brief.answers.months, period));
}

function amountIn(brief: Brief, { series }: Summary, period: CalendarPeriod): PeriodAmount {
  if (period.from !== brief.period.from && !isComparable(brief, period)) return { period, amounts: undefined };
  const amounts: Partial<Record<Measure, number>> = {};
  for (const step of series.points.filter(({ start }) => start >= period.from && start <= period.to))
    for (const measure of headlines) if (step[measure] !== undefined) amounts[measure] = (amounts[measure] ?? 0) + step[measure];
  return { period, amounts };
}

function isComparable(brief: Brief, other: CalendarPeriod): boolean {
  return compareCoverage(brief.datasets, filterOf(brief), brief.period, other).kind === 'comparable';
}

/** Whether the data covers the year before as it covers the period, so that its numbers mean something. */
export function hasYearBefore(brief: Brief): boolean {
  return isComparable(brief, yearsEarlier(brief.period, 1));
}

/** A month of the trend. */
export interface TrendMonth {
  readonly month: CalendarPeriod;
  readonly incidents: number;
  readonly partial: boolean;
  /** Whether it is in the period of the brief. */
  readonly chosen: boolean;
  /** Least and most of the same month in the five years before; undefined where fewer than two of them have data. */
  readonly usual: readonly [least: number, most: number] | undefined;
}

/** Years that the usual range is made of, and the fewest that make one. */
export const usualYears = { most: 5, least: 2 } as const;

/** The last months up to the end of the period, each with its usual range. */
export function trendMonths(brief: Brief, count: number): TrendMonth[] {
  const { points } = brief.answers.months.series;
  const counts = new Map(points.map(({ start, incidents }) => [start, incidents]));
  const known = coverageOf(brief.datasets);
  return points
    .filter(({ start }) => known === undefined || (start >= intervalStart(known.from, 'month') && start <= known.to))
    .slice(-count)
    .map(({ start, incidents, partial }) => {
      const month = calendarPeriodAt(start, 'month');
      const earlier = Array.from({ length: usualYears.most }, (_, index) => yearsEarlier(month, index + 1))
        .filter((other) => compareCoverage(brief.datasets, filterOf(brief), month, other).kind === 'comparable')
        .map(({ from }) => counts.get(from) ?? 0);
      const usual = earlier.length < usualYears.least ? undefined : ([Math.min(...earlier), Math.max(...earlier)] as const);
      const chosen = start >= brief.period.from && start <= brief.period.to;
      return { month, incidents, partial, chosen, usual };
    });
}

/** A facet of an answer as a list; empty where it was not asked for. */
export function facet({ facets }: Summary, name: DimensionName): readonly FacetValue[] {
  return facets[name] ?? [];
}

/** What a measure counts of one value of a facet. */
export function amountOf(summary: Summary, name: DimensionName, value: string, measure: Measure = 'incidents'): number {
  return facet(summary, name).find((one) => one.value === value)?.[measure] ?? 0;
}
