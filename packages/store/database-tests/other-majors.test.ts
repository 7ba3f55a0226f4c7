import { describe, expect, test } from 'vitest';
import { migrate, openDatabase, verifyRecord } from '../src/index.ts';
import { backUp, restore } from './backups.ts';
import { installedMajors, startInstalled } from './installed-servers.ts';
import { randomDrafts } from './random-drafts.ts';
import { importDrafts, useTestDatabase } from './test-database.ts';
import { wholeRecord } from './whole-record.ts';

const used = useTestDatabase();
const faultless = { constraints: [], record: [], history: [] };

test.skipIf(installedMajors.length > 0)(
  'NO OTHER MAJOR VERSION of PostgreSQL is installed: backups across them are not tested',
  () => {
    expect(installedMajors).toEqual([]);
  },
);

describe.each(installedMajors)('PostgreSQL %i', (major) => {
  test('takes a backup of the built-in PostgreSQL, works on, and gives one back', { timeout: 120_000 }, async () => {
    await importDrafts(used.database, randomDrafts(60, 91));
    await importDrafts(used.database, randomDrafts(20, 92));
    const record = await wholeRecord(used.database);
    const server = await startInstalled(major);
    try {
      const other = await openDatabase(server.url);
      try {
        await restore(other, await backUp(used.database));
        expect(await wholeRecord(other)).toEqual(record);
        expect(await migrate(other)).toEqual([]);
        expect(await importDrafts(other, randomDrafts(5, 93, 'later-'))).toMatchObject({ inserted: 5 });
        expect(await verifyRecord(other)).toEqual(faultless);
        const back = await openDatabase(await used.another());
        try {
          await restore(back, await backUp(other));
          expect(await wholeRecord(back)).toEqual(await wholeRecord(other));
          expect(await verifyRecord(back)).toEqual(faultless);
        } finally {
          await back.close();
        }
      } finally {
        await other.close();
      }
    } finally {
      await server.stop();
    }
  });
});
