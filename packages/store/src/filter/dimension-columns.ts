import { and, type Column, inArray, type SQL, sql } from 'drizzle-orm';
import { type DimensionField, type FieldValue, isTraitField, subjectOf, type TraitField, traitFields } from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import { datasets, incidents, traitSets } from '../schema/tables.ts';

/** The column of `incidents` that keeps a field of a dimension. Of datasets and sets of traits it is their number. */
export function columnOf(field: DimensionField): Column {
  return field === 'dataset' ? incidents.dataset_id : incidents[field];
}

/** The fields whose columns hold numbers. */
export const numberedFields: readonly DimensionField[] = ['dataset', ...traitFields];

/** The text of a set of traits. */
export function traitsText(field: TraitField): SQL<string> {
  return sql`(select ${traitSets.traits} from ${traitSets} where ${traitSets.id} = ${incidents[field]} and ${traitSets.subject} = ${subjectOf(field)})`;
}

/**
 * Reads what the numbers in the columns of dimensions mean: the short names of datasets, the texts of sets of traits.
 * @param wanted the numbers, or the fields, of the sets that are wanted; all of them if left out
 */
export async function readNumbered(
  db: Statements['db'],
  wanted: { readonly ids?: readonly number[]; readonly fields?: readonly TraitField[] } = {},
): Promise<(field: DimensionField, value: FieldValue) => FieldValue> {
  const sets = await db
    .select({ id: traitSets.id, traits: traitSets.traits })
    .from(traitSets)
    .where(
      and(
        wanted.ids && sql`${traitSets.id} = any(${sql.param(wanted.ids)}::integer[])`,
        wanted.fields && inArray(traitSets.subject, wanted.fields.map(subjectOf)),
      ),
    );
  const texts = new Map(sets.map(({ id, traits }) => [id, traits]));
  const named = await db.select({ id: datasets.id, slug: datasets.slug }).from(datasets);
  const slugs = new Map(named.map(({ id, slug }) => [id, slug]));
  return (field, value) => {
    if (isTraitField(field)) return texts.get(Number(value)) ?? null;
    return field === 'dataset' ? (slugs.get(Number(value)) ?? null) : value;
  };
}
