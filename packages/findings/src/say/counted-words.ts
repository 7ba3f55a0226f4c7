import { type Filter, type IncidentKind, kindOf, type Measure } from '@monitor/domain';

/** The kind of incidents that are counted, so that numbers of different things are not taken for one; `chosen` of other types. */
export type CountedKind = IncidentKind | 'chosen';

/** @param others filters that it is compared with */
export function countedKind(filter: Filter, ...others: readonly Filter[]): CountedKind {
  const kind = kindOf(filter);
  return kind !== undefined && others.every((other) => kindOf(other) === kind) ? kind : 'chosen';
}

/** Where the words for a measure of incidents of a kind are: `name`, `many`, `label` and `amount`. */
export function countedKey(kind: CountedKind, measure: Measure) {
  return measure === 'incidents' && kind !== 'chosen' ? (`changes.incidents.${kind}` as const) : (`measure.${measure}` as const);
}
