import { eq, type SQL, sql } from 'drizzle-orm';
import { isPublicId } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { onPool, type RunStatement, type Statements } from '../connection/statements.ts';
import { incidents, removals, removedIncidents } from '../schema/tables.ts';

/** When and with what an incident was removed. */
export interface Removal {
  /** Title of the dataset that it belonged to. */
  readonly title: string;
  /** Day, in UTC, as `YYYY-MM-DD`. */
  readonly removed_on: string;
}

/** The removal of the incident that had this public id; undefined if there was none. Does not say whether it is on record again. */
export async function findRemoval(database: Database, id: string): Promise<Removal | undefined> {
  return onPool(database, ({ db }) => removalOf(db, id));
}

/** The same, where the statements run. */
export async function removalOf(db: Statements['db'], id: string): Promise<Removal | undefined> {
  if (!isPublicId(id)) return undefined;
  const { title, removed_at } = removals;
  const [found] = await db
    .select({ title, removed_on: sql<string>`to_char(${removed_at} at time zone 'UTC', 'YYYY-MM-DD')` })
    .from(removedIncidents)
    .innerJoin(removals, eq(removals.id, removedIncidents.removal_id))
    .where(eq(removedIncidents.public_id, id));
  return found;
}

/** Whether anything was ever removed. */
export async function hasRemovals(database: Database): Promise<boolean> {
  return onPool(database, async ({ db }) => (await db.select({ id: removals.id }).from(removals).limit(1)).length > 0);
}

/** Removes incidents with all that belongs to them and notes the identifiers of those that were public. Gives how many went. */
export async function removeIncidents(
  run: RunStatement,
  dataset: { readonly slug: string; readonly title: string },
  condition: SQL,
): Promise<number> {
  await run(sql`
    with removal as (insert into ${removals} (dataset, title) values (${dataset.slug}, ${dataset.title}) returning id)
    insert into ${removedIncidents} (public_id, removal_id)
    select ${incidents.public_id}, removal.id from ${incidents} cross join removal
    where ${incidents.status} in ('published', 'retracted') and ${condition}
    on conflict (public_id) do update set removal_id = excluded.removal_id`);
  const [gone] = await run<{ count: number }>(sql`
    with deleted as (delete from ${incidents} where ${condition} returning 1) select count(*) as count from deleted`);
  return gone?.count ?? 0;
}
