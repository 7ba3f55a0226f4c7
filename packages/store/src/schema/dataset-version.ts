import { min } from 'drizzle-orm';
import { untilAborted } from '../connection/cancellable.ts';
import type { Database } from '../connection/database.ts';
import type { QueryOptions } from '../connection/read-snapshot.ts';
import { momentText, onPool, type Statements } from '../connection/statements.ts';
import { publication, schemaMigrations } from './tables.ts';

/**
 * The number that every change to published content raises. Asked for with every request, and so quick that there is nothing to
 * cancel: no transaction around it.
 */
export async function readDatasetVersion(database: Database, options: QueryOptions = {}): Promise<number> {
  return untilAborted(
    onPool(database, ({ db }) => versionOfSnapshot(db)),
    options.signal,
  );
}

/** The dataset version of the snapshot on which the statements run; outside of one, the present version. */
export async function versionOfSnapshot(db: Statements['db']): Promise<number> {
  const [state] = await db.select({ version: publication.version }).from(publication);
  return state?.version ?? 0;
}

export interface PublicationListener {
  stop(): Promise<void>;
}

/**
 * Calls back with the new dataset version after each committed change to published content, and once after each reconnection,
 * since changes may have been missed meanwhile. Listens on a connection of its own, which is set up again when it breaks.
 */
export async function listenToPublication(database: Database, onVersion: (version: number) => void): Promise<PublicationListener> {
  let listening = false;
  // After a reconnection the driver no longer knows the subscription that it gave out.
  let stopped = false;
  const tell = (version: number) => {
    if (!stopped) onVersion(version);
  };
  const subscription = await database.connections.listen(
    'publication',
    (version) => tell(Number(version)),
    () => {
      // The first time there is nothing that could have been missed.
      if (listening) readDatasetVersion(database).then(tell, () => undefined);
      listening = true;
    },
  );
  return {
    async stop() {
      stopped = true;
      await subscription.unlisten();
    },
  };
}

/**
 * When this database was set up, in ISO 8601. Dataset versions start from 1 in each database; with this, the same number of
 * another one is distinguished.
 */
export async function readDatabaseOrigin(database: Database): Promise<string> {
  const [first] = await onPool(database, ({ db }) =>
    db.select({ applied_at: momentText(min(schemaMigrations.applied_at)) }).from(schemaMigrations),
  );
  return first?.applied_at ?? '';
}
