import { loadGazetteer } from '@monitor/geography/gazetteer';
import { createLogins, type Database, loginUrl, prepareDatabase } from '@monitor/store';
import type { CommandContext } from './command-context.ts';
import { whileThereIsRoom, withDatabaseAt, withDatabaseServer } from './with-database.ts';

/**
 * Does something with the database, once its tables and places are those of this version. With the built-in server that is done as the
 * user who owns the tables, and the work as one who can only import.
 * @param work is given a signal that aborts it when the person does, or when the disk runs full
 */
export async function withPreparedDatabase<Result>(
  context: CommandContext,
  work: (database: Database, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return withDatabaseServer(context, async (url) => {
    await withDatabaseAt(url, async (database) => {
      await prepareDatabase(database, { readReference: context.readReference, loadGazetteer }, context);
      if (context.databaseUrl === undefined) await createLogins(database, url);
    });
    context.signal.throwIfAborted();
    return withDatabaseAt(context.databaseUrl ?? loginUrl(url, 'monitor_writer'), (database) =>
      whileThereIsRoom(context, (signal) => work(database, signal)),
    );
  });
}
