import { expect, test } from 'vitest';
import {
  type Database,
  type HeldSnapshot,
  holdSnapshot,
  openDatabase,
  readDatasetVersion,
  readIncidentKeys,
  SnapshotGoneError,
} from '../src/index.ts';
import { randomDrafts } from './random-drafts.ts';
import { importDrafts, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();
const drafts = randomDrafts(60, 5);

/** Holds the present state until it is released. */
async function hold(database: Database = used.database): Promise<{ held: HeldSnapshot; letGo: () => Promise<void> }> {
  const end = new AbortController();
  let holding: Promise<void> | undefined;
  const held = await new Promise<HeldSnapshot>((resolve, reject) => {
    holding = holdSnapshot(database, resolve, end.signal);
    holding.catch(reject);
  });
  return {
    held,
    async letGo() {
      end.abort();
      await holding;
    },
  };
}

test('a held state is read as it was, with its version, whatever is changed meanwhile', async () => {
  await importDrafts(used.database, drafts.slice(0, 20));
  const { held, letGo } = await hold();
  expect(held.version).toBe(await readDatasetVersion(used.database));
  await importDrafts(used.database, drafts);

  const then = await readIncidentKeys(used.database, {}, { snapshot: held.name });
  const now = await readIncidentKeys(used.database, {});
  expect([then.version, then.keys.length]).toEqual([held.version, 20]);
  expect([now.version > then.version, now.keys.length]).toEqual([true, 60]);

  await letGo();
  await expect(readIncidentKeys(used.database, {}, { snapshot: held.name })).rejects.toThrow(SnapshotGoneError);
});

test.each(['00000003-0000001B-1', "1'; drop table incidents; --", ''])('what is no held state is refused: %s', async (snapshot) => {
  await expect(readIncidentKeys(used.database, {}, { snapshot })).rejects.toThrow(SnapshotGoneError);
});

test('a broken connection ends the holding with an error, and the next holding is as good as ever', async () => {
  const database = await openDatabase(used.url, { connections: 1 });
  const { letGo } = await hold(database);
  await used.database.connections`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`;
  await expect(letGo()).rejects.toThrow(/connection|closed|terminat|ECONNRESET/i);
  // The driver may notice the break only with the next attempt.
  const again = await hold(database).catch(async () => hold(database));
  expect(again.held.version).toBe(await readDatasetVersion(used.database));
  await again.letGo();
  await database.close();
});
