import type { CountedName } from '@monitor/contract';
import { type Filter, type IncidentType, typesOfKind } from '@monitor/domain';

/** The filters of violence and of seizures, which are never added up. */
export interface KindFilters {
  /** What a page is about: violence, or what the filter selects of it; seizures where it selects nothing else. */
  readonly main: Filter;
  readonly counted: CountedName;
  /** Seizures beside it. */
  readonly seizures: Filter | undefined;
}

/** A filter, parted into what it selects of violence and of seizures. */
export function kindFilters(filter: Filter): KindFilters {
  const [violence, seizures] = [ofKind('violence'), ofKind('weapon_seizure')];
  if (violence === undefined) return { main: seizures ?? filter, counted: 'seizures', seizures: undefined };
  const isNarrowed = filter.type !== undefined || filter.subtype !== undefined;
  return { main: violence, counted: isNarrowed ? 'incidents' : 'violence', seizures };

  function ofKind(kind: 'violence' | 'weapon_seizure'): Filter | undefined {
    const types = typesOfKind(kind);
    const chosen: readonly IncidentType[] = filter.type === undefined ? types : types.filter((type) => filter.type?.includes(type));
    return chosen.length === 0 ? undefined : { ...filter, type: chosen };
  }
}
