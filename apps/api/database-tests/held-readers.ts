import type { Database } from '@monitor/store';

/** Statements of other connections that read incidents at this moment. */
export async function countRunning({ connections }: Database): Promise<number> {
  const [row] = await connections<{ running: number }[]>`
    select count(*)::int as running from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and query ~ 'incidents|portions'
      and application_name = 'open-armed-violence-monitor'`;
  return row?.running ?? 0;
}

/**
 * Keeps everything that reads incidents waiting behind a lock until the work is done, as behind a slow query. The connection that holds
 * the lock counts as one that runs a statement.
 */
export async function holdReaders({ connections }: Database, work: () => Promise<void>): Promise<void> {
  await connections.begin(async (transaction) => {
    await transaction`lock table incidents in access exclusive mode`;
    await work();
  });
}
