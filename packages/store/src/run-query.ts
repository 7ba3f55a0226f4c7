import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import type { QueryOptions } from './query-options.ts';
import { untilAborted } from './until-aborted.ts';

const dialect = new PgDialect();

/** Runs one statement and gives its rows. */
export type RunStatement = <Row extends object>(statement: SQL) => Promise<Row[]>;

/** Runs one reading statement. On abort it is cancelled on the server, and the signal's reason is thrown. */
export async function runQuery<Row extends object>(database: Database, statement: SQL, options: QueryOptions): Promise<Row[]> {
  return readSnapshot(database, options, (run) => run<Row>(statement));
}

/**
 * Runs reading statements one after the other on one snapshot of the database. On abort the running one is cancelled on the server,
 * and the signal's reason is thrown.
 */
export async function readSnapshot<Result>(
  database: Database,
  options: QueryOptions,
  read: (run: RunStatement) => Promise<Result>,
): Promise<Result> {
  const { signal } = options;
  signal?.throwIfAborted();
  const attempt = () =>
    inTransaction(database, 'isolation level repeatable read read only', async (transaction) => {
      signal?.throwIfAborted();
      return read((statement) => runStatement(transaction, statement, signal));
    });
  try {
    // Also while it waits for a free connection, which cannot be cancelled.
    return await untilAborted(retryStrayCancel(attempt, signal), signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

/** Runs a statement within a transaction; a cancelled one rejects with the server's error. */
async function runStatement<Row extends object>(
  transaction: Transaction,
  statement: SQL,
  signal: AbortSignal | undefined,
): Promise<Row[]> {
  const { sql, params } = dialect.sqlToQuery(statement);
  const query = transaction.unsafe<Row[]>(sql, params as never[]);
  const cancel = () => query.cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await query;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/**
 * A cancel request names a connection, not a statement: one that arrives late hits the statement that runs there next, which is
 * somebody else's. Reading twice does no harm, so that one is tried again.
 */
async function retryStrayCancel<Result>(attempt: () => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  const started = performance.now();
  try {
    return await attempt();
  } catch (error) {
    const stray = isCancelled(error) && !signal?.aborted && performance.now() - started < 1000;
    if (!stray) throw error;
    return attempt();
  }
}

/** True for the server's "canceling statement", by request or by timeout. */
function isCancelled(error: unknown): boolean {
  return (error as { code?: unknown }).code === '57014';
}
