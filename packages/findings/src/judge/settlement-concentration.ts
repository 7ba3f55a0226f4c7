import type { SettlementRanking } from '@monitor/contract';
import { concentration, type Concentration } from '@monitor/statistics';

/** Share of settlements that are the busiest. */
export const busiestShare = 0.05;
/** With fewer, the busiest twentieth is not even one settlement. */
const leastSettlements = 20;
/** With fewer incidents, nearly any spread over settlements is within chance. */
const leastIncidents = 50;

export type SettlementConcentration =
  | (Concentration & {
      readonly kind: 'measured';
      /** Incidents for which no settlement is on record, in none of the figures. */
      readonly elsewhere: number;
      /** Whether the incidents are more concentrated than chance would make them. */
      readonly isMore: boolean;
    })
  | { readonly kind: 'few_settlements' | 'few_incidents'; readonly count: number; readonly least: number }
  /** An area is selected, whose settlements without an incident are not known. */
  | { readonly kind: 'area' };

/** How concentrated incidents are in the busiest settlements, of all settlements where the filter can select incidents. @param ranking with its spread */
export function settlementConcentration({
  inSettlements,
  elsewhere,
  spread,
}: Pick<SettlementRanking, 'inSettlements' | 'elsewhere' | 'spread'>): SettlementConcentration {
  if (spread === undefined) throw new RangeError('The ranking has no spread');
  if (spread.known === null) return { kind: 'area' };
  const settlements = Math.max(spread.known, inSettlements.settlements);
  if (inSettlements.amount < leastIncidents) return { kind: 'few_incidents', count: inSettlements.amount, least: leastIncidents };
  if (settlements < leastSettlements) return { kind: 'few_settlements', count: settlements, least: leastSettlements };
  const found = concentration({
    counts: [
      ...spread.counts.map(({ amount, settlements: places }) => ({ events: amount, places })),
      { events: 0, places: settlements - inSettlements.settlements },
    ],
    share: busiestShare,
    draws: 199,
    seed: 1,
  })!;
  return { kind: 'measured', ...found, elsewhere: elsewhere.amount, isMore: found.p <= 0.05 };
}
