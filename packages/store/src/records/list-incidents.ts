import { and, asc, desc, type SQL, sql } from 'drizzle-orm';
import type { IncidentItem, Sort, SortField } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { datasets, incidents } from '../schema/tables.ts';
import { countWhere } from './count-incidents.ts';
import { incidentRow, listColumns, ofIncident, type Selected } from './incident-columns.ts';
import { type ListPosition, readCursor, writeCursor } from './list-cursor.ts';

export interface ListPage {
  readonly sort: Sort;
  /** Rows a page, 1 or more. */
  readonly limit: number;
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

export interface ListedIncidents {
  /** Dataset version that page and total are of. */
  readonly datasetVersion: number;
  readonly items: IncidentItem[];
  readonly nextCursor: string | null;
  /** Incidents that the filter selects. */
  readonly total: number;
}

export interface ListOptions extends SnapshotOptions {
  /** The total at a dataset version, where the caller knows it; spares counting. */
  readonly totalAt?: (datasetVersion: number) => number | undefined;
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
  { totalAt, ...options }: ListOptions = {},
): Promise<ListedIncidents> {
  const after = cursor === undefined ? undefined : isAfter(sort, readCursor(sort, cursor));
  return readSnapshot(database, options, async ({ db }) => {
    const datasetVersion = await versionOfSnapshot(db);
    const where = await incidentWhere(db, filter);
    // The rows of the page are found first, so that all others are sorted without their texts.
    const page = db
      .select({ id: incidents.id })
      .from(incidents)
      .where(and(where, after))
      .orderBy(...order(sort))
      .limit(limit + 1);
    const rows = await db
      .select({ ...listColumns, key: incidents.id })
      .from(incidents)
      .innerJoin(datasets, ofIncident)
      .where(sql`${incidents.id} = any(array${page})`)
      .orderBy(...order(sort));
    const total = totalAt?.(datasetVersion) ?? (await countWhere(db, where));
    return { datasetVersion, total, ...pageOf(rows, sort, limit) };
  });
}

/** @param rows those of the page, and one more where there is a next page */
function pageOf(rows: readonly (Selected<IncidentItem> & { key: number })[], sort: Sort, limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    last !== undefined && rows.length > limit ? writeCursor(sort, { value: last[fieldOf(sort)], id: last.key }) : null;
  return { items: page.map(({ key: _key, ...row }) => incidentRow(row)), nextCursor };
}

function fieldOf(sort: Sort): SortField {
  return sort.replace('-', '') as SortField;
}

function order(sort: Sort): SQL[] {
  const column = incidents[fieldOf(sort)];
  const directed = sort.startsWith('-') ? desc : asc;
  // "Nulls last" keeps a descending sort from using an index, and is needed only where there are nulls.
  return [column.notNull ? directed(column) : sql`${directed(column)} nulls last`, directed(incidents.id)];
}

function isAfter(sort: Sort, { value, id }: ListPosition): SQL {
  const column = incidents[fieldOf(sort)];
  const beyond = sort.startsWith('-') ? sql`<` : sql`>`;
  if (column.notNull) return sql`(${column}, ${incidents.id}) ${beyond} (${value}, ${id})`;
  if (value === null) return sql`(${column} is null and ${incidents.id} ${beyond} ${id})`;
  return sql`(${column} ${beyond} ${value} or (${column} = ${value} and ${incidents.id} ${beyond} ${id}) or ${column} is null)`;
}
