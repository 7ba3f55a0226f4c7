import { type Column, type SQL, sql } from 'drizzle-orm';
import { type DimensionField, type FieldValue, isTraitField, type TraitField, traitFields } from '@monitor/domain';
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
  return sql`(select ${traitSets.traits} from ${traitSets} where ${traitSets.id} = ${incidents[field]})`;
}

/**
 * Reads what the numbers in the columns of dimensions mean: the short names of datasets, the texts of sets of traits.
 * @param ids of the sets that are wanted; all of them where left out
 */
export async function readNumbered(
  db: Statements['db'],
  ids?: readonly number[],
): Promise<(field: DimensionField, value: FieldValue) => FieldValue> {
  const wanted = ids && sql`${traitSets.id} = any(${sql.param(ids)}::integer[])`;
  const sets = await db.select({ id: traitSets.id, traits: traitSets.traits }).from(traitSets).where(wanted);
  const texts = new Map(sets.map(({ id, traits }) => [id, traits]));
  const named = await db.select({ id: datasets.id, slug: datasets.slug }).from(datasets);
  const slugs = new Map(named.map(({ id, slug }) => [id, slug]));
  return (field, value) => {
    if (isTraitField(field)) return texts.get(Number(value)) ?? null;
    return field === 'dataset' ? (slugs.get(Number(value)) ?? null) : value;
  };
}
