import { and, not, or, type SQL, sql } from 'drizzle-orm';
import {
  type ConstraintName,
  constraintNames,
  type ConstraintValue,
  dimensionsOfField,
  type DimensionField,
  type DimensionName,
  type Filter,
  isTraitField,
  readPartName,
  subjectOf,
  testOfField,
  type Trait,
  type TraitField,
  traitFields,
  traitsIn,
  wantedWords,
  weaponsIn,
} from '@monitor/domain';
import { KeptByVersion } from '../connection/kept-by-version.ts';
import type { Statements } from '../connection/statements.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { cutWord } from '../schema/search-texts.ts';
import { datasets, incidents, traitSets } from '../schema/tables.ts';
import { columnOf } from './dimension-columns.ts';
import { inBox, inCircle, inRing, type InRing } from './in-area.ts';

/** Translates a filter into SQL, for use in WHERE with `incidents` under its own name. */
export type Translation = (filter: Filter) => SQL;

/** The SQL of a filter for statements of one snapshot. @param ofRing decides polygons; by SQL if left out */
export async function incidentWhere(statements: Statements, filter: Filter, ofRing?: InRing): Promise<SQL> {
  return (await readTranslation(statements, filter, ofRing))(filter);
}

/**
 * The one translation of a filter, and of those with some of its constraints left out, into SQL for statements of one snapshot. What
 * it means is defined by `meetsFilter` of the domain, and tests hold the two together. All values are parameters, lists are arrays.
 *
 * Which sets of traits meet the filter is decided here and handed over as numbers. PostgreSQL then looks them up by a hash and knows
 * from its statistics how many incidents have them. Joined to the incidents by their texts, they would be taken for so rare that it
 * may look through the sets again for each incident, which takes seconds.
 */
export async function readTranslation(statements: Statements, filter: Filter, ofRing: InRing = inRing): Promise<Translation> {
  const sets = traitFields.some((field) => isDecidedBySets(field, filter)) ? await readSets(statements) : noSets;
  return (part) =>
    and(
      sql`${incidents.published}`,
      ...[...dimensionsOfField].map(([field, names]) =>
        isTraitField(field) ? hasTrait(part, field, sets.get(field)) : hasCode(part, field, names[0]!),
      ),
      ...constraintNames.map((name) => meetsConstraint(part, name, { sets, ofRing })),
    ) as SQL;
}

/** Whether the filter constrains what sets of traits of a field decide. */
function isDecidedBySets(field: TraitField, filter: Filter): boolean {
  return testOfField(field, filter) !== undefined || (field === 'weapon_traits' && filter.min_weapons !== undefined);
}

interface TraitSet {
  readonly id: number;
  readonly traits: readonly Trait[];
}

type Sets = ReadonlyMap<TraitField, readonly TraitSet[]>;

const noSets: Sets = new Map();

/** There are thousands of sets, and nearly every question wants them. */
const allSets = new KeptByVersion<Sets>();

/** The sets of traits of all fields, in the snapshot on which the statements run. */
export async function readSets({ db, pool }: Statements): Promise<Sets> {
  return allSets.find(pool, await versionOfSnapshot(db), async () => {
    const rows = await db.select().from(traitSets);
    const known = new Map<string, Trait>();
    return new Map(
      traitFields.map((field) => {
        const own = rows.filter(({ subject }) => subject === subjectOf(field));
        return [field, own.map(({ id, traits }) => ({ id, traits: traitsIn(field, traits, known) }))];
      }),
    );
  });
}

/** One and the same trait must have a code of each list. @param sets of this field */
export function hasTrait(filter: Filter, field: TraitField, sets: readonly TraitSet[] = []): SQL | undefined {
  const meets = testOfField(field, filter);
  if (meets === undefined) return undefined;
  return hasSet(
    field,
    sets.filter(({ traits }) => traits.some(meets)),
  );
}

function hasSet(field: TraitField, sets: readonly TraitSet[]): SQL {
  return sql`${columnOf(field)} = any(${sql.param(sets.map(({ id }) => id))}::integer[])`;
}

function hasWeapons(least: number, { sets }: Known): SQL {
  const field = 'weapon_traits';
  return hasSet(
    field,
    (sets.get(field) ?? []).filter(({ traits }) => weaponsIn(traits) >= least),
  );
}

function hasCode(filter: Filter, field: DimensionField, name: DimensionName): SQL | undefined {
  if (filter[name] === undefined) return undefined;
  const codes = sql.param(filter[name] as readonly string[]);
  return field === 'dataset'
    ? sql`${columnOf(field)} = any(array(select ${datasets.id} from ${datasets} where ${datasets.slug} = any(${codes})))`
    : sql`${columnOf(field)} = any(${codes})`;
}

/** Each dataset is left out in its own locations. */
function isOfOtherPart(names: readonly string[]): SQL | undefined {
  const parts = names.flatMap((name) => readPartName(name) ?? []);
  return and(
    ...[...new Set(parts.map(({ dataset }) => dataset))].map((slug) => {
      const countries = parts.filter(({ dataset }) => dataset === slug).map(({ country }) => country);
      return not(and(hasCode({ dataset: [slug] }, 'dataset', 'dataset'), hasCode({ country: countries }, 'country', 'country'))!);
    }),
  );
}

/** What conditions are made with, beside the value. */
interface Known {
  readonly sets: Sets;
  readonly ofRing: InRing;
}

/** The SQL of each constraint that is not a list. */
const conditions: { readonly [Name in ConstraintName]: (value: ConstraintValue<Name>, known: Known) => SQL | undefined } = {
  from: (day) => sql`${incidents.occurred_on} >= ${day}`,
  to: (day) => sql`${incidents.occurred_on} <= ${day}`,
  min_victims: (least) => sql`coalesce(${incidents.killed}, 0)::bigint + coalesce(${incidents.injured}, 0) >= ${least}`,
  min_weapons: hasWeapons,
  q: hasWords,
  bbox: inBox,
  within: (ring, { ofRing }) => ofRing(ring),
  near: inCircle,
  id: (ids) => sql`${incidents.public_id} = any(${sql.param(ids)})`,
  leave_out: isOfOtherPart,
};

function meetsConstraint(filter: Filter, name: ConstraintName, known: Known): SQL | undefined {
  const condition = conditions[name] as (value: unknown, known: Known) => SQL | undefined;
  return filter[name] === undefined ? undefined : condition(filter[name], known);
}

/**
 * The search text is words with a space before each; words hold no signs that a pattern or a query gives a meaning to. The index finds
 * incidents by the words as a vector. The pattern says the same, and is quicker where other constraints have left only few.
 */
export function hasWords(text: string): SQL | undefined {
  const vector = sql`array_to_tsvector(string_to_array(ltrim(${incidents.search_text}), ' '))`;
  return or(
    ...wantedWords(text).map((list) => {
      const words = list.map(cutWord);
      const query = words.map((word) => `'${word}':*`).join(' & ');
      return and(...words.map((word) => sql`${incidents.search_text} like ${`% ${word}%`}`), sql`${vector} @@ ${query}::tsquery`);
    }),
  );
}
