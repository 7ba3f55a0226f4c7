/* A data folder as the first start of the product leaves it, without incidents, which tests copy. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBuiltInServer } from '@monitor/built-in-server';
import { createLogins, openDatabase } from '@monitor/store';
import { copyFolder, useMadeFolder } from '../../../packages/built-in-server/process-tests/made-folder.ts';
import { ready } from '../database-tests/ready-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the folder `postgres` of a data folder has. */
    readonly readyFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = await mkdtemp(join(tmpdir(), 'monitor-ready-'));
  const folder = join(base, 'postgres');
  const made = await useMadeFolder();
  await copyFolder(made.path, folder);
  await made.leave();
  const server = await startBuiltInServer({ folder, settings: { fsync: 'off' } });
  const database = await openDatabase(server.url);
  await ready.fill(database, server.url);
  await createLogins(database, server.url);
  await database.close();
  await server.stop();
  project.provide('readyFolder', folder);
  return () => rm(base, { recursive: true, force: true });
}
