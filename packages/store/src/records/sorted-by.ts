import { asc, desc, type SQL, sql } from 'drizzle-orm';
import type { Sort, SortField } from '@monitor/contract';
import { type Measure, peopleOfMeasure } from '@monitor/domain';
import type { MeasureAmounts } from '../numbers/measure-amounts.ts';
import { incidents } from '../schema/tables.ts';

/* The order of incidents, the same for the list and the download. */

export function fieldOf(sort: Sort): SortField {
  return sort.replace('-', '') as SortField;
}

/** What a sort compares, and which way. */
export interface Sorted {
  readonly value: SQL;
  readonly notNull: boolean;
  readonly descending: boolean;
}

/** @param amounts with the measure among them; its joins must be in the statement */
export function sortedBy(sort: Sort, measure: Measure, amounts: MeasureAmounts): Sorted {
  const field = fieldOf(sort);
  const descending = sort.startsWith('-');
  if (field !== 'amount') return { value: sql`${incidents[field]}`, notNull: incidents[field].notNull, descending };
  return { value: amounts.amountOf(measure), notNull: peopleOfMeasure(measure) === undefined, descending };
}

/** What follows `order by`: what is not reported comes last in either order, and the key breaks ties. */
export function inOrder({ value, notNull, descending }: Sorted): SQL {
  const directed = descending ? desc : asc;
  // "Nulls last" keeps a descending sort from using an index, and is needed only where there are nulls.
  return sql`${notNull ? directed(value) : sql`${directed(value)} nulls last`}, ${directed(incidents.id)}`;
}
