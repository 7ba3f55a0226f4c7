import { count, eq, type SQL } from 'drizzle-orm';
import type { Filter } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot } from '../connection/read-snapshot.ts';
import type { Statements } from '../connection/statements.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { datasets, incidents } from '../schema/tables.ts';

/** How many published incidents a filter selects. */
export async function countIncidents(database: Database, filter: Filter, options: QueryOptions = {}): Promise<number> {
  return readSnapshot(database, options, async (statements) => countWhere(statements.db, await incidentWhere(statements, filter)));
}

/** How many incidents a condition selects. */
export async function countWhere(db: Statements['db'], where: SQL): Promise<number> {
  const [counted] = await db.select({ total: count() }).from(incidents).where(where);
  return counted?.total ?? 0;
}

/** The same by the slug of the dataset, of which those without any are left out. */
export async function countByDataset(db: Statements['db'], where: SQL): Promise<ReadonlyMap<string, number>> {
  const counted = db
    .select({ id: incidents.dataset_id, total: count().as('total') })
    .from(incidents)
    .where(where)
    .groupBy(incidents.dataset_id)
    .as('counted');
  const rows = await db
    .select({ slug: datasets.slug, total: counted.total })
    .from(counted)
    .innerJoin(datasets, eq(datasets.id, counted.id));
  return new Map(rows.map(({ slug, total }) => [slug, total]));
}
