import {
  type DimensionField,
  type DimensionName,
  dimensions,
  dimensionsOfField,
  fieldOf,
  type Filter,
  isTraitField,
  noCode,
  subjectOf,
  wantedWords,
  without,
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
  perpetrator: ['perpetrator_traits'],
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

/** Columns of the codes of a trait, as many as the largest subject has dimensions. */
const most = Math.max(...[...dimensionsOfField.values()].map(({ length }) => length));
const codeColumns = Array.from({ length: most }, (_, at) => `code_${at + 1}`);
/** The table of traits, for engines that make their own. */
export const setTraitsColumns = `id integer, subject text, ${codeColumns.map((name) => `${name} text`).join(', ')}, number integer`;

/**
 * The traits of every set, a row each, with the code of each dimension and how many subjects have it: made once beside the incidents,
 * since taking texts apart in each statement would be measured instead of counting.
 */
export const setTraitsQuery = `select id, subject, ${codeColumns
  .map((name, at) => `split_part(split_part(trait, '*', 1), '/', ${at + 1}) as ${name}`)
  .join(', ')},
    case split_part(trait, '*', 2) when '' then 1 when '?' then 0 else split_part(trait, '*', 2)::integer end as number
  from trait_sets cross join lateral unnest(string_to_array(traits, ' ')) as listed (trait)`;

/** The column of the traits that has the codes of a dimension. Throws for a dimension of the incident itself. */
export function traitColumn(name: DimensionName): string {
  const column = codeColumns[(dimensionsOfField.get(fieldOf(name)) ?? []).indexOf(name)];
  if (column === undefined || dimensions[name].subject === 'incident') throw new Error(`${name} is no part of a trait.`);
  return column;
}

/** The rows of one facet. @param from the counts it is made of, with what the rows of its group meet there */
export function facetPart(facet: DimensionName, from: string, condition: string, filter: Filter, datasetName: string): string {
  const column = columnOfFacet(facet);
  const field = fieldOf(facet);
  if (!isTraitField(field)) {
    const value = facet === 'dataset' ? datasetName : column;
    return `select '${facet}', cast(${value} as text), ${figureSums} from ${from} where ${condition} and ${column} is not null group by ${column}`;
  }
  const code = traitColumn(facet);
  const others = (dimensionsOfField.get(field) ?? []).flatMap((name) => {
    const allowed = name === facet ? undefined : filter[name];
    return allowed ? [` and ${traitColumn(name)} in (${allowed.map((one) => `'${one}'`).join(', ')})`] : [];
  });
  // Victims are counted one by one; whatever else an incident has is counted once for each code.
  const ofVictims = (outcome: string) => `sum(case when ${traitColumn('victim_outcome')} = '${outcome}' then number else 0 end)`;
  const isSplit = dimensions[facet].subject === 'victim';
  const people = (name: 'killed' | 'injured') =>
    isSplit ? `sum(incidents * codes.${name})::bigint as ${name}` : `sum(counted_here.${name})::bigint as ${name}`;
  return `select '${facet}', code, sum(incidents)::bigint as incidents, ${people('killed')}, ${people('injured')}, 0, 0
  from ${from} as counted_here join (
    select id, ${code} as code${isSplit ? `, ${ofVictims('killed')} as killed, ${ofVictims('injured')} as injured` : ''}
    from set_traits where subject = '${subjectOf(field)}' and ${code} not in ('', '${noCode}')${others.join('')} group by id, ${code}
  ) as codes on codes.id = ${column}
  where ${condition} group by code`;
}

/* The bench's own translation of a filter into SQL text, for the engines that are not the product's. Values are written into the
   text, which is safe since the bench makes all of them itself, and lets every engine plan with what it knows of them. */

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const amongst = (column: string, codes: readonly string[]) => `${column} in (${codes.map(quoted).join(', ')})`;

function periodConditions({ from, to }: Pick<Filter, 'from' | 'to'>): string[] {
  return [
    ...(from === undefined ? [] : [`occurred_on >= date ${quoted(from)}`]),
    ...(to === undefined ? [] : [`occurred_on <= date ${quoted(to)}`]),
  ];
}

/** The facets that the filters of the bench constrain. */
const constrainable = ['country', 'type', 'weapon'] as const;
type ConstrainedFacet = (typeof constrainable)[number];

/** Conditions that are no facet's: text and box. Throws where the filter says what the bench has no words for. */
function otherConditions(filter: Filter): string[] {
  const unknown = Object.keys(without(filter, 'from', 'to', 'q', 'bbox', ...constrainable));
  if (unknown.length > 0) throw new Error(`The bench has no SQL for ${unknown.join(', ')}.`);
  const wanted = wantedWords(filter.q ?? '').map((words) =>
    words.map((word) => `search_text like ${quoted(`% ${word}%`)}`).join(' and '),
  );
  const [west, south, east, north] = filter.bbox ?? [];
  return [
    ...(wanted.length > 0 ? [`(${wanted.join(' or ')})`] : []),
    ...(filter.bbox ? [`lon between ${west} and ${east}`, `lat between ${south} and ${north}`] : []),
  ];
}

/** The condition of each facet that is constrained. @param setTraits the table of the traits of every set */
export function facetConditions(
  { country, type, weapon }: Filter,
  setTraits = 'set_traits',
): ReadonlyMap<ConstrainedFacet, string> {
  return new Map<ConstrainedFacet, string>([
    ...(country ? [['country', amongst('country', country)] as const] : []),
    ...(type ? [['type', amongst('type', type)] as const] : []),
    ...(weapon
      ? [
          [
            'weapon',
            `weapon_traits in (select id from ${setTraits} where subject = 'weapon' and ${amongst(traitColumn('weapon'), weapon)})`,
          ] as const,
        ]
      : []),
  ]);
}

/** All conditions of a filter, for use after `where`. @param setTraits the table of the traits of every set */
export function allConditions(filter: Filter, setTraits?: string): string {
  return ['true', ...periodConditions(filter), ...otherConditions(filter), ...facetConditions(filter, setTraits).values()].join(
    ' and ',
  );
}
