import { type SQL, sql } from 'drizzle-orm';
import type { RunStatement } from '../connection/statements.ts';
import { incidents, revisions } from '../schema/tables.ts';

/** Incidents of a dataset that the files do not have any more, and those that were public before the import. */
export interface AbsentIncidents {
  readonly absent: number;
  readonly published: number;
}

/**
 * Publishes incidents again that an earlier import had retracted and that the files have again. Those that somebody retracted otherwise
 * stay so. Gives their number.
 */
export async function restoreReturned(run: RunStatement, target: ChangedIn): Promise<number> {
  return changeStatus(
    run,
    target,
    'restored',
    sql`i.status = 'retracted' and exists (select from incoming_keys k where k.source_key = i.source_key collate "C") and (
      select r.change = 'retracted' and r.batch_id is not null from ${revisions} r
      where r.incident_id = i.id and r.change in ('retracted', 'restored')
      order by r.revision desc
      limit 1
    )`,
  );
}

/**
 * Retracts the published incidents of a dataset that the files do not have. Their records stay, and say so. Gives their number.
 * @param kept source keys of incidents that the files do have, though they could not be read
 * @param agree is given what will be retracted, and throws if that is not wanted
 */
export async function retractAbsent(
  run: RunStatement,
  target: ChangedIn & { readonly inserted: number },
  kept: readonly string[],
  agree: (absent: AbsentIncidents) => void,
): Promise<number> {
  await run(sql`
    insert into incoming_keys select key, 0, 0 from unnest(${sql.param(kept)}::text[]) as key on conflict (source_key) do nothing`);
  await run(sql`analyze incoming_keys`);
  const isAbsent = sql`i.status = 'published' and not exists (
    select from incoming_keys k where k.source_key = i.source_key collate "C")`;
  const [counts] = await run<{ absent: number; published: number }>(sql`
    select count(*) filter (where ${isAbsent}) as absent, count(*) filter (where i.status = 'published') as published
    from ${incidents} i where i.dataset_id = ${target.datasetId}`);
  const { absent = 0, published = 0 } = counts ?? {};
  agree({ absent, published: published - target.inserted });
  return changeStatus(run, target, 'retracted', isAbsent);
}

/** Gives incidents the status that they had before an import retracted or restored them. Gives their number. */
export async function undoStatuses(run: RunStatement, batch: number, lastShown: SQL): Promise<number> {
  const ofBatch = sql`one.batch_id = ${batch}::integer and one.change in ('retracted', 'restored')`;
  const [found] = await run<{ count: number }>(sql`select count(*) as count from ${revisions} one where ${ofBatch}`);
  if (found === undefined || found.count === 0) return 0;
  await run(planAgain);
  await run(sql`
      update ${incidents} i set
        status = case one.change when 'retracted' then 'published' else 'retracted' end,
        updated_at = (
          select ${lastShown} from ${revisions} where incident_id = i.id and batch_id is distinct from ${batch}::integer
        )
      from ${revisions} one
      where one.incident_id = i.id and ${ofBatch}`);
  await run(planAgain);
  return found.count;
}

/**
 * Triggers plan their work for as many incidents as the first statement of a connection changes, and keep to that: with a plan for a few,
 * they take minutes for many.
 */
const planAgain = sql`discard plans`;

interface ChangedIn {
  readonly datasetId: number;
  readonly batch: number;
}

/** @param condition of the incident `i` */
async function changeStatus(
  run: RunStatement,
  { datasetId, batch }: ChangedIn,
  change: 'retracted' | 'restored',
  condition: SQL,
): Promise<number> {
  const status = change === 'retracted' ? 'retracted' : 'published';
  const [written] = await run<{ count: number }>(sql`
    with written as (
      insert into ${revisions} (incident_id, revision, batch_id, change, fields, previous)
      select i.id, (select max(r.revision) + 1 from ${revisions} r where r.incident_id = i.id), ${batch}::integer, ${change}, '{}',
        incident_record(i.id)
      from ${incidents} i
      where i.dataset_id = ${datasetId}::smallint and ${condition}
      returning 1
    )
    select count(*) as count from written`);
  if (written === undefined || written.count === 0) return 0;
  await run(planAgain);
  await run(sql`
    update ${incidents} i set status = ${status}, updated_at = now()
    from ${revisions} r
    where r.incident_id = i.id and r.batch_id = ${batch}::integer and r.change = ${change}`);
  return written.count;
}
