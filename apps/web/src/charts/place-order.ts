import type { SaidPlace } from '@monitor/contract';
import type { Reported } from '@monitor/domain';
import { fewForRate } from '@monitor/findings';

/** The people killed in a place; undefined if the data has no day of it. */
export function killedIn({
  incidents,
  killed,
  notReported,
}: Pick<SaidPlace, 'incidents' | 'killed' | 'notReported'>): Reported | undefined {
  if (incidents === undefined || killed === undefined) return undefined;
  return { count: killed, incidents, notReported: notReported?.killed ?? 0 };
}

/** What rows are sorted by. */
const orders = {
  // A rate of few incidents is mostly chance, so such places come last.
  rate: ({ rate, incidents = 0 }) => (incidents < fewForRate ? undefined : rate?.rate),
  incidents: ({ incidents }) => incidents,
  change: ({ change }) => change.difference?.difference,
  killed: (row) => killedIn(row)?.count,
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
