import {
  type DimensionField,
  type DimensionName,
  dimensionsOfField,
  fieldOf,
  type Filter,
  isTraitField,
  subjectOf,
} from '@monitor/domain';

/* How the single statement counts facets: which columns it groups, and what a facet's values are made of. */

/** Groups of columns, each a grouping set. The first column identifies the set. */
export const groups = {
  place: ['country', 'region', 'dataset_id'],
  kind: ['type', 'subtype'],
  circumstance: [
    'setting',
    'urbanity',
    'place_precision',
    'date_precision',
    'killed is null',
    'injured is null',
    'threatened is null',
  ],
  result: ['outcome_traits', 'source_traits'],
  weapon: ['weapon_traits'],
  victim: ['victim_traits'],
  people: ['perpetrator_traits', 'person_traits'],
  day: ['occurred_on'],
} as const;
type Group = keyof typeof groups;
export const groupNames = Object.keys(groups) as Group[];

/** The number that GROUPING gives the rows of a set: a bit for each first column, 0 where it belongs to the set. */
export const numberOf = (group: Group) => 2 ** groupNames.length - 1 - 2 ** (groupNames.length - 1 - groupNames.indexOf(group));

/** Sums of the five figures over counts. */
export const figureSums = ['incidents', 'killed', 'injured', 'threatened', 'suicides']
  .map((name) => `sum(${name})::bigint as ${name}`)
  .join(', ');

/** The column in which a facet is kept. */
export function columnOfFacet(facet: DimensionName): string {
  return columnOfField(fieldOf(facet));
}

/** The column that keeps a field of the dimensions. */
export function columnOfField(field: DimensionField): string {
  return field === 'dataset' ? 'dataset_id' : field;
}

/** The group in which a facet is counted. Throws where a new column is in none. */
export function groupOfFacet(facet: DimensionName): Group {
  const group = groupNames.find((name) => (groups[name] as readonly string[]).includes(columnOfFacet(facet)));
  if (group === undefined) throw new Error(`The bench has no group with the column of ${facet}.`);
  return group;
}

/**
 * The traits of every set, a row each, with the code of the first and of the second dimension: made once beside the incidents, since
 * taking texts apart in each statement would be measured instead of counting.
 */
export const setTraitsQuery = `select id, subject, split_part(trait, '/', 1) as first, split_part(trait, '/', 2) as second
  from trait_sets cross join lateral unnest(string_to_array(traits, ' ')) as listed (trait)`;

/** The rows of one facet. @param from the counts it is made of, with what the rows of its group meet there */
export function facetPart(facet: DimensionName, from: string, condition: string, filter: Filter, datasetName: string): string {
  const column = columnOfFacet(facet);
  const field = fieldOf(facet);
  if (!isTraitField(field)) {
    const value = facet === 'dataset' ? datasetName : column;
    return `select '${facet}', cast(${value} as text), ${figureSums} from ${from} where ${condition} and ${column} is not null group by ${column}`;
  }
  const [first, second] = dimensionsOfField.get(field) ?? [];
  const code = facet === first ? 'first' : 'second';
  const other = facet === first ? second : first;
  const allowed = other === undefined ? undefined : filter[other];
  const others = allowed ? ` and ${facet === first ? 'second' : 'first'} in (${allowed.map((one) => `'${one}'`).join(', ')})` : '';
  return `select '${facet}', code, ${figureSums}
  from ${from} join (select distinct id, ${code} as code from set_traits where subject = '${subjectOf(field)}'${others}) as codes
    on codes.id = ${column}
  where ${condition} group by code`;
}
