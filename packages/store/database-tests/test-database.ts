import { afterAll, beforeAll, inject, vi } from 'vitest';
import { type Dataset, type IncidentDraft } from '@monitor/domain';
import { type Database, importIncidents, type ImportResult, numberDrafts, openDatabase } from '../src/index.ts';
import { copyTemplate, createDatabase, dropDatabase, migrated } from './template-database.ts';

/** A database of their own for the tests of one file, on the one server of the run. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Makes another, empty database beside it; returns its address. @param options of CREATE DATABASE, as SQL */
  readonly another: (options?: string) => Promise<string>;
}

/** Copies a template before the tests of the file and removes the copy after them. */
export function useTestDatabase(template = migrated): TestDatabase {
  const used: { database?: Database; url?: string; another: TestDatabase['another'] } = {
    async another(options) {
      const url = await createDatabase(inject('cluster'), options);
      made.push(url);
      return url;
    },
  };
  const made: string[] = [];
  beforeAll(async () => {
    used.url = await copyTemplate(inject('cluster'), template);
    made.push(used.url);
    used.database = await openDatabase(used.url);
  });
  afterAll(async () => {
    await used.database?.close();
    for (const url of made) await dropDatabase(url);
  });
  return used as TestDatabase;
}

export const testDataset: Dataset = {
  slug: 'made-up',
  title: 'Made-up incidents',
  description: 'For tests.',
  synthetic: true,
  killed_includes_suicides: false,
  public_identifiers: true,
  licence: 'CC0-1.0',
  licence_url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'Nobody',
  url: null,
};

export async function importDrafts(
  database: Database,
  drafts: readonly IncidentDraft[],
  dataset: Dataset = testDataset,
): Promise<ImportResult> {
  return importIncidents(database, { dataset, format: 'test', fileNames: ['test.csv'], drafts: numberDrafts(drafts) });
}

/** Takes all incidents and datasets out again, for the next test. */
export async function emptyRecord({ connections }: Database): Promise<void> {
  // Everything is of a dataset. To find nothing is quick.
  if ((await connections`select from datasets`).length > 0)
    await connections`truncate incidents, people, weapons, sources, revisions, import_batches, public_texts, datasets`;
}

/** Waits for a lock in this database, of which the server lists those of all. @param which as SQL, with the columns of pg_locks */
export async function untilLock({ connections }: Database, which: string): Promise<void> {
  const found = () =>
    connections.unsafe(
      `select from pg_locks where ${which} and database = (select oid from pg_database where datname = current_database())`,
    );
  await vi.waitUntil(async () => (await found()).length > 0, { timeout: 60_000, interval: 20 });
}
