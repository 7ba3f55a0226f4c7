import { expect, test, vi } from 'vitest';
import { times } from '../../../testing/depth.ts';
import { copyChunks, copyInto } from '../src/connection/copy.ts';
import { inTransaction } from '../src/connection/transaction.ts';
import { useTestDatabase } from './test-database.ts';

const used = useTestDatabase();

/** Copies lines into a column of whole numbers. */
const copyNumbers = (lines: readonly string[]) =>
  inTransaction(used.database, 'read write', async (transaction) => {
    const { connections } = used.database;
    await connections`create table if not exists numbers (n integer)`;
    await copyInto(transaction, 'numbers (n)', lines);
  });

/** Waits until a connection to this database is in some state. @param which as SQL, with the columns of pg_stat_activity */
async function untilConnection(which: string): Promise<void> {
  const found = () =>
    used.database.connections.unsafe(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ${which}`,
    );
  await vi.waitUntil(async () => (await found()).length > 0, { timeout: 60_000, interval: 20 });
}

test('what the server says between two portions is what the caller gets', async () => {
  await used.database.connections`create table if not exists numbers (n integer)`;
  const portions = async function* () {
    yield 'seven\n'.repeat(50_000);
    await untilConnection("state = 'idle in transaction (aborted)'");
    yield '1\n';
  };
  const copying = inTransaction(used.database, 'read write', (transaction) => copyChunks(transaction, 'numbers (n)', portions()));
  await expect(copying).rejects.toMatchObject({ code: '22P02', message: expect.stringContaining('seven') as string });
});

test('what goes wrong with the portions is what the caller gets', async () => {
  await used.database.connections`create table if not exists numbers (n integer)`;
  const portions = async function* () {
    yield '1\n';
    await untilConnection("state = 'active' and query ilike 'copy%'");
    throw new Error('No more');
  };
  const copying = inTransaction(used.database, 'read write', (transaction) => copyChunks(transaction, 'numbers (n)', portions()));
  await expect(copying).rejects.toThrow('No more');
});

test.each([1, 1000, times(100_000, 1_000_000)])(
  'what the server says against one of %i lines is what the caller gets',
  async (count) => {
    const lines = Array.from({ length: count }, (_, index) => (index === Math.floor(count / 2) ? 'seven\n' : `${index}\n`));
    await expect(copyNumbers(lines)).rejects.toMatchObject({ code: '22P02', message: expect.stringContaining('seven') as string });
    await copyNumbers(['1\n']);
    expect((await used.database.connections`select from numbers`).length).toBeGreaterThan(0);
  },
);
