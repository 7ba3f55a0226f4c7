import type { Summary } from '@monitor/contract';
import {
  type Clustering,
  type ComparisonRule,
  dateOfDay,
  dayNumber,
  type Filter,
  type IsoDate,
  type Measure,
  partName,
  partsOf,
  type Period,
} from '@monitor/domain';
import { type ClusterChange, clusterRatio, type Count, rateRatio, type Weight } from '@monitor/statistics';
import { compareCoverage, type CoverageDifference } from './compare-coverage.ts';
import { taking, type WithAlike } from './compared-within.ts';
import { coverageOfPlaces, type Dataset, daysOf } from './dataset-coverage.ts';
import { dispersionOfSum, type Sum, sumOf } from './population-rate.ts';
import { type LeftOut, leftOutBeside, notableLeftOut } from './left-out.ts';
import { isNotReported } from './reported.ts';
import { verdictOf } from './verdict.ts';

/** What a figure is compared with, in words of the calendar. */
export type Baseline =
  /** The same days of the calendar so many years earlier. */
  | (Period & { readonly kind: 'period'; readonly years: number })
  /** The months or days just before, which can hold other seasons. */
  | { readonly kind: 'months'; readonly count: number }
  | { readonly kind: 'days'; readonly count: number };

/** The figure of the period that is compared with. */
export interface Before {
  readonly count: number;
  /** The figure that is compared with it, where that leaves out something of the period. */
  readonly later?: number;
  readonly baseline: Baseline;
}

/** How a figure changed, or why that is not said. Shares of one: −0.04 is 4% fewer. Counts are those that are compared. */
export type FigureChange = AlikeChange & {
  /** What it leaves out, if anything. */
  readonly without?: readonly LeftOut[];
  /** The largest share of the incidents of a side that is left out, where it is notable. */
  readonly leftOut?: number;
};

type AlikeChange =
  | {
      readonly kind: 'change';
      readonly difference: number;
      readonly low: number;
      readonly high: number;
      readonly before: Before;
      /** Where two incidents have a notable part of the people of one side. */
      readonly heaviest?: Weight | undefined;
      /** Where it does not stand out in its family, the number of comparisons there (`amongOthers`). */
      readonly among?: number | undefined;
    }
  | { readonly kind: 'too_few' | 'in_waves' | 'few_incidents'; readonly before: Before }
  | { readonly kind: 'rests_on_largest'; readonly heaviest: Weight; readonly before: Before }
  /** Incidents of one side have no number at all, which is not the same as none. */
  | { readonly kind: 'not_reported'; readonly side: 'later' | 'earlier' }
  | { readonly kind: 'no_first_day' }
  | { readonly kind: 'no_earlier_data' }
  | CoverageDifference;

