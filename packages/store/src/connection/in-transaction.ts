import { setImmediate } from 'node:timers/promises';
import type { Database, Transaction } from './database.ts';

/**
 * Runs work in a transaction: committed when the work resolves, rolled back when it rejects. Rejects at once when the connection
 * breaks, even while the work waits for something else.
 *
 * The driver ends the whole process when a statement follows on a broken connection, be it only its own ROLLBACK. So a statement
 * after the break is refused here, and the work of a broken transaction is left hanging: nobody waits for it any more, and the
 * server has rolled back by itself.
 */
export async function inTransaction<Result>(
  database: Database,
  mode: string,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  let broken = false;
  const guard = () => {
    if (broken) throw new Error('The connection to the database broke.');
  };
  const running = database.connections.begin(mode, async (transaction) => {
    try {
      const result = await work(guarded(transaction, guard));
      if (broken) await new Promise(() => undefined);
      return result;
    } catch (error) {
      // A break is told to the statement first and to `begin` a moment later.
      await setImmediate();
      if (broken) await new Promise(() => undefined);
      throw error;
    }
  });
  running.catch(() => {
    broken = true;
  });
  return running as Promise<Result>;
}

function guarded(transaction: Transaction, guard: () => void): Transaction {
  return new Proxy(transaction, {
    apply(target, thisArgument, values) {
      guard();
      return Reflect.apply(target, thisArgument, values) as unknown;
    },
    get(target, name) {
      guard();
      return Reflect.get(target, name) as unknown;
    },
  });
}
