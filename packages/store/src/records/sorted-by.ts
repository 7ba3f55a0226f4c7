import { asc, desc, type SQL, sql } from 'drizzle-orm';
import {
  fieldOfSort,
  isDescending,
  isListedCodes,
  listedCodes,
  type Measure,
  peopleOfMeasure,
  type Sort,
  sortTextOf,
  type TraitField,
} from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import type { MeasureAmounts } from '../numbers/measure-amounts.ts';
import { datasets, incidents, traitSets } from '../schema/tables.ts';

/* The order of incidents, the same for the list and the download. */

/** What a sort compares, and which way. */
export interface Sorted {
  readonly value: SQL;
  /** Follows `from incidents`. */
  readonly joins: SQL;
  readonly notNull: boolean;
  readonly descending: boolean;
}

/** @param amounts with the measure among them; its joins must be in the statement, too */
export async function readSorted(db: Statements['db'], sort: Sort, measure: Measure, amounts: MeasureAmounts): Promise<Sorted> {
  const field = fieldOfSort(sort);
  const descending = isDescending(sort);
  if (isListedCodes(field)) return { ...(await codesAsText(db, field)), notNull: false, descending };
  switch (field) {
    case 'amount':
      return { value: amounts.amountOf(measure), joins: sql``, notNull: peopleOfMeasure(measure) === undefined, descending };
    case 'dataset': {
      const joins = sql`inner join ${datasets} as sorted_dataset on sorted_dataset.id = ${incidents.dataset_id}`;
      return { value: sql`sorted_dataset.slug`, joins, notNull: true, descending };
    }
    default: {
      const column = field === 'id' ? incidents.public_id : incidents[field];
      return { value: sql`${column}`, joins: sql``, notNull: column.notNull, descending };
    }
  }
}

/** The codes of each set of traits are worked out here and handed over with its number, as amounts are. */
async function codesAsText(db: Statements['db'], field: keyof typeof listedCodes): Promise<Pick<Sorted, 'value' | 'joins'>> {
  const subject = listedCodes[field];
  const column = incidents[`${subject}_traits` satisfies TraitField];
  const sets = await db
    .select({ id: traitSets.id, traits: traitSets.traits })
    .from(traitSets)
    .where(sql`${traitSets.subject} = ${subject}`);
  const ids = sql.param(sets.map(({ id }) => id));
  const texts = sql.param(sets.map(({ traits }) => sortTextOf(field, traits)));
  return {
    value: sql`sorted_codes.text collate "C"`,
    joins: sql`left join unnest(${ids}::integer[], ${texts}::text[]) as sorted_codes (id, text) on sorted_codes.id = ${column}`,
  };
}

/** What follows `order by`: what is not reported comes last in either order, and the public identifier breaks ties. */
export function inOrder({ value, notNull, descending }: Sorted): SQL {
  const directed = descending ? desc : asc;
  // "Nulls last" keeps a descending sort from using an index, and is needed only where there are nulls.
  return sql`${notNull ? directed(value) : sql`${directed(value)} nulls last`}, ${directed(incidents.public_id)}`;
}
