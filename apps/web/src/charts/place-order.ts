import type { SaidPlace } from '@monitor/contract';
import { fewForRate } from '@monitor/findings';

/** What rows are sorted by. */
const orders = {
  // A rate of few incidents is mostly chance, so such places come last.
  rate: ({ rate, incidents = 0 }) => (incidents < fewForRate ? undefined : rate?.rate),
  incidents: ({ incidents }) => incidents,
  change: ({ change }) => change.difference?.difference,
  killed: ({ killed }) => killed,
  seizures: ({ seizures }) => seizures,
} as const satisfies Readonly<Record<string, (row: SaidPlace) => number | undefined>>;
export type PlaceOrder = keyof typeof orders;

/** Rows in an order, largest first unless rising; those without the number last in any case. */
export function sortedPlaces(rows: readonly SaidPlace[], order: PlaceOrder, rising: boolean): SaidPlace[] {
  return rows.toSorted((one, other) => {
    const [a, b] = [orders[order](one), orders[order](other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return rising ? a - b : b - a;
  });
}
