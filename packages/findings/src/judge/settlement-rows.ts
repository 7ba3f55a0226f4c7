import type { SettlementRanking } from '@monitor/contract';

type Settlement = SettlementRanking['settlements'][number];

/** A line of the settlements: one of them, all others, or what names none. */
interface SettlementRow {
  readonly kind: 'settlement' | 'others' | 'elsewhere';
  /** Undefined of the last two. */
  readonly settlement?: Settlement;
  /** How many settlements it is. */
  readonly settlements: number;
  readonly incidents: number;
  /** A year before; undefined if it is not known. */
  readonly before: number | undefined;
  readonly killed: number;
  readonly injured: number;
}

/** Settlements that are named. */
export const settlementsNamed = 10;

function keyOf({ country, region, name }: Settlement): string {
  return [country, region, name].join(' ');
}

/**
 * The settlements with most incidents, then all others together, then the incidents that name none: each column adds up to all.
 * @param before the ranking of the year before, as long as the API gives it; undefined if there is none
 */
export function settlementRows(now: SettlementRanking, before: SettlementRanking | undefined): SettlementRow[] {
  const earlier = new Map(before?.settlements.map((one) => [keyOf(one), one.incidents]));
  const isAll = before !== undefined && before.settlements.length === before.inSettlements.settlements;
  const named = now.settlements.slice(0, settlementsNamed).map((one): SettlementRow => {
    const { incidents, killed, injured } = one;
    const ofBefore = earlier.get(keyOf(one)) ?? (isAll ? 0 : undefined);
    return { kind: 'settlement', settlement: one, settlements: 1, incidents, before: ofBefore, killed, injured };
  });
  const sum = (of: (row: SettlementRow) => number) => named.reduce((total, row) => total + of(row), 0);
  const beforeKnown = named.every((row) => row.before !== undefined);
  const others: SettlementRow = {
    kind: 'others',
    settlements: now.inSettlements.settlements - named.length,
    incidents: now.inSettlements.amount - sum(({ incidents }) => incidents),
    before: before && beforeKnown ? before.inSettlements.amount - sum((row) => row.before ?? 0) : undefined,
    killed: now.inSettlements.killed - sum(({ killed }) => killed),
    injured: now.inSettlements.injured - sum(({ injured }) => injured),
  };
  const elsewhere: SettlementRow = {
    kind: 'elsewhere',
    settlements: 0,
    incidents: now.elsewhere.incidents,
    before: before?.elsewhere.incidents,
    killed: now.elsewhere.killed,
    injured: now.elsewhere.injured,
  };
  const isThere = (row: SettlementRow) => row.incidents > 0 || (row.before ?? 0) > 0;
  return [...named, ...[others, elsewhere].filter(isThere)];
}
