import { namedGroup } from './dimensions.ts';
import type { Filter } from './filter.ts';
import type { FacetValue } from './summary.ts';
import { incidentTypes, type IncidentType } from './vocabularies.ts';

/**
 * Kinds of incidents to look at, so that violence and the work of the police are never added up by accident: all, and the parts that add up
 * to them.
 */
export const incidentKinds = ['all', 'violence', 'weapon_seizure', 'weapon_theft'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** The types of a kind; none means every type. */
export function typesOfKind(kind: IncidentKind): readonly IncidentType[] {
  if (kind === 'all') return [];
  return incidentTypes.groups.find(({ code }) => code === kind)?.codes ?? [kind as IncidentType];
}

/** The kind that a filter selects; undefined if it selects other types, or a sub-type. */
export function kindOf({ type, subtype }: Pick<Filter, 'type' | 'subtype'>): IncidentKind | undefined {
  if (subtype !== undefined) return undefined;
  if (type === undefined) return 'all';
  const name = namedGroup('type', type)?.code ?? (type.length === 1 ? type[0] : undefined);
  return incidentKinds.find((kind) => kind === name);
}

/** The kind of incidents that are counted, so that numbers of different things are not taken for one; `chosen` of other types. */
export const countedKinds = [...incidentKinds, 'chosen'] as const;
export type CountedKind = (typeof countedKinds)[number];

/** @param others filters that it is compared with */
export function countedKind(filter: Filter, ...others: readonly Filter[]): CountedKind {
  const kind = kindOf(filter);
  return kind !== undefined && others.every((other) => kindOf(other) === kind) ? kind : 'chosen';
}

/** Incidents of each kind. @param byType counts of every type, whichever are chosen */
export function countKind(kind: IncidentKind, byType: readonly FacetValue[]): number {
  const types = typesOfKind(kind);
  return byType.reduce(
    (sum, { value, incidents }) => (types.length === 0 || types.some((type) => type === value) ? sum + incidents : sum),
    0,
  );
}
