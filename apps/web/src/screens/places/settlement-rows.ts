import type { SettlementRanking } from '@monitor/contract';

/** A line of the settlements: one of them, all others, or what names none. */
export interface SettlementRow {
  /** `others` and `elsewhere` are the last two. */
  readonly key: string;
  readonly name: string;
  /** How many settlements it is. */
  readonly settlements: number;
  readonly incidents: number;
  /** A year before; undefined where it is not known. */
  readonly before: number | undefined;
  readonly killed: number;
  readonly injured: number;
}

/** Settlements that are named. */
const most = 10;

export function settlementKey({ country, region, name }: SettlementRanking['settlements'][number]): string {
  return [country, region, name].join(' ');
}

/**
 * The settlements with most incidents, then all others together, then the incidents that name none: each column adds up to all.
 * @param before the ranking of the year before, as long as the API gives it; undefined where there is none
 */
export function settlementRows(now: SettlementRanking, before: SettlementRanking | undefined): SettlementRow[] {
  const earlier = new Map(before?.settlements.map((one) => [settlementKey(one), one.incidents]));
  const isAll = before !== undefined && before.settlements.length === before.inSettlements.settlements;
  const named = now.settlements.slice(0, most).map((one): SettlementRow => {
    const key = settlementKey(one);
    const { name, incidents, killed, injured } = one;
    return { key, name, settlements: 1, incidents, before: earlier.get(key) ?? (isAll ? 0 : undefined), killed, injured };
  });
  const sum = (of: (row: SettlementRow) => number) => named.reduce((total, row) => total + of(row), 0);
  const beforeKnown = named.every((row) => row.before !== undefined);
  const others: SettlementRow = {
    key: 'others',
    name: '',
    settlements: now.inSettlements.settlements - named.length,
    incidents: now.inSettlements.amount - sum(({ incidents }) => incidents),
    before: before && beforeKnown ? before.inSettlements.amount - sum((row) => row.before ?? 0) : undefined,
    killed: now.inSettlements.killed - sum(({ killed }) => killed),
    injured: now.inSettlements.injured - sum(({ injured }) => injured),
  };
  const elsewhere: SettlementRow = {
    key: 'elsewhere',
    name: '',
    settlements: 0,
    incidents: now.elsewhere.incidents,
    before: before?.elsewhere.incidents,
    killed: now.elsewhere.killed,
    injured: now.elsewhere.injured,
  };
  const isThere = (row: SettlementRow) => row.incidents > 0 || (row.before ?? 0) > 0;
  return [...named, ...[others, elsewhere].filter(isThere)];
}
