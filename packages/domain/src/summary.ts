import { type CountedPeople, type HarmedPeople, harmedPeople } from './counted-people.ts';
import {
  type ComparisonPeriod,
  comparisonPeriod,
  dateOfDay,
  dayNumber,
  type Interval,
  intervals,
  intervalStart,
  type IsoDate,
  nextIntervalStart,
  type Period,
  precedingPeriod,
  readableInterval,
} from './date.ts';
import type { DimensionName } from './dimensions.ts';
import type { Filter } from './filter.ts';
import type { Measure, SubjectMeasure } from './measures.ts';
import { isReportedMeasure, type NotReported, type ReportedMeasure } from './reported.ts';
import { recordOf } from './vocabulary.ts';
import { type Dispersion, type WholeWeeks, wholeWeeksOf } from './week-dispersion.ts';
import type { WeekHours } from './week-hours.ts';

/** Sums over the incidents of a filter: of what is reported. Measures beyond these are there only if requested. */
export interface Totals
  extends Readonly<Record<'incidents' | CountedPeople, number>>, Readonly<Partial<Record<SubjectMeasure, number>>> {
  /** Incidents without a public point. */
  readonly withoutPoint: number;
  /**
   * Incidents whose source does not give the number; in none of the sums. Of victims and perpetrators, incidents that describe none and
   * meet the rest of the filter; of weapons and rounds, incidents with at least one that is meant and has no number.
   */
  readonly notReported: Readonly<Record<CountedPeople, number>> & Readonly<Partial<Record<SubjectMeasure, number>>>;
  /** How what is counted is gathered in incidents, from which the uncertainty of the sums follows. */
  readonly clustering: Readonly<Record<HarmedPeople, Clustering>> & Readonly<Partial<Record<Measure, Clustering>>>;
  /** How the incidents vary from week to week: one estimate for a period and the one that it is compared with. */
  readonly dispersion: Dispersion;
}

/** How what a sum counts is spread over incidents. */
export interface Clustering {
  /** Sum over incidents of the square of the number in each: equal to the sum itself where no incident has two. */
  readonly squares: number;
  /** The number in each of the two largest incidents, largest first; 0 if there is none. */
  readonly largest: readonly [number, number];
}

/** The figures that every part of an answer gives, and those of the measures requested. */
export type Figures = Readonly<Record<FigureName, number>> &
  Readonly<Partial<Record<Measure, number>>> & {
    /**
     * Of the incidents of the part, those whose source does not give the number. Where a part is of victims, perpetrators or weapons that
     * a measure counts, only the number of a weapon can be missing.
     */
    readonly notReported: NotReported<HarmedPeople>;
  };
export const figureNames = ['incidents', ...harmedPeople] as const satisfies readonly Measure[];
export type FigureName = (typeof figureNames)[number];

/** Whether every part of an answer gives this measure, also where it is not asked for. */
export function isFigureName(measure: Measure): measure is FigureName {
  return (figureNames as readonly Measure[]).includes(measure);
}

/** The figures of every part of an answer to a request for these measures. */
export function figuresWith(asked: readonly Measure[]): readonly Measure[] {
  return [...new Set<Measure>([...figureNames, ...asked])];
}

/** The measures of a request that are not among the figures that every part has. */
export function extraMeasures({ measures = [] }: Pick<SummaryRequest, 'measures'>): readonly Measure[] {
  return figuresWith(measures).slice(figureNames.length);
}

/** The figures of a request for these measures. @param asked measures beside those that every part has */
export function figuresFrom(
  asked: readonly Measure[],
  amountOf: (measure: Measure) => number,
  missingOf: (measure: ReportedMeasure) => number,
): Figures {
  const names = figuresWith(asked);
  return { ...recordOf(names, amountOf), notReported: recordOf(names.filter(isReportedMeasure), missingOf) };
}

export type FacetValue = Figures & { readonly value: string };

export type SeriesStep = Figures & {
  /** First day of the step. */
  readonly start: IsoDate;
  /** True if the period or the data covers only a part of the step. */
  readonly partial: boolean;
};

/** The series of one value of the list by which a series is split. */
export interface SeriesPart {
  readonly value: string;
  readonly points: readonly SeriesStep[];
  /** Only if requested, as `comparison`. */
  readonly totals?: Totals;
  /** Totals of the part in the period that the answer is compared with; null if there is none, or where its data begins later. */
  readonly comparison?: Totals | null;
}

/** Values that a series is split into at most. */
export const mostSeriesParts = 16;

/**
 * The values that a series is split into: the chosen ones, or where none are chosen those with most incidents.
 * @param counted the values of the list, most incidents first
 */
export function valuesOfSplit(filter: Filter, split: DimensionName, counted: readonly FacetValue[]): readonly string[] {
  return (filter[split] ?? counted.map(({ value }) => value)).slice(0, mostSeriesParts);
}

/** The filter of one part of a split series. It selects incidents that the whole filter selects, too. */
export function filterOfPart(filter: Filter, split: DimensionName, value: string): Filter {
  return { ...filter, [split]: [value] };
}

/** What a request for numbers contains besides the filter. */
export interface SummaryRequest {
  /** `auto` takes the interval that gives a readable number of steps; with `none` the series has no steps. */
  readonly interval: Interval | 'auto' | 'none';
  readonly facets: readonly DimensionName[];
  /** Measures that totals, series and facets give beside incidents, killed and injured. */
  readonly measures?: readonly Measure[];
  /** The list by which the series is split too. */
  readonly split?: DimensionName | undefined;
  /** Whether each part of the series gives its totals and those of its comparison too. */
  readonly partTotals?: boolean;
  /** Whether the incidents are wanted by weekday and hour too. */
  readonly hours?: boolean;
}

