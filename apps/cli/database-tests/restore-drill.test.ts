import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { openDatabase, pendingMigrations, prepareDatabase } from '@monitor/store';
import { deep } from '../../../testing/depth.ts';
import { fillAsFirstVersion, migrateTo, migrationNames } from '../../../packages/store/database-tests/earlier-record.ts';
import { useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { wholeRecord } from '../../../packages/store/database-tests/whole-record.ts';
import { readFewPlaces } from './ready-database.ts';
import { runCommand } from './run-command.ts';

/* The restore drill of docs/operating.md, command by command, from a backup of this version and of earlier ones. */

const used = useTestDatabase();
const names = await migrationNames();
const versions = names.map((name, at) => ({ name, count: at + 1 }));
/** In a deep run all; else the first, this one, and the last that kept details of sensitive incidents. */
const drilled = deep ? versions : versions.filter(({ count }) => [1, 12, names.length].includes(count));

/** The commands of the drill, each with whether it is for the database that is restored. */
async function drillCommands(): Promise<{ line: string; onRestored: boolean }[]> {
  const document = await readFile(new URL('../../../docs/operating.md', import.meta.url), 'utf8');
  const [, block = ''] = /## Restore drill\n[\s\S]*?```\n([\s\S]*?)```/.exec(document) ?? [];
  return [...block.matchAll(/^(DATABASE_URL=\S+ )?npx pnpm@12\.4\.2 monitor (\S.*?)\s*(?:#.*)?$/gm)].map(([, address, line]) => ({
    line: line!,
    onRestored: address !== undefined,
  }));
}

/**
 * A record without the secret that an upgrade makes again, from a version that had none, and without the numbers of what was published when:
 * a restore and the upgrade after it are one transaction, so they are one version.
 */
function comparable(record: Awaited<ReturnType<typeof wholeRecord>>, migrations: number) {
  const hadSecret = names.slice(0, migrations).includes('0019_identifiers_by_secret.sql');
  const others = ['"publication', ...(hadSecret ? [] : ['"identifier_secret"'])];
  return Object.fromEntries(Object.entries(record).filter(([table]) => !others.some((other) => table.startsWith(other))));
}

test.each(drilled)('the drill succeeds from a backup of the version whose last migration was $name', async ({ count }) => {
  const folder = await mkdtemp(join(tmpdir(), 'monitor-drill-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [url, other] = [await used.another(), await used.another()];
  const database = await openDatabase(url, { statementTimeout: 0 });
  const restored = await openDatabase(other);
  try {
    await fillAsFirstVersion(database, await readFewPlaces());
    await migrateTo(database, count, { loadSettlements: loadGazetteer });
    const commands = await drillCommands();
    expect(commands.map(({ line }) => line.split(' ')[0])).toEqual(['backup', 'restore', 'verify']);
    const said = [];
    for (const { line, onRestored } of commands)
      said.push((await runCommand(line, { url: onRestored ? other : url, folder })).printed);
    expect(said[0]).toMatch(/^Backed up 4 incidents of 1 dataset/);
    expect(said[1]).toMatch(/^Restored 4 incidents of 1 dataset/);
    for (const line of said[2]!.split('\n')) expect(line).toMatch(/^ok /);
    expect(await pendingMigrations(restored)).toEqual([]);

    // The same as an upgrade in place.
    await migrateTo(database, names.length, { loadSettlements: loadGazetteer });
    expect(comparable(await wholeRecord(restored), count)).toEqual(comparable(await wholeRecord(database), count));
    // It goes on from there.
    const options = { signal: new AbortController().signal, notify: () => undefined };
    expect(await prepareDatabase(restored, { readReference: readFewPlaces, loadGazetteer }, options)).toEqual([]);
  } finally {
    await restored.close();
    await database.close();
  }
});
