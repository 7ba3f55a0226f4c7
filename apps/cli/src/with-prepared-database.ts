import { loadGazetteer, readReference } from '@monitor/geography/gazetteer';
import { type Database, prepareDatabase } from '@monitor/store';
import type { CommandContext } from './command-context.ts';
import { withDatabase } from './with-database.ts';

/** Does something with the database, once its tables and places are those of this version. */
export async function withPreparedDatabase<Result>(
  context: CommandContext,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  return withDatabase(context, async (database) => {
    await prepareDatabase(database, { readReference, loadGazetteer }, context);
    context.signal.throwIfAborted();
    return work(database);
  });
}
