import {
  ageBands,
  type Facet,
  type Filter,
  legalStatuses,
  outcomes,
  relationships,
  sexes,
  sourceKinds,
  victimPairMask,
  type Vocabulary,
  weaponClasses,
  weaponPairMask,
} from '@monitor/domain';

/* How the single statement counts facets: which columns it groups, and what a facet's values are made of. */

/** Groups of columns, each a grouping set. The first column tells the sets apart. */
export const groups = {
  place: ['country', 'region', 'dataset_id'],
  kind: ['type', 'subtype'],
  circumstance: ['setting', 'urbanity', 'place_precision', 'killed is null', 'injured is null', 'threatened is null'],
  result: ['outcome_mask', 'source_mask'],
  weapon: ['weapon_mask'],
  victim: ['victim_mask'],
  people: ['perpetrator_mask', 'relationship_mask'],
  day: ['occurred_on'],
} as const;
type Group = keyof typeof groups;
export const groupNames = Object.keys(groups) as Group[];

/** The number that GROUPING gives the rows of a set: a bit for each first column, 0 where it belongs to the set. */
export const numberOf = (group: Group) => 2 ** groupNames.length - 1 - 2 ** (groupNames.length - 1 - groupNames.indexOf(group));

/** Sums of the five figures over counts. */
export const summed = ['incidents', 'killed', 'injured', 'threatened', 'suicides']
  .map((name) => `sum(${name})::bigint as ${name}`)
  .join(', ');

/** Where a facet is counted, and for masks the bits of each value. */
interface FacetSource {
  readonly group: Group;
  readonly column: string;
  readonly bits?: (filter: Filter) => readonly (readonly [value: string, mask: number])[];
}

export const facetSources: Readonly<Record<Facet, FacetSource>> = {
  country: { group: 'place', column: 'country' },
  region: { group: 'place', column: 'region' },
  dataset: { group: 'place', column: 'dataset_id' },
  type: { group: 'kind', column: 'type' },
  subtype: { group: 'kind', column: 'subtype' },
  setting: { group: 'circumstance', column: 'setting' },
  urbanity: { group: 'circumstance', column: 'urbanity' },
  precision: { group: 'circumstance', column: 'place_precision' },
  outcome: { group: 'result', column: 'outcome_mask', bits: oneBitEach(outcomes) },
  source: { group: 'result', column: 'source_mask', bits: oneBitEach(sourceKinds) },
  weapon: {
    group: 'weapon',
    column: 'weapon_mask',
    bits: ({ legal }) => weaponClasses.codes.map((code) => [code, weaponPairMask([code], legal)]),
  },
  legal: {
    group: 'weapon',
    column: 'weapon_mask',
    bits: ({ weapon }) => legalStatuses.codes.map((code) => [code, weaponPairMask(weapon, [code])]),
  },
  victim_sex: { group: 'victim', column: 'victim_mask', bits: () => sexes.codes.map((code) => [code, victimPairMask([code])]) },
  victim_age: {
    group: 'victim',
    column: 'victim_mask',
    bits: () => ageBands.codes.map((code) => [code, victimPairMask(undefined, [code])]),
  },
  perpetrator_sex: { group: 'people', column: 'perpetrator_mask', bits: oneBitEach(sexes) },
  relationship: { group: 'people', column: 'relationship_mask', bits: oneBitEach(relationships) },
};

function oneBitEach({ codes }: Vocabulary): () => [string, number][] {
  return () => codes.map((code, position) => [code, 1 << position]);
}

/** The rows of one facet. @param from the counts it is made of, with what the rows of its group meet there */
export function facetPart(facet: Facet, from: string, condition: string, filter: Filter, datasetName: string): string {
  const { column, bits } = facetSources[facet];
  if (!bits) {
    const value = facet === 'dataset' ? datasetName : column;
    return `select '${facet}', cast(${value} as text), ${summed} from ${from} where ${condition} and ${column} is not null group by ${column}`;
  }
  const values = bits(filter)
    .map(([value, mask]) => `('${value}', ${mask})`)
    .join(', ');
  return `select '${facet}', code, ${summed} from ${from} join (values ${values}) as codes (code, mask) on (${column} & mask) <> 0
  where ${condition} group by code`;
}
