import type { FacetValue } from '@monitor/contract';
import type { Measure } from '../filter/explore-state.ts';

/** One bar. */
export interface BarRow {
  readonly value: string;
  /** What the bar measures: a count, or a rate. */
  readonly amount: number;
}

/** Bars of the values that have any, most first, cut to a length; `others` is the number of bars left out. */
export function barRows(counted: readonly FacetValue[], measure: Measure, length: number): { rows: BarRow[]; others: number } {
  return cut(
    counted.map((one) => ({ value: one.value, amount: one[measure] })),
    length,
  );
}

/** Bars of rates, highest first. */
export function rateRows(rates: ReadonlyMap<string, number>, length: number): { rows: BarRow[]; others: number } {
  return cut(
    [...rates].map(([value, amount]) => ({ value, amount })),
    length,
  );
}

function cut(rows: readonly BarRow[], length: number): { rows: BarRow[]; others: number } {
  const sorted = rows.filter((row) => row.amount > 0).toSorted((one, other) => other.amount - one.amount);
  // One bar left out would take as much room as the line that says so.
  if (sorted.length <= length + 1) return { rows: sorted, others: 0 };
  return { rows: sorted.slice(0, length), others: sorted.length - length };
}

/** How bars read in one sentence. */
export interface BarReading {
  readonly first: BarRow;
  /** Share of the first of all, where each incident has one value only; else undefined. */
  readonly share: number | undefined;
}

/** Undefined where there is nothing to read. */
export function barReading(counted: readonly FacetValue[], measure: Measure, single: boolean): BarReading | undefined {
  const { rows } = barRows(counted, measure, counted.length);
  const [first] = rows;
  if (first === undefined) return undefined;
  const total = rows.reduce((sum, row) => sum + row.amount, 0);
  return { first, share: single ? first.amount / total : undefined };
}
