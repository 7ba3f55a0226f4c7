import type { FacetValue, ReportedField, SourcePart, Summary } from '@monitor/contract';
import { reportedFields, sourceParts } from '@monitor/contract/without-schemas';

/**
 * Incidents by who reports them: media alone, media and an authority, an authority alone, none of both.
 * @param either incidents with a source of one of the two kinds at least
 */
export function sourceMix({ totals, facets }: Pick<Summary, 'totals' | 'facets'>, either: number) {
  const count = (kind: string) => facets.source?.find(({ value }) => value === kind)?.incidents ?? 0;
  const both = count('media') + count('official') - either;
  const counts: Readonly<Record<SourcePart, number>> = {
    media: count('media') - both,
    both,
    official: count('official') - both,
    other: totals.incidents - either,
  };
  return sourceParts.map((source) => ({ source, incidents: counts[source] }));
}

/** The share of records that report a field: of incidents, of the people described in them, or of seized weapons. */
interface Completeness {
  readonly field: ReportedField;
  readonly share: number;
}

/** How complete the records are, the most complete field first; fields that there is nothing to say of are left out. */
export function completeness(
  { totals, facets, hours }: Pick<Summary, 'totals' | 'facets' | 'hours'>,
  seizures: Pick<Summary, 'facets'> | undefined,
): Completeness[] {
  const all = totals.incidents;
  const share = (reported: number, of: number) => (of === 0 ? undefined : reported / of);
  // One of several weapons can be unknown: then the field is not fully reported.
  const known = (values: readonly FacetValue[] | undefined) =>
    values && share(all - (values.find(({ value }) => value === 'not_reported')?.incidents ?? 0), all);
  const described = (values: readonly FacetValue[] | undefined, measure: 'victims' | 'weapons') => {
    const sum = values?.reduce((total, one) => total + (one[measure] ?? 0), 0) ?? 0;
    return share(sum - (values?.find(({ value }) => value === 'not_reported')?.[measure] ?? 0), sum);
  };
  const shares: Readonly<Record<ReportedField, number | undefined>> = {
    day: share(facets.date_precision?.find(({ value }) => value === 'day')?.incidents ?? 0, all),
    weapon: known(facets.weapon),
    age: described(facets.victim_age, 'victims'),
    relationship: described(facets.relationship, 'victims'),
    time: hours && share(hours.known, hours.known + hours.unknown),
    legal: known(facets.legal),
    traced: described(seizures?.facets.traced, 'weapons'),
  };
  return reportedFields
    .flatMap((field) => {
      const own = shares[field];
      return own === undefined ? [] : [{ field, share: own }];
    })
    .toSorted((one, other) => other.share - one.share);
}
