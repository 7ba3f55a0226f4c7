import { intervalStart, nextIntervalStart, type Interval, type IsoDate, type Period } from './date.ts';
import type { Facet } from './filter.ts';

/** Sums over the incidents of a filter. Sums of people are sums of what is reported. */
export interface Totals {
  readonly incidents: number;
  readonly killed: number;
  readonly injured: number;
  readonly threatened: number;
  readonly suicides: number;
  /** Incidents without a public point. */
  readonly withoutPoint: number;
  /** Incidents whose source does not give the number; in none of the sums. */
  readonly notReported: { readonly killed: number; readonly injured: number; readonly threatened: number };
}

/** The three figures that every part of an answer gives. */
export interface Figures {
  readonly incidents: number;
  readonly killed: number;
  readonly injured: number;
}

export interface FacetValue extends Figures {
  readonly value: string;
}

export interface SeriesStep extends Figures {
  /** First day of the step. */
  readonly start: IsoDate;
  /** True where the period or the data cover only a part of the step. */
  readonly partial: boolean;
}

/** Everything that one filter change asks of the numbers. */
export interface SummaryAnswer {
  readonly datasetVersion: number;
  /** The days spoken of: the filter's own, or else those of the data; null where there is none. */
  readonly period: Period | null;
  readonly totals: Totals;
  readonly comparison: (Period & { readonly rule: 'year_earlier' | 'preceding'; readonly totals: Totals }) | null;
  readonly series: { readonly interval: Interval; readonly points: readonly SeriesStep[] };
  readonly facets: { readonly [Name in Facet]?: readonly FacetValue[] };
}

/**
 * The steps that make up a period, oldest first, each with its first day and the day after its last. A step is partial where
 * the period cuts it or the data end (`lastDay`) before it does.
 */
export function stepsOf(
  period: Period,
  interval: Interval,
  lastDay: IsoDate,
): { start: IsoDate; next: IsoDate; partial: boolean }[] {
  const to = period.to < lastDay ? period.to : lastDay;
  const steps = [];
  for (let start = intervalStart(period.from, interval); start <= period.to;) {
    const next = nextIntervalStart(start, interval);
    steps.push({ start, next, partial: start < period.from || nextDay(to) < next });
    start = next;
  }
  return steps;
}

function nextDay(date: IsoDate): IsoDate {
  return nextIntervalStart(date, 'day');
}

/** Most incidents first; equal ones by value, so that answers do not flicker. */
export function byIncidents(one: FacetValue, other: FacetValue): number {
  return other.incidents - one.incidents || (one.value < other.value ? -1 : 1);
}
