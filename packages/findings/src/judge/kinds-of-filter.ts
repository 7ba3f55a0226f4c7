import {
  type CountedKind,
  countedKind,
  type Filter,
  type FilterName,
  type IncidentType,
  kindOf,
  namesBesidePlace,
  typesOfKind,
} from '@monitor/domain';

/** The filters of violence and of seizures, which are never added up. */
export interface KindFilters {
  /** What a page is about: what the filter selects of violence; all that it selects where that is no violence. */
  readonly main: Filter;
  readonly counted: CountedKind;
  readonly isOfViolence: boolean;
  /** The seizures that are selected, beside violence or alone. */
  readonly seizures: Filter | undefined;
  /** Those beside violence. */
  readonly beside: Filter | undefined;
}

/** A filter, parted into what it selects of violence and of seizures. */
export function kindFilters(filter: Filter): KindFilters {
  const [violence, seizures] = [ofKind('violence'), ofKind('weapon_seizure')];
  const main = violence ?? filter;
  return { main, counted: countedKind(main), isOfViolence: violence !== undefined, seizures, beside: violence && seizures };

  function ofKind(kind: 'violence' | 'weapon_seizure'): Filter | undefined {
    const types = typesOfKind(kind);
    const chosen: readonly IncidentType[] = filter.type === undefined ? types : types.filter((type) => filter.type?.includes(type));
    return chosen.length === 0 ? undefined : { ...filter, type: chosen };
  }
}

const ofWhole: readonly FilterName[] = ['from', 'to', 'dataset', 'type'];

/** Whether a filter selects less than all incidents of a kind in its places, period and datasets. */
export function isNarrowed(filter: Filter): boolean {
  return kindOf(filter) === undefined || namesBesidePlace.some((name) => filter[name] !== undefined && !ofWhole.includes(name));
}
