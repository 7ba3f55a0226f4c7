import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, onTestFinished } from 'vitest';
import { useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { prepareDatabase } from '../src/with-database.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/** A database with all places, for the tests of one file. */
export function useReadyDatabase() {
  const used = useTestDatabase();
  beforeAll(async () => {
    await prepareDatabase(used.database, { signal: new AbortController().signal, tell: () => undefined });
  });
  return used;
}

/** A copy of the fixtures that goes away with the test, since imports write beside the files they read. */
export async function fixtureFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'monitor-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(fixtures, folder, { recursive: true });
  return folder;
}
