import type { Measure } from '@monitor/domain';
import type { FacetValue } from '@monitor/contract';
import { intervalOfRatio } from '@monitor/statistics';
import type { LocationRate } from './population-rate.ts';
import { unknownValue } from './trend-split.ts';

/** One bar. */
export interface BarRow {
  readonly value: string;
  /** What the bar measures: a count, or a rate. */
  readonly amount: number;
  /** Its 95% interval, where it has one. */
  readonly interval?: readonly [low: number, high: number];
}

/** Bars of the values that have any, most first. */
export function barRows(counted: readonly FacetValue[], measure: Measure): BarRow[] {
  return sorted(counted.map((one) => ({ value: one.value, amount: one[measure] ?? 0 })));
}

/** Bars of rates, highest first. */
export function rateRows(rates: ReadonlyMap<string, Pick<LocationRate, 'rate' | 'low' | 'high'>>): BarRow[] {
  return sorted([...rates].map(([value, { rate, low, high }]) => ({ value, amount: rate, interval: [low, high] })));
}

function sorted(rows: readonly BarRow[]): BarRow[] {
  return rows.filter((row) => row.amount > 0).toSorted((one, other) => other.amount - one.amount);
}

/** How bars read in one sentence. */
export interface BarReading {
  /** The value with the greatest amount, and those that may have as much for all that chance allows; most first. */
  readonly first: readonly BarRow[];
  /** Of everything that the sentence is about. */
  readonly total: number;
  readonly notReported: number;
  /** Whether there is one value alone, which is not the largest of several. */
  readonly isOnly: boolean;
}

/**
 * What is said of the bars: of the chosen ones where any are chosen, since the others are not in the filter. Undefined
 * where there is nothing to read.
 */
export function barReading(
  rows: readonly BarRow[],
  chosen: readonly string[],
  { total, dispersion }: { readonly total: number; readonly dispersion: number },
): BarReading | undefined {
  const meant = chosen.length === 0 ? rows : rows.filter(({ value }) => chosen.includes(value));
  const known = sorted(meant.filter(({ value }) => value !== unknownValue));
  const most = Math.max(...known.map(({ amount }) => amount));
  const of = (events: number) => ({ events, exposure: 1 });
  // What few events are gathered in is at most one incident.
  const varianceOf = (amount: number) => Math.min(dispersion, Math.max(1, amount)) / amount;
  const isBehind = ({ amount }: BarRow) => intervalOfRatio(of(most), of(amount), varianceOf(most) + varianceOf(amount)).low > 1;
  const behind = known.findIndex((row) => row.amount !== most && isBehind(row));
  const first = behind === -1 ? known : known.slice(0, behind);
  const notReported = meant.find(({ value }) => value === unknownValue)?.amount ?? 0;
  return meant.length === 0 ? undefined : { first, total, notReported, isOnly: meant.length === 1 };
}
