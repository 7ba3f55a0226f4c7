import { type Filter, type IncidentKind, kindOf, type Measure } from '@monitor/domain';

/** The kind of incidents that are counted, so that numbers of different things are not taken for one; `chosen` of other types. */
export type CountedKind = IncidentKind | 'chosen';

/** @param others filters that it is compared with */
export function countedKind(filter: Filter, ...others: readonly Filter[]): CountedKind {
  const kind = kindOf(filter);
  return kind !== undefined && others.every((other) => kindOf(other) === kind) ? kind : 'chosen';
}

/** The words for a measure of incidents of a kind. */
export function countedKey<Form extends 'name' | 'many' | 'label' | 'amount'>(kind: CountedKind, measure: Measure, form: Form) {
  return measure === 'incidents' && kind !== 'chosen'
    ? (`changes.incidents.${kind}.${form}` as const)
    : (`measure.${measure}.${form}` as const);
}
