import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type BuiltInServer, startBuiltInServer } from '@monitor/built-in-server';
import { type Dataset, type IncidentDraft } from '@monitor/domain';
import {
  type Database,
  importIncidents,
  type ImportResult,
  loadReferenceData,
  migrate,
  type NumberedDraft,
  openDatabase,
} from '../src/index.ts';
import { referenceData } from './reference-fixture.ts';

/** A server and a migrated database with the reference fixture, for the tests of one file. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
}

/** Starts a server in a temporary folder before the tests of the file and removes it after them. */
export function useTestDatabase(): TestDatabase {
  const used: { database?: Database; url?: string } = {};
  let server: BuiltInServer | undefined;
  let folder: string | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'monitor-store-'));
    // Run as root, PostgreSQL has an account of its own that must get through.
    await chmod(folder, 0o755);
    server = await startBuiltInServer({ folder: join(folder, 'postgres') });
    used.url = server.url;
    used.database = await openDatabase(server.url);
    await migrate(used.database);
    await loadReferenceData(used.database, referenceData);
  });
  afterAll(async () => {
    await used.database?.close();
    await server?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });
  return used as TestDatabase;
}

export const testDataset: Dataset = {
  slug: 'made-up',
  title: 'Made-up incidents',
  description: 'For tests.',
  synthetic: true,
  killed_includes_suicides: false,
  licence: 'CC0-1.0',
  licence_url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'Nobody',
  url: null,
};

export function numbered(drafts: readonly IncidentDraft[]): NumberedDraft[] {
  return drafts.map((draft, index) => ({ line: index + 1, draft }));
}

export async function importDrafts(
  database: Database,
  drafts: readonly IncidentDraft[],
  dataset: Dataset = testDataset,
): Promise<ImportResult> {
  return importIncidents(database, { dataset, format: 'test', fileNames: ['test.csv'], drafts: numbered(drafts) });
}

/** Takes all incidents and datasets out again, for the next test. */
export async function emptyRecord(database: Database): Promise<void> {
  await database.connections`truncate incidents, people, weapons, sources, revisions, import_batches, datasets`;
}
