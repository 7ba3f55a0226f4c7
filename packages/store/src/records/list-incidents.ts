import { and, type SQL, sql } from 'drizzle-orm';
import type { Expression, ListedIncident, Sort } from '@monitor/contract';
import type { Filter, Measure } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
import { meetsExpression } from '../filter/expression-where.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { readAmounts } from '../numbers/measure-amounts.ts';
import { datasets, incidents } from '../schema/tables.ts';
import { countWhere } from './count-incidents.ts';
import { incidentRow, listColumns, ofIncident, type Selected } from './incident-columns.ts';
import { type ListPosition, readCursor, writeCursor } from './list-cursor.ts';
import { type DatasetRow, datasetsOfSnapshot } from './read-datasets.ts';
import { fieldOf, inOrder, type Sorted, sortedBy } from './sorted-by.ts';

export interface ListPage {
  readonly sort: Sort;
  /** Rows a page, 1 or more. */
  readonly limit: number;
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
  /** What each row says beside its fields, and what the sort field `amount` sorts by. */
  readonly measure?: Measure | undefined;
}

export interface ListedIncidents {
  /** Dataset version that page, total and datasets are of. */
  readonly datasetVersion: number;
  /** All datasets, by slug. */
  readonly datasets: readonly DatasetRow[];
  readonly items: ListedIncident[];
  readonly nextCursor: string | null;
  /** Incidents that the filter selects. */
  readonly total: number;
}

export interface ListOptions extends SnapshotOptions {
  /** The total at a dataset version, where the caller knows it; spares counting. */
  readonly totalAt?: (datasetVersion: number) => number | undefined;
  /** What the incidents must meet beside the filter. */
  readonly expression?: Expression | undefined;
}

/**
 * One page of the published incidents that a filter selects. Pages follow each other by key, so rows added meanwhile neither
 * repeat nor hide others. What is not reported comes last in either order. Throws `BadCursorError` on a cursor that this list did
 * not give out for this sort.
 */
export async function listIncidents(
  database: Database,
  filter: Filter,
  { sort, limit, cursor, measure = 'incidents' }: ListPage,
  { totalAt, expression = true, ...options }: ListOptions = {},
): Promise<ListedIncidents> {
  const position = cursor === undefined ? undefined : readCursor(sort, cursor);
  return readSnapshot(database, options, async ({ db, run }) => {
    const { datasetVersion, datasets: described } = await datasetsOfSnapshot(database, db);
    const where = and(await incidentWhere(db, filter), expression === true ? undefined : await meetsExpression(db, expression))!;
    const amounts = await readAmounts(db, [measure], filter);
    const sorted = sortedBy(sort, measure, amounts);
    const after = position && isAfter(sorted, position);
    // The rows of the page are found first, so that all others are sorted without their texts.
    const keys = await run<{ key: number; amount: number | null }>(sql`
      select ${incidents.id} as key, ${amounts.amountOf(measure)} as amount
      from ${incidents} ${amounts.joins}
      where ${and(where, after)}
      order by ${inOrder(sorted)}
      limit ${limit + 1}`);
    const rows = await db
      .select({ ...listColumns, key: incidents.id })
      .from(incidents)
      .innerJoin(datasets, ofIncident)
      .where(sql`${incidents.id} = any(${sql.param(keys.map(({ key }) => key))}::bigint[])`);
    const found = new Map(rows.map((row) => [row.key, row]));
    const listed = keys.map(({ key, amount }) => ({ ...found.get(key)!, amount }));
    const total = totalAt?.(datasetVersion) ?? (await countWhere(db, where));
    return { datasetVersion, datasets: described, total, ...pageOf(listed, sort, limit, measure) };
  });
}

type Row = Selected<ListedIncident> & { readonly key: number };

/** @param rows those of the page, and one more where there is a next page */
function pageOf(rows: readonly Row[], sort: Sort, limit: number, measure: Measure) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    last !== undefined && rows.length > limit ? writeCursor(sort, { value: last[fieldOf(sort)] ?? null, id: last.key }) : null;
  const items = page.map(({ key: _key, amount, ...row }) => ({
    ...incidentRow(row),
    // That an incident is one incident goes without saying.
    ...(measure !== 'incidents' && { amount: amount ?? null }),
  }));
  return { items, nextCursor };
}

function isAfter({ value: column, notNull, descending }: Sorted, { value, id }: ListPosition): SQL {
  const beyond = descending ? sql`<` : sql`>`;
  if (notNull) return sql`(${column}, ${incidents.id}) ${beyond} (${value}, ${id})`;
  if (value === null) return sql`(${column} is null and ${incidents.id} ${beyond} ${id})`;
  return sql`(${column} ${beyond} ${value} or (${column} = ${value} and ${incidents.id} ${beyond} ${id}) or ${column} is null)`;
}
