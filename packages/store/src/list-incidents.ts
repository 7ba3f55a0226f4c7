import { type SQL, sql } from 'drizzle-orm';
import type { Filter } from '@monitor/domain';
import type { Database } from './database.ts';
import { incidentColumns, incidentRow, incidentsWithDataset, type SelectedIncident } from './incident-columns.ts';
import type { IncidentRow } from './incident-rows.ts';
import { incidentWhere } from './incident-where.ts';
import { type ListPosition, readCursor, writeCursor } from './list-cursor.ts';
import type { ListSort, ListSortField } from './list-sorts.ts';
import type { QueryOptions } from './query-options.ts';
import { runQuery } from './run-query.ts';
import { incidents } from './tables.ts';

export interface ListPage {
  readonly sort: ListSort;
  /** Rows a page, 1 or more. */
  readonly limit: number;
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/**
 * One page of the published incidents that a filter selects. Pages follow each other by key, so rows added meanwhile neither
 * repeat nor hide others. What is not reported comes last in either order. Throws `BadCursorError` on a cursor that this list did
 * not give out for this sort.
 */
export async function listIncidents(
  database: Database,
  filter: Filter,
  { sort, limit, cursor }: ListPage,
  options: QueryOptions = {},
): Promise<{ items: IncidentRow[]; nextCursor: string | null }> {
  const after = cursor === undefined ? sql`true` : isAfter(sort, readCursor(sort, cursor));
  const rows = await runQuery<SelectedIncident & { key: number }>(
    database,
    sql`select ${incidentColumns}, ${incidents.id} as key
      from ${incidentsWithDataset}
      where ${incidentWhere(filter)} and ${after}
      order by ${order(sort)}
      limit ${limit + 1}`,
    options,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    last !== undefined && rows.length > limit ? writeCursor(sort, { value: last[fieldOf(sort)], id: last.key }) : null;
  return { items: page.map(({ key: _key, ...row }) => incidentRow(row)), nextCursor };
}

function fieldOf(sort: ListSort): ListSortField {
  return sort.replace('-', '') as ListSortField;
}

function order(sort: ListSort): SQL {
  const column = incidents[fieldOf(sort)];
  const direction = sort.startsWith('-') ? sql`desc` : sql`asc`;
  // "Nulls last" keeps a descending sort from using an index, and is needed only where there are nulls.
  const nulls = column.notNull ? sql`` : sql`nulls last`;
  return sql`${column} ${direction} ${nulls}, ${incidents.id} ${direction}`;
}

function isAfter(sort: ListSort, { value, id }: ListPosition): SQL {
  const column = incidents[fieldOf(sort)];
  const beyond = sort.startsWith('-') ? sql`<` : sql`>`;
  if (column.notNull) return sql`(${column}, ${incidents.id}) ${beyond} (${value}, ${id})`;
  if (value === null) return sql`(${column} is null and ${incidents.id} ${beyond} ${id})`;
  return sql`(${column} ${beyond} ${value} or (${column} = ${value} and ${incidents.id} ${beyond} ${id}) or ${column} is null)`;
}
