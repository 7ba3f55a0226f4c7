import type { Measure } from '@monitor/domain';
import type { FacetValue } from '@monitor/contract';
import type { LocationRate } from './population-rate.ts';

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
  /** The values with the greatest amount: several where they are level. */
  readonly first: readonly string[];
  readonly amount: number;
  /** Share of one of them in everything that the sentence is about; undefined if an incident can have several values. */
  readonly share: number | undefined;
}

/**
 * What is said of the bars: of the chosen ones where any are chosen, since the others are not in the filter. Undefined
 * where there is nothing to read.
 */
export function barReading(rows: readonly BarRow[], chosen: readonly string[], single: boolean): BarReading | undefined {
  const meant = chosen.length === 0 ? rows : rows.filter(({ value }) => chosen.includes(value));
  const amount = Math.max(0, ...meant.map((row) => row.amount));
  if (amount === 0) return undefined;
  const total = meant.reduce((sum, row) => sum + row.amount, 0);
  const first = meant.filter((row) => row.amount === amount).map((row) => row.value);
  return { first, amount, share: single ? amount / total : undefined };
}
