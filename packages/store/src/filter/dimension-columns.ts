import { type Column, type SQL, sql } from 'drizzle-orm';
import { type DimensionField, type FieldValue, isTraitField, type TraitField, traitFields } from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
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

/** Reads what the numbers in the columns of dimensions mean: the short names of datasets, the texts of sets of traits. */
export async function readNumbered(run: RunStatement): Promise<(field: DimensionField, value: FieldValue) => FieldValue> {
  const texts = new Map(
    (await run<{ id: number; traits: string }>(sql`select ${traitSets.id}, ${traitSets.traits} from ${traitSets}`)).map(
      ({ id, traits }) => [id, traits],
    ),
  );
  const slugs = new Map(
    (await run<{ id: number; slug: string }>(sql`select ${datasets.id}, ${datasets.slug} from ${datasets}`)).map(({ id, slug }) => [
      id,
      slug,
    ]),
  );
  return (field, value) => {
    if (isTraitField(field)) return texts.get(Number(value)) ?? null;
    return field === 'dataset' ? (slugs.get(Number(value)) ?? null) : value;
  };
}
