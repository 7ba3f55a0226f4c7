import { benjaminiHochberg, pValueOfChange } from '@monitor/statistics';
import type { PlaceRow } from './place-rows.ts';
import { falseDiscoveries, type Interval } from './verdict.ts';

/** The rows whose difference stands out after correction for the number of those that have one (Benjamini and Hochberg, 1995). */
export function standingOut<Row>(rows: readonly Row[], differenceOf: (row: Row) => Interval | undefined): ReadonlySet<Row> {
  const compared = rows.flatMap((row) => {
    const found = differenceOf(row);
    if (found === undefined) return [];
    return [{ row, p: pValueOfChange({ ratio: 1 + found.difference, low: 1 + found.low, high: 1 + found.high }) }];
  });
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  return new Set(compared.flatMap(({ row }, index) => ((adjusted[index] ?? 1) <= falseDiscoveries ? [row] : [])));
}

/** Codes of the rows whose change stands out among them. */
export function changesStandingOut(rows: readonly Pick<PlaceRow, 'code' | 'change'>[]): ReadonlySet<string> {
  return new Set([...standingOut(rows, ({ change }) => (change.kind === 'change' ? change : undefined))].map(({ code }) => code));
}
