import { sql } from 'drizzle-orm';
import type { RunStatement } from '../connection/statements.ts';

/** What keeps an import, a removal or an undo waiting. */
export interface LockHolder {
  /** What it does, such as `import into my-city`. */
  readonly work: string;
  /** When it began, in ISO 8601; null if this database user must not know. */
  readonly since: string | null;
}

/** Is given what is waited for; undefined if that is not known. */
export type OnWait = (holder: LockHolder | undefined) => void;

/** The names of connections, of which a server keeps 63 bytes, begin with this. */
const ours = 'monitor: ';

/**
 * Waits until nobody else imports or removes incidents, and keeps others waiting to the end of the transaction.
 * @param work what those who wait are told, such as `import into my-city`
 * @param onWait called first where that takes time
 */
export async function lockImports(run: RunStatement, work: string, onWait: OnWait = () => undefined): Promise<void> {
  // What the activity of the server shows of this connection, to the end of the transaction.
  await run(sql`select set_config('application_name', ${(ours + work).slice(0, 63)}, true)`);
  const [free] = await run<{ locked: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('import')) as locked`);
  if (free?.locked) return;
  onWait(await lockHolder(run));
  await run(sql`select pg_advisory_xact_lock(hashtext('import'))`);
}

async function lockHolder(run: RunStatement): Promise<LockHolder | undefined> {
  const [holder] = await run<LockHolder>(sql`
    select substring(a.application_name from ${ours.length + 1}::integer) as work, to_char(a.xact_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
    from pg_locks l join pg_stat_activity a using (pid)
    where starts_with(a.application_name, ${ours}) and l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())
      and l.objsubid = 1 and l.classid::bigint = (hashtext('import')::bigint >> 32) & 4294967295
      and l.objid::bigint = hashtext('import')::bigint & 4294967295
    limit 1`);
  return holder;
}
