import { and, type SQL, sql } from 'drizzle-orm';
import type { Expression, ListedIncident } from '@monitor/contract';
import {
  amountIn,
  fieldOfMeasure,
  fieldOfSort,
  type Filter,
  isCounted,
  isListedCodes,
  isSubjectMeasure,
  type Measure,
  offsetAround,
  peopleOfMeasure,
  type Sort,
  sortTextOf,
  traitsIn,
} from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
import { meetsExpression } from '../filter/expression-where.ts';
import { traitsText } from '../filter/dimension-columns.ts';
import { inRingAt, type SelectionOptions } from '../filter/in-area.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import type { RunStatement, Statements } from '../connection/statements.ts';
import { readAmounts } from '../numbers/measure-amounts.ts';
import { datasets, incidents } from '../schema/tables.ts';
import { countWhere } from './count-incidents.ts';
import { incidentRow, listColumns, ofIncident, type Selected } from './incident-columns.ts';
import { type ListPosition, readCursor, writeCursor } from './list-cursor.ts';
import { type DatasetRow, datasetsOfSnapshot } from './read-datasets.ts';
import { inOrder, readSorted, type Sorted } from './sorted-by.ts';

export interface ListPage {
  readonly sort: Sort;
  /** Rows a page, 1 or more. */
  readonly limit: number;
  /** Where the page begins; at the first row if left out. */
  readonly start?: PageStart | undefined;
  /** What each row says beside its fields, and what the sort field `amount` sorts by. */
  readonly measure?: Measure | undefined;
}

/** After the page with this `nextCursor`, after so many rows, or so that an incident with this public identifier is in its middle. */
export type PageStart = { readonly cursor: string } | { readonly offset: number } | { readonly around: string };

export interface ListedIncidents {
  /** Dataset version that page, total and datasets are of. */
  readonly datasetVersion: number;
  /** All datasets, by slug. */
  readonly datasets: readonly DatasetRow[];
  readonly items: ListedIncident[];
  /** Rows before the first of the page; null if a cursor or an incident that is not selected says where it begins. */
  readonly offset: number | null;
  readonly nextCursor: string | null;
  /** Incidents that the filter selects. */
  readonly total: number;
}

export interface ListOptions extends SnapshotOptions, SelectionOptions {
  /** The total at a dataset version, where the caller knows it; spares counting. */
  readonly totalAt?: (datasetVersion: number) => Promise<number | undefined>;
  /** What the incidents must meet beside the filter. */
  readonly expression?: Expression | undefined;
}

/**
 * One page of the published incidents that a filter selects. Pages that follow each other by cursor stay in step while rows are added:
 * none is repeated or left out. What is not reported comes last in either order. Throws `BadCursorError` on a cursor that this list did
 * not give out for this sort.
 */
export async function listIncidents(
  database: Database,
  filter: Filter,
  { sort, limit, start = { offset: 0 }, measure = 'incidents' }: ListPage,
  { totalAt, expression = true, findInRing, ...options }: ListOptions = {},
): Promise<ListedIncidents> {
  const position = 'cursor' in start ? readCursor(sort, start.cursor) : undefined;
  return readSnapshot(database, options, async (statements) => {
    const { db, run } = statements;
    const { datasetVersion, datasets: described } = await datasetsOfSnapshot(statements);
    const ofRing = inRingAt(datasetVersion, findInRing);
    const met = expression === true ? undefined : await meetsExpression(statements, expression, ofRing);
    const where = and(await incidentWhere(statements, filter, ofRing), met)!;
    const amounts = await readAmounts(statements, [measure], filter);
    const sorted = await readSorted(db, sort, measure, amounts);
    const from = sql`from ${incidents} ${amounts.joins} ${sorted.joins}`;
    const total = (await totalAt?.(datasetVersion)) ?? (await countWhere(db, where));
    const offset =
      'around' in start
        ? offsetAround(await rowsBefore(run, { from, where, sorted, total }, start.around), limit)
        : 'offset' in start
          ? start.offset
          : null;
    if (offset === null && position === undefined)
      return { datasetVersion, datasets: described, total, offset, items: [], nextCursor: null };
    const after = position && isAfter(sorted, position);
    // The rows of the page are found first, so that all others are sorted without their texts.
    const keys = await run<{ key: number }>(sql`
      select ${incidents.id} as key
      ${from}
      where ${and(where, after)}
      order by ${inOrder(sorted)}
      limit ${limit + 1} offset ${offset ?? 0}`);
    const listed = await selectListed(
      statements,
      keys.map(({ key }) => key),
      measure,
      filter,
    );
    return { datasetVersion, datasets: described, total, offset, ...pageOf(listed, sort, limit, measure) };
  });
}

