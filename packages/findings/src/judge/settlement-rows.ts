import type { SettlementRanking } from '@monitor/contract';
import { type HarmedPeople, harmedPeople, recordOf, type Reported, reportedOf, reportedTogether } from '@monitor/domain';

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
  readonly killed: Reported;
  readonly injured: Reported;
}

/** Settlements that are named. */
export const settlementsNamed = 10;

function keyOf({ country, region, name }: Settlement): string {
  return [country, region, name].join(' ');
}

function harmIn(figures: SettlementRanking['elsewhere']): Pick<SettlementRow, HarmedPeople> {
  return recordOf(harmedPeople, (name) => reportedOf(figures, name));
}

/** What is left of a count without some of its parts. */
function without(all: Reported, parts: readonly Reported[]): Reported {
  const some = reportedTogether(parts);
  return {
    count: all.count - some.count,
    incidents: all.incidents - some.incidents,
    notReported: all.notReported - some.notReported,
  };
}

/**
 * The settlements with most incidents, then all others together, then the incidents that name none: each column adds up to all.
 * @param before the ranking of the year before, as long as the API gives it; undefined if there is none
 */
export function settlementRows(now: SettlementRanking, before: SettlementRanking | undefined): SettlementRow[] {
  const earlier = new Map(before?.settlements.map((one) => [keyOf(one), one.incidents]));
  const isAll = before !== undefined && before.settlements.length === before.inSettlements.settlements;
  const named = now.settlements.slice(0, settlementsNamed).map((one): SettlementRow => {
    const { incidents } = one;
    const ofBefore = earlier.get(keyOf(one)) ?? (isAll ? 0 : undefined);
    return { kind: 'settlement', settlement: one, settlements: 1, incidents, before: ofBefore, ...harmIn(one) };
  });
  const sum = (of: (row: SettlementRow) => number) => named.reduce((total, row) => total + of(row), 0);
  const beforeKnown = named.every((row) => row.before !== undefined);
  const others: SettlementRow = {
    kind: 'others',
    settlements: now.inSettlements.settlements - named.length,
    incidents: now.inSettlements.incidents - sum(({ incidents }) => incidents),
    before: before && beforeKnown ? before.inSettlements.amount - sum((row) => row.before ?? 0) : undefined,
    ...recordOf(harmedPeople, (name) =>
      without(
        reportedOf(now.inSettlements, name),
        named.map((row) => row[name]),
      ),
    ),
  };
  const elsewhere: SettlementRow = {
    kind: 'elsewhere',
    settlements: 0,
    incidents: now.elsewhere.incidents,
    before: before?.elsewhere.incidents,
    ...harmIn(now.elsewhere),
  };
  const isThere = (row: SettlementRow) => row.incidents > 0 || (row.before ?? 0) > 0;
  return [...named, ...[others, elsewhere].filter(isThere)];
}
