import { benjaminiHochberg, pValueOfChange } from '@monitor/statistics';
import type { PlaceRow } from './place-rows.ts';
import { falseDiscoveries } from './verdict.ts';

/** Codes of the rows whose change stands out after correction for the number of rows (Benjamini and Hochberg, 1995). */
export function changesStandingOut(rows: readonly Pick<PlaceRow, 'code' | 'change'>[]): ReadonlySet<string> {
  const compared = rows.flatMap(({ code, change }) =>
    change.kind === 'change'
      ? [{ code, p: pValueOfChange({ ratio: 1 + change.difference, low: 1 + change.low, high: 1 + change.high }) }]
      : [],
  );
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  return new Set(compared.flatMap(({ code }, index) => ((adjusted[index] ?? 1) <= falseDiscoveries ? [code] : [])));
}
