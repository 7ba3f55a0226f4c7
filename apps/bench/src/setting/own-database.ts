import { join } from 'node:path';
import { startBuiltInServer } from '@monitor/built-in-server';
import { readReference } from '@monitor/geography/gazetteer';
import { type Database, loadReferenceData, migrate, openDatabase } from '@monitor/store';
import { type BenchContext, makeTemporaryFolder } from './cleanup.ts';

/** A PostgreSQL of our own with the product's tables, in a temporary folder. */
export interface OwnDatabase {
  readonly url: string;
  readonly database: Database;
  /** Stops the server and removes its data. */
  remove(): Promise<void>;
}

/** Starts an empty database with tables and reference data. */
export async function startOwnDatabase({ cleanup }: BenchContext): Promise<OwnDatabase> {
  const folder = await makeTemporaryFolder(cleanup);
  const server = await startBuiltInServer({ folder: join(folder.path, 'postgres') });
  const stop = cleanup.add(() => server.stop());
  const database = await openDatabase(server.url, { connections: 4, statementTimeout: 0 });
  const close = cleanup.add(() => database.close());
  await migrate(database);
  await loadReferenceData(database, await readReference());
  return {
    url: server.url,
    database,
    async remove() {
      await close();
      await stop();
      await folder.remove();
    },
  };
}
