import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { explainTrouble } from './database-trouble.ts';
import { driverError, type Statements, statementsOn } from './statements.ts';

/** One connection within a transaction. */
export interface Transaction extends Statements {
  /** Begins a COPY into a table. @param target the table and its columns, in SQL */
  readonly copy: (target: string) => Promise<Copy>;
}

/** A COPY on its way. */
export interface Copy {
  readonly stream: Writable;
  /** What the server has said against it so far; undefined if it has said nothing. */
  readonly refusal: () => unknown;
}

/**
 * Runs work in a transaction: committed when the work resolves, rolled back when it rejects. Rejects at once when the connection
 * breaks, even while the work waits for something else. On abort the running statement is cancelled, and none is sent after it.
 *
 * The driver ends the whole process when a statement follows on a broken connection, be it only its own ROLLBACK. So a statement
 * after the break is refused here, and the work of a broken transaction is left hanging: nobody waits for it any more, and the
 * server has already rolled back.
 */
export async function inTransaction<Result>(
  database: Database,
  mode: string,
  work: (transaction: Transaction) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  let broken = false;
  const guard = () => {
    if (broken) throw Object.assign(new Error('The connection to the database was lost.'), { code: 'CONNECTION_CLOSED' });
  };
  const running = database.connections.begin(mode, async (connection) => {
    const copy = async (target: string) => {
      guard();
      const query = connection.unsafe(`copy ${target} from stdin`);
      // The driver tells of a failure after the last byte by rejecting what has been resolved with the stream long before.
      const told = query as unknown as { reject: (error: unknown) => void };
      const { reject } = told;
      let refusal: unknown;
      told.reject = (error) => {
        refusal = error;
        reject(error);
      };
      const cancel = () => query.cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      const release = () => signal?.removeEventListener('abort', cancel);
      try {
        // Comes when the table is free.
        const stream = await query.writable();
        stream.once('close', release);
        return { stream, refusal: () => refusal };
      } catch (error) {
        release();
        throw error;
      }
    };
    try {
      const result = await work(Object.assign(statementsOn(database.connections, connection, { signal, guard }), { copy }));
      if (broken) await new Promise(() => undefined);
      return result;
    } catch (error) {
      // A lost connection fails the statement first and `begin` a moment later.
      await setImmediate();
      if (broken) await new Promise(() => undefined);
      throw driverError(error);
    }
  });
  running.catch(() => {
    broken = true;
  });
  return running as Promise<Result>;
}

/**
 * Writes in a transaction that may take as long as it needs: all of the work or none of it. On abort everything is as it was before, and
 * the signal's reason is thrown. Throws `TroubleError` where the database cannot be used, which says whether anything was stored.
 */
export async function writeWhole<Result>(
  database: Database,
  work: (transaction: Transaction) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  signal?.throwIfAborted();
  let outcome = 'Nothing was stored or changed.';
  const all = async (transaction: Transaction) => {
    await transaction.run(sql`set local statement_timeout = 0`);
    const result = await work(transaction);
    signal?.throwIfAborted();
    // What fails from here on is the commit, whose success the server may not have been able to report.
    outcome = 'It is not known whether the change was stored. Look before you repeat it.';
    return result;
  };
  try {
    return await inTransaction(database, 'read write', all, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw explainTrouble(error, outcome);
  }
}
