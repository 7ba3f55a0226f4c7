import { eq, type SQL, sql } from 'drizzle-orm';
import type { Problem } from '@monitor/contract';
import { isPublicId } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
import { onPool, type RunStatement, type Statements } from '../connection/statements.ts';
import type { OnWait } from '../import/lock-imports.ts';
import { incidents, removals, removedIncidents } from '../schema/tables.ts';

/** When and with what an incident was removed. */
export type Removal = NonNullable<Problem['removal']>;

/** The removal of the incident that had this public id; undefined if there was none. Does not say whether it is on record again. */
export async function findRemoval(database: Database, id: string): Promise<Removal | undefined> {
  return onPool(database, ({ db }) => removalOf(db, id));
}

/** The same, where the statements run. */
export async function removalOf(db: Statements['db'], id: string): Promise<Removal | undefined> {
  if (!isPublicId(id)) return undefined;
  const [found] = await db
    .select(removalColumns)
    .from(removedIncidents)
    .innerJoin(removals, eq(removals.id, removedIncidents.removal_id))
    .where(eq(removedIncidents.public_id, id));
  return found;
}

const removalColumns = {
  dataset_title: removals.title,
  removed_on: sql<string>`to_char(${removals.removed_at} at time zone 'UTC', 'YYYY-MM-DD')`,
};

/** Each removal, with the public ids of its incidents that are not on record again. */
export async function readRemovals(
  database: Database,
  options: SnapshotOptions = {},
): Promise<readonly (Removal & { readonly ids: readonly string[] })[]> {
  const { public_id, removal_id } = removedIncidents;
  return readSnapshot(database, options, ({ db }) =>
    db
      .select({ ...removalColumns, ids: sql<string[]>`array_agg(${public_id} order by ${public_id})` })
      .from(removedIncidents)
      .innerJoin(removals, eq(removals.id, removal_id))
      .where(
        sql`not exists (select from ${incidents} i where i.public_id = ${public_id} and i.status in ('published', 'retracted'))`,
      )
      .groupBy(removals.id)
      .orderBy(removals.id),
  );
}

/** Whether anything was ever removed. */
export async function hasRemovals(database: Database): Promise<boolean> {
  return onPool(database, async ({ db }) => (await db.select({ id: removals.id }).from(removals).limit(1)).length > 0);
}

/** What a long change of the record tells while it runs. */
export interface ChangeOptions extends QueryOptions {
  /** Called where another import or removal must end first. */
  readonly onWait?: OnWait;
  /** How many incidents of all have been dealt with. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Incidents that are changed at once: 10,000 to remove, 1,000 to restore if left out. */
  readonly portionSize?: number;
}

/** Removes incidents with all that belongs to them and notes the identifiers of those that were public. Gives how many went. */
export async function removeIncidents(
  run: RunStatement,
  dataset: { readonly slug: string; readonly title: string },
  condition: SQL,
  { onProgress, portionSize = 10_000 }: Pick<ChangeOptions, 'onProgress' | 'portionSize'>,
): Promise<number> {
  await run(sql`create temp table leaving (id bigint primary key) on commit drop`);
  const [found] = await run<{ total: number }>(sql`
    with found as (insert into leaving select ${incidents.id} from ${incidents} where ${condition} returning 1)
    select count(*) as total from found`);
  const total = found?.total ?? 0;
  onProgress?.({ done: 0, total });
  await run(sql`
    with removal as (insert into ${removals} (dataset, title) values (${dataset.slug}, ${dataset.title}) returning id)
    insert into ${removedIncidents} (public_id, removal_id)
    select i.public_id, removal.id from ${incidents} i join leaving using (id) cross join removal
    where i.status in ('published', 'retracted')
    on conflict (public_id) do update set removal_id = excluded.removal_id`);
  for (let [last, done] = [0, 0]; done < total;) {
    const [portion] = await run<{ last: number; count: number }>(sql`
      with portion as materialized (select id from leaving where id > ${last} order by id limit ${portionSize}),
        deleted as (delete from ${incidents} i using portion where i.id = portion.id)
      select max(id) as last, count(*) as count from portion`);
    if (portion === undefined || portion.count === 0) break;
    last = portion.last;
    onProgress?.({ done: (done += portion.count), total });
  }
  return total;
}
