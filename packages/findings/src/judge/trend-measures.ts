import { type Filter, type IncidentKind, kindOf, type Measure } from '@monitor/domain';

/**
 * What a trend can be of: a measure, and the kind of incidents that it is of where it says something of one kind only. The choice on this
 * screen, so that "seizures" is one press and violence and the work of the police are not added up by accident.
 */
export const trendMeasures = {
  violence: { measure: 'incidents', kind: 'violence' },
  killed: { measure: 'killed', kind: 'violence' },
  injured: { measure: 'injured', kind: 'violence' },
  threatened: { measure: 'threatened', kind: 'violence' },
  suicides: { measure: 'suicides', kind: 'violence' },
  victims: { measure: 'victims', kind: 'violence' },
  perpetrators: { measure: 'perpetrators', kind: 'violence' },
  seizures: { measure: 'incidents', kind: 'weapon_seizure' },
  weapons: { measure: 'weapons', kind: 'weapon_seizure' },
  rounds: { measure: 'rounds', kind: 'weapon_seizure' },
  incidents: { measure: 'incidents', kind: 'all' },
} as const satisfies Readonly<Record<string, { readonly measure: Measure; readonly kind: IncidentKind }>>;

export type TrendMeasure = keyof typeof trendMeasures;
export const trendMeasureNames = Object.keys(trendMeasures) as readonly TrendMeasure[];

/** Which of them is shown: for incidents of types that were chosen one by one, `incidents`. */
export function trendMeasureOf(filter: Filter, measure: Measure): TrendMeasure {
  const kind = kindOf(filter);
  const exact = trendMeasureNames.find((name) => trendMeasures[name].measure === measure && trendMeasures[name].kind === kind);
  return exact ?? trendMeasureNames.findLast((name) => trendMeasures[name].measure === measure) ?? 'incidents';
}