/** Everything that one filter change asks of the numbers. */
export interface SummaryAnswer {
  readonly datasetVersion: number;
  /** The days of the answer: the filter's own, or else those of the data; null if there is none. */
  readonly period: Period | null;
  readonly totals: Totals;
  readonly comparison: (ComparisonPeriod & { readonly totals: Totals }) | null;
  readonly series: {
    readonly interval: Interval;
    readonly points: readonly SeriesStep[];
    /** Only if requested: the series of each value, with the same steps. */
    readonly parts?: readonly SeriesPart[];
  };
  readonly facets: { readonly [Name in DimensionName]?: readonly FacetValue[] };
  /** Only if requested. */
  readonly hours?: WeekHours;
}

/** The days that an answer covers: the filter's own, or else those that the data covers; null if they end before they begin. */
function periodOf(filter: Filter, covered: Period): Period | null {
  const from = filter.from ?? covered.from;
  const to = filter.to ?? covered.to;
  return from <= to ? { from, to } : null;
}

/**
 * What the period is compared with; null if the filter has no first day or the data begins too late. Where only the same
 * days several years earlier lie before the data, a period of more than a year is compared with the one just before.
 */
function comparisonOf(filter: Filter, period: Period, covered: Period): ComparisonPeriod | null {
  if (filter.from === undefined) return null;
  const sameDays = comparisonPeriod(period);
  if (sameDays.from >= covered.from) return sameDays;
  const before = precedingPeriod(period);
  return sameDays.rule === 'years_earlier' && before.from >= covered.from ? before : null;
}

/**
 * The period that a part of an answer is compared with: that of the whole, or none if the data of the part begins too late.
 * @param covered first and last day of the data of the part's datasets and locations; null if there are none
 */
export function comparisonOfPart(comparison: ComparisonPeriod | null, covered: Period | null): ComparisonPeriod | null {
  return comparison && covered && covered.from <= comparison.from ? comparison : null;
}

/** Steps of a series at most; a chart is unreadable long before. */
export const mostSteps = 4000;
/** Days of the shortest step of each interval. */
const shortestDays: Readonly<Record<Interval, number>> = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };

/** The interval of a series over a period. One that would make more than {@link mostSteps} is replaced by the next longer one. */
export function intervalOf(wanted: Interval | 'auto', period: Period): Interval {
  if (wanted === 'auto') return readableInterval(period.from, period.to);
  return intervals.slice(intervals.indexOf(wanted)).find((interval) => isSeries(interval, period)) ?? 'year';
}

/** Whether the steps of an interval that a period touches are never more than {@link mostSteps}. */
export function isSeries(interval: Interval, { from, to }: Period): boolean {
  const daysAfterFirst = dayNumber(to) - dayNumber(from);
  return Math.ceil(daysAfterFirst / shortestDays[interval]) + 1 <= mostSteps;
}

/** One step of a series: its first day, the day after its last, and whether it is partial. */
export interface SummaryStep {
  readonly start: IsoDate;
  readonly next: IsoDate;
  readonly partial: boolean;
}

/**
 * The steps that make up a period, oldest first. A step is partial where the period cuts it or the data ends
 * (`lastDay`) before it does.
 */
export function stepsOf(period: Period, interval: Interval, lastDay: IsoDate): SummaryStep[] {
  const after = nextDay(period.to < lastDay ? period.to : lastDay);
  const steps = [];
  for (let start = intervalStart(period.from, interval); start <= period.to;) {
    const next = nextIntervalStart(start, interval);
    steps.push({ start, next, partial: start < period.from || after < next });
    start = next;
  }
  return steps;
}

function nextDay(date: IsoDate): IsoDate {
  return nextIntervalStart(date, 'day');
}

/** What a summary covers, known before anything is counted. */
export interface SummaryFrame {
  readonly period: Period | null;
  readonly comparison: ComparisonPeriod | null;
  readonly interval: Interval;
  /** Of the series; none without a period. */
  readonly steps: readonly SummaryStep[];
  /** The weeks that say how incidents vary. */
  readonly weeks: WholeWeeks;
}

/**
 * The weeks from the first day of the comparison to the last day of the period, and at least a year where the data has one: a month alone
 * would say too little of how weeks vary.
 */
function variationOf(period: Period, comparison: Period | null, covered: Period): WholeWeeks {
  const to = period.to < covered.to ? period.to : covered.to;
  const year = dateOfDay(dayNumber(to) - 7 * 52 + 1);
  const asked = comparison?.from ?? period.from;
  const from = asked < year ? asked : year;
  return wholeWeeksOf({ from: from > covered.from ? from : covered.from, to });
}

/** The frame of a summary. @param covered first and last day of the data; null if there are none */
export function frameOf(filter: Filter, asked: SummaryRequest['interval'], covered: Period | null): SummaryFrame {
  const period = covered && periodOf(filter, covered);
  // Without a series, it is only said how long its steps would be.
  const wanted = asked === 'none' ? 'auto' : asked;
  if (!covered || !period) {
    const none = { period: null, comparison: null, steps: [], weeks: wholeWeeksOf(null) };
    return { ...none, interval: wanted === 'auto' ? 'month' : wanted };
  }
  const interval = intervalOf(wanted, period);
  const comparison = comparisonOf(filter, period, covered);
  const steps = stepsOf(period, interval, covered.to);
  return { period, comparison, interval, steps, weeks: variationOf(period, comparison, covered) };
}

/** Most incidents first; equal ones by value, so that answers do not flicker. */
export function byIncidents(one: FacetValue, other: FacetValue): number {
  return other.incidents - one.incidents || (one.value < other.value ? -1 : 1);
}
