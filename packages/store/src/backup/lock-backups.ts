import { sql } from 'drizzle-orm';
import type { Database } from '../connection/database.ts';
import type { QueryOptions } from '../connection/read-snapshot.ts';
import { inTransaction } from '../connection/transaction.ts';

/**
 * Does something with finished backups while nobody else does so for the same database. The server keeps the lock, and so frees it also
 * when a process is killed.
 */
export async function withBackupsLocked<Result>(
  database: Database,
  work: () => Promise<Result>,
  { signal }: QueryOptions = {},
): Promise<Result> {
  return inTransaction(
    database,
    'read only',
    async ({ run }) => {
      await run(sql`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
      await run(sql`select pg_advisory_xact_lock(hashtext('open-armed-violence-monitor backups'))`);
      return work();
    },
    signal,
  );
}