/** Number of months where the period is of whole months, else undefined. */
export function wholeMonths({ from, to }: Period): number | undefined {
  const after = dateOfDay(dayNumber(to) + 1);
  if (!from.endsWith('-01') || !after.endsWith('-01')) return undefined;
  return monthNumber(after) - monthNumber(from);
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

function yearsBetween(one: IsoDate, other: IsoDate): number {
  return Number(other.slice(0, 4)) - Number(one.slice(0, 4));
}

/** @param later first day of the period that is compared */
function baselineOf(comparison: Period & { readonly rule: ComparisonRule }, later: IsoDate): Baseline {
  const { rule, from, to } = comparison;
  if (rule === 'year_earlier' || rule === 'years_earlier') return { kind: 'period', from, to, years: yearsBetween(from, later) };
  const months = wholeMonths(comparison);
  return months === undefined ? { kind: 'days', count: daysOf(comparison) } : { kind: 'months', count: months };
}

/**
 * The change of one total against the comparison period of the API, as a rate ratio with its 95% interval; the exposure
 * of each side is its number of days with data. A change that would rest on a part of a period is not given. People come
 * several to an incident, which widens their interval.
 * @param datasets those that the filter can select from
 */
export function figureChange(
  whole: WithAlike<Pick<Summary, 'period' | 'totals' | 'comparison'>>,
  filter: Filter,
  figure: Measure,
  datasets: readonly Dataset[],
): FigureChange {
  if (isNotReported(whole.totals, figure)) return { kind: 'not_reported', side: 'later' };
  const compared = taking('compared', whole, filter, datasets);
  const change = alikeChange(compared.answer, compared.filter, figure, compared.datasets);
  const sides = [
    { whole: whole.totals.incidents, compared: compared.answer.totals.incidents },
    { whole: whole.comparison?.totals.incidents ?? 0, compared: compared.answer.comparison?.totals.incidents ?? 0 },
  ];
  const leftOut = notableLeftOut(sides);
  const later = compared.answer.totals[figure] ?? 0;
  const own = new Set(partsOf(datasets, filter).map(partName));
  const names = whole.alike?.compared?.leftOut.filter((name) => own.has(name)) ?? [];
  const without = names.length === 0 ? [] : leftOutBeside(filter, names, datasets);
  const isOther = 'before' in change && later !== (whole.totals[figure] ?? 0);
  return {
    ...change,
    ...(without.length > 0 && { without }),
    ...(isOther && { before: { ...change.before, later } }),
    ...(leftOut !== undefined && { leftOut }),
  };
}

/** The same of what covers both periods. */
function alikeChange(
  { period, totals, comparison }: Pick<Summary, 'period' | 'totals' | 'comparison'>,
  filter: Filter,
  figure: Measure,
  datasets: readonly Dataset[],
): FigureChange {
  if (isNotReported(totals, figure)) return { kind: 'not_reported', side: 'later' };
  if (filter.from === undefined) return { kind: 'no_first_day' };
  if (period === null) return { kind: 'no_earlier_data' };
  if (comparison === null) {
    // There can be earlier data, but of fewer days than the period has.
    const held = coverageOfPlaces(filter, datasets);
    return held !== undefined && held.from < period.from ? { kind: 'data_begin', day: held.from } : { kind: 'no_earlier_data' };
  }
  const coverage = compareCoverage(datasets, filter, period, comparison);
  if (coverage.kind !== 'comparable') return coverage;
  if (isNotReported(comparison.totals, figure)) return { kind: 'not_reported', side: 'earlier' };
  const before = { count: comparison.totals[figure] ?? 0, baseline: baselineOf(comparison, period.from) };
  const change = ratioOfAmounts(amountOf(totals, figure, coverage.days), amountOf(comparison.totals, figure, coverage.otherDays));
  if (change.kind !== 'change') return { ...change, before };
  const { ratio, low, high, heaviest } = change;
  return { kind: 'change', difference: ratio - 1, low: low - 1, high: high - 1, before, heaviest };
}

/** A change judged among others. If it is clear by itself but does not stand out among them, it is no longer called clear. */
export function amongOthers(change: FigureChange, standsOut: boolean, compared: number): FigureChange {
  const isHidden = !standsOut && change.kind === 'change' && verdictOf(change) !== 'unclear';
  return isHidden ? { ...change, among: compared } : change;
}

/** What a measure adds up to over an exposure, such as days. */
export interface Amount extends Count {
  /** How it is gathered in incidents; undefined if incidents themselves are counted. */
  readonly clustering: Clustering | undefined;
}

/** The ratio of two amounts per exposure. Allows for incidents that come in waves, and for people and things that come several to an incident. */
export function ratioOfAmounts(later: Amount, earlier: Amount): ClusterChange {
  if (later.clustering === undefined || earlier.clustering === undefined) {
    const change = rateRatio(later, earlier);
    return change.kind === 'change' ? { ...change, heaviest: undefined } : change;
  }
  return clusterRatio({ ...later, ...later.clustering }, { ...earlier, ...earlier.clustering });
}

/** What a measure adds up to, as `ratioOfAmounts` takes it. */
export function amountOf(totals: Summary['totals'], measure: Measure, exposure: number): Amount {
  return amountOfSum(sumOf(totals, measure), measure, exposure);
}

/** The same of a sum. */
export function amountOfSum(sum: Sum, measure: Measure, exposure: number): Amount {
  const [events, dispersion] = [sum.sum, dispersionOfSum(sum)];
  if (measure === 'incidents') return { events, exposure, dispersion, clustering: undefined };
  return { events, exposure, clustering: { ...sum.clustering, squares: dispersion * events } };
}
