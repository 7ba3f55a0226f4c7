import { and, or, type SQL, sql } from 'drizzle-orm';
import {
  type ConstraintName,
  constraintNames,
  type ConstraintValue,
  dimensionsOfField,
  type DimensionField,
  type DimensionName,
  type Filter,
  isTraitField,
  subjectOf,
  type TraitField,
  wantedWords,
} from '@monitor/domain';
import { datasets, incidents, traitSets } from '../schema/tables.ts';
import { columnOf } from './dimension-columns.ts';
import { inBox, inRing } from './in-area.ts';

/**
 * The one translation of a filter into SQL, for use in WHERE with `incidents` under its own name. What it means is defined by
 * `meetsFilter` of the domain, and tests hold the two together. All values are parameters, lists are arrays.
 */
export function incidentWhere(filter: Filter): SQL {
  return and(
    sql`${incidents.published}`,
    ...[...dimensionsOfField].map(([field, names]) => meetsLists(filter, field, names)),
    ...constraintNames.map((name) => meetsConstraint(filter, name)),
  ) as SQL;
}

/** What the filter says of the dimensions of one field. */
function meetsLists(filter: Filter, field: DimensionField, names: readonly DimensionName[]): SQL | undefined {
  const lists = names.map((name): readonly string[] | undefined => filter[name]);
  const own = lists.find((codes) => codes !== undefined);
  if (own === undefined) return undefined;
  if (isTraitField(field)) return hasTrait(field, lists);
  const codes = sql.param(own);
  return field === 'dataset'
    ? sql`${columnOf(field)} = any(array(select ${datasets.id} from ${datasets} where ${datasets.slug} = any(${codes})))`
    : sql`${columnOf(field)} = any(${codes})`;
}

/**
 * One and the same trait must have a code of each list. Decided once for each set of traits that there is; PostgreSQL looks the sets up
 * by a hash, while it would go through an array of them for every incident. A pattern lets it estimate how many sets there will be,
 * and share the incidents out among its workers; it does neither where the set is taken apart with EXISTS.
 */
function hasTrait(field: TraitField, constrained: readonly (readonly string[] | undefined)[]): SQL {
  return sql`${columnOf(field)} in (
    select ${traitSets.id} from ${traitSets}
    where ${traitSets.subject} = ${subjectOf(field)} and ${traitSets.traits} ~ ${traitPattern(constrained)})`;
}

/** A regular expression for sets of traits. Codes hold no sign that has a meaning in one. */
function traitPattern(constrained: readonly (readonly string[] | undefined)[]): string {
  const parts = constrained.map((codes) => (codes ? `(${codes.join('|')})` : '[^ /]*'));
  return `(^| )${parts.join('/')}( |$)`;
}

/** The SQL of each constraint that is not a list. */
const conditions: { readonly [Name in ConstraintName]: (value: ConstraintValue<Name>) => SQL | undefined } = {
  from: (day) => sql`${incidents.occurred_on} >= ${day}`,
  to: (day) => sql`${incidents.occurred_on} <= ${day}`,
  min_victims: (least) => sql`coalesce(${incidents.killed}, 0)::bigint + coalesce(${incidents.injured}, 0) >= ${least}`,
  q: hasWords,
  bbox: inBox,
  within: inRing,
};

function meetsConstraint(filter: Filter, name: ConstraintName): SQL | undefined {
  const condition = conditions[name] as (value: unknown) => SQL | undefined;
  return filter[name] === undefined ? undefined : condition(filter[name]);
}

/** The search text is words with a space before each; words hold no signs that a pattern gives a meaning to. */
export function hasWords(text: string): SQL | undefined {
  return or(...wantedWords(text).map((words) => and(...words.map((word) => sql`${incidents.search_text} like ${`% ${word}%`}`))));
}