/** Rows of the list that are known by their keys, in this order. */
export interface KnownPage extends Omit<ListPage, 'start'> {
  /** Internal numbers of the incidents: those of the page, and one more where there is a next page. */
  readonly keys: readonly number[];
}

/**
 * The rows of a page that something else, such as the cube, has found, and the dataset version that they are of: the caller compares it
 * with that of the keys. Keys that are not published any more are left out.
 */
export async function readKnownPage(
  database: Database,
  filter: Filter,
  { keys, sort, limit, measure = 'incidents' }: KnownPage,
  options: SnapshotOptions = {},
): Promise<Omit<ListedIncidents, 'total' | 'offset'>> {
  return readSnapshot(database, options, async (statements) => {
    const { datasetVersion, datasets: described } = await datasetsOfSnapshot(statements);
    const listed = await selectListed(statements, keys, measure, filter);
    return { datasetVersion, datasets: described, ...pageOf(listed, sort, limit, measure) };
  });
}

/** What a measure counts in so few rows is read from these, and not from all sets of traits that there are. */
async function selectListed({ db }: Statements, keys: readonly number[], measure: Measure, filter: Filter): Promise<Row[]> {
  const field = isSubjectMeasure(measure) ? fieldOfMeasure(measure)! : undefined;
  const rows = await db
    .select({ ...listColumns, key: incidents.id, traits: field === undefined ? sql<string>`''` : traitsText(field) })
    .from(incidents)
    .innerJoin(datasets, ofIncident)
    .where(sql`${incidents.id} = any(${sql.param(keys)}::bigint[]) and ${incidents.published}`);
  const people = peopleOfMeasure(measure);
  const found = new Map(
    rows.map(({ traits, ...row }) => {
      const amount =
        field === undefined
          ? people === undefined
            ? 1
            : row[people]
          : amountIn(traitsIn(field, traits), isCounted(measure, filter));
      return [row.key, { ...row, amount }];
    }),
  );
  return keys.flatMap((key) => found.get(key) ?? []);
}

type Row = Selected<ListedIncident> & { readonly key: number; readonly amount: number | null };

/** @param rows those of the page, and one more where there is a next page */
function pageOf(rows: readonly Row[], sort: Sort, limit: number, measure: Measure) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    last !== undefined && rows.length > limit ? writeCursor(sort, { value: valueOf(last, sort), id: last.id }) : null;
  const items = page.map(({ key: _key, amount, ...row }) => ({
    ...incidentRow(row),
    // That an incident is one incident goes without saying.
    ...(measure !== 'incidents' && { amount: amount ?? null }),
  }));
  return { items, nextCursor };
}

/** What the sort compares of a row. */
function valueOf(row: Row, sort: Sort): ListPosition['value'] {
  const field = fieldOfSort(sort);
  return isListedCodes(field) ? sortTextOf(field, row[field]) : (row[field] ?? null);
}

interface Listing {
  readonly from: SQL;
  readonly where: SQL;
  readonly sorted: Sorted;
  readonly total: number;
}

/** How many rows of a list come before an incident; null if it is not among them. */
async function rowsBefore(run: RunStatement, { from, where, sorted, total }: Listing, id: string): Promise<number | null> {
  const [found] = await run<ListPosition>(sql`
    select ${sorted.value} as value, ${incidents.public_id} as id ${from} where ${and(where, sql`${incidents.public_id} = ${id}`)}`);
  if (found === undefined) return null;
  const [rest] = await run<{ after: number }>(
    sql`select count(*)::integer as after ${from} where ${and(where, isAfter(sorted, found))}`,
  );
  return total - (rest?.after ?? 0) - 1;
}

function isAfter({ value: column, notNull, descending }: Sorted, { value, id }: ListPosition): SQL {
  const beyond = descending ? sql`<` : sql`>`;
  if (notNull) return sql`(${column}, ${incidents.public_id}) ${beyond} (${value}, ${id})`;
  if (value === null) return sql`(${column} is null and ${incidents.public_id} ${beyond} ${id})`;
  return sql`(${column} ${beyond} ${value} or (${column} = ${value} and ${incidents.public_id} ${beyond} ${id}) or ${column} is null)`;
}
