import { type Filter, type IncidentType, typesOfKind } from '@monitor/domain';

/** The filters of violence and of seizures, which are never added up: see filter/incident-kinds.ts. */
export interface KindFilters {
  /** Undefined where the filter's types leave nothing of the kind. */
  readonly violence: Filter | undefined;
  readonly seizures: Filter | undefined;
  /** Whether violence is a selection of types: it is then called by its incidents alone. */
  readonly narrowed: boolean;
}

/** A filter, parted into what it selects of violence and of seizures. */
export function kindFilters(filter: Filter): KindFilters {
  const narrowed = filter.type !== undefined || filter.subtype !== undefined;
  return { violence: ofKind('violence'), seizures: ofKind('weapon_seizure'), narrowed };

  function ofKind(kind: 'violence' | 'weapon_seizure'): Filter | undefined {
    const types = typesOfKind(kind);
    const chosen: readonly IncidentType[] = filter.type === undefined ? types : types.filter((type) => filter.type?.includes(type));
    return chosen.length === 0 ? undefined : { ...filter, type: chosen };
  }
}
