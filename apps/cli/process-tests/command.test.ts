import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { startBuiltInServer } from '@monitor/built-in-server';
import { copyFolder } from '../../../packages/built-in-server/process-tests/made-folder.ts';
import { fixtureFolder, useReadyDatabase } from '../database-tests/ready-database.ts';
import { type Ended, runInEnvironment } from '../database-tests/run-command.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const main = join(repository, 'apps/cli/dist/main.js');
const used = useReadyDatabase();

/** Starts the command as pnpm does: from the repository, with the person's folder in INIT_CWD. */
function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}, limit?: string) {
  const program = [process.execPath, main, ...words];
  const limited = limit === undefined ? program : ['sh', '-c', `${limit}; exec "$@"`, 'sh', ...program];
  const command = spawn(limited[0]!, limited.slice(1), {
    cwd: repository,
    env: { ...process.env, DATABASE_URL: used.url, DATA_FOLDER: '/nowhere', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { output: '', errors: '' };
  command.stdout.setEncoding('utf8').on('data', (part: string) => (written.output += part));
  command.stderr.setEncoding('utf8').on('data', (part: string) => (written.errors += part));
  const ended = once(command, 'close').then(([code]): Ended => ({ code: code as number | null, ...written }));
  return { command, ended };
}

test('a wrong option ends the process with 1 and a line on the standard error', async () => {
  const { code, output, errors } = await start(['import', 'gva-like.csv', '-f', 'xml']).ended;
  expect([code, output]).toEqual([1, '']);
  expect(errors).toMatch(/Allowed choices are gva, .*generic\./);
});

test.skipIf(process.platform === 'win32').each([
  ['backup', ['backup', 'new.gz']],
  ['export', ['export', 'new.csv']],
])('a %s that finds no room ends with a sentence, and leaves no file', async (_, words) => {
  const folder = await mkdtemp(join(tmpdir(), 'monitor-full-'));
  try {
    // Blocks of 512 bytes, less than either takes.
    const { code, output, errors } = await start(words, { INIT_CWD: folder }, 'ulimit -f 1').ended;
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/Cannot write .*new\.\w+: EFBIG.*Nothing was written\.\n$/);
    expect(await readdir(folder)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a reader that closes the output early is not a failure', async () => {
  const { command, ended } = start(['--help']);
  command.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, errors: '' });
});

test('a backup goes on to its end when the reader of its output leaves', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'monitor-left-'));
  try {
    const { command, ended } = start(['backup', '.', '--rotate', '1'], { INIT_CWD: folder });
    command.stdout.destroy();
    command.stderr.destroy();
    expect(await ended).toMatchObject({ code: 0 });
    expect(await readdir(folder)).toEqual(['latest', await readlink(join(folder, 'latest'))]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.skipIf(process.platform !== 'linux').each([['export'], ['datasets']])(
  'the output of %s that finds no room is a failure, and a sentence says so',
  async (word) => {
    expect(await start([word], {}, 'exec >/dev/full').ended).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^The disk is full: [^\n]*\n$/) as string,
    });
  },
);

test('a reader that has enough of an export is not a failure', async () => {
  const { command, ended } = start(['export']);
  command.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, errors: '' });
});

test.each([
  // It ends by the signal itself.
  ['SIGHUP', 'looks at what is on record', 'incidents', null],
  ['SIGINT', 'looks at what is on record', 'incidents', 130],
  ['SIGTERM', 'stores incidents', 'people', 130],
] as const)('monitor import stores nothing on %s while it %s, and says so', async (signal, _, table, code) => {
  const folder = await fixtureFolder();
  const slug = `interrupted-${signal.toLowerCase()}`;
  const { connections } = used.database;
  const stopped = await connections.begin(async (holding) => {
    // The import waits for this.
    await holding`lock table ${holding(table)} in access exclusive mode`;
    const { command, ended } = start(['import', 'gva-like.csv', '-f', 'gva', '-d', slug], { INIT_CWD: folder });
    const waits = async () =>
      (
        await connections`
          select from pg_locks where relation = ${table}::regclass and not granted
            and database = (select oid from pg_database where datname = current_database())`
      ).length;
    await expect.poll(waits).toBeGreaterThan(0);
    command.kill(signal);
    return ended;
  });
  expect([stopped.code, stopped.errors]).toEqual([
    code,
    expect.stringMatching(
      /^(?:(?!Interrupted)[\s\S])*Stopping and undoing …(?:(?!Interrupted)[\s\S])*Interrupted\. No incidents were imported or changed\.\n$/,
    ),
  ]);
  expect(await connections`select from datasets where slug = ${slug}`).toHaveLength(0);
  expect((await readdir(folder)).filter((name) => /rejected|part/.test(name))).toEqual([]);
});

describe('the built-in PostgreSQL', () => {
  let data: string;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'monitor-data-'));
  });
  afterEach(() => rm(data, { recursive: true, force: true }));

  test('is started for an import and stopped after it, or used where it is running', async () => {
    await copyFolder(inject('readyFolder'), join(data, 'postgres'));
    const context = { INIT_CWD: await fixtureFolder(), DATABASE_URL: '', DATA_FOLDER: data };
    const words = ['import', 'gva-like.csv', '-f', 'gva', '-d', 'built-in'];
    const { code, output, errors } = await start(words, context).ended;
    expect([code, output]).toEqual([0, expect.stringContaining(' 6 inserted')]);
    expect(errors).toMatch(/100% \| 7 incidents \| [\d,]+ per second \| almost done \| finishing/);
    expect(await readdir(join(data, 'postgres', 'cluster'))).not.toContain('postmaster.pid');

    const server = await startBuiltInServer({ folder: join(data, 'postgres') });
    try {
      const again = await runInEnvironment(words, context);
      expect([again.code, again.output]).toEqual([0, expect.stringContaining(' 6 unchanged')]);
      expect(again.errors).toContain('Using the built-in PostgreSQL that is already running.');
      expect(await readdir(join(data, 'postgres', 'cluster'))).toContain('postmaster.pid');
    } finally {
      await server.stop();
    }
  });

  test('gets its tables, users and made-up incidents from migrate, once', async () => {
    await copyFolder(inject('madeFolder'), join(data, 'postgres'));
    const server = await startBuiltInServer({ folder: join(data, 'postgres'), settings: { fsync: 'off' } });
    // Few incidents are made up until then.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2014, 1, 1) });
    try {
      const passwords = { API_PASSWORD: "o'ne", IMPORT_PASSWORD: 'two' };
      const monitor = (words: readonly string[], environment: Record<string, string> = {}) =>
        runInEnvironment(words, { DATABASE_URL: server.url, ...environment });
      const first = await monitor(['migrate', '--demo', 'on'], passwords);
      expect([first.code, first.output]).toEqual([
        0,
        expect.stringMatching(
          /^Applied 0001_.*\nDatabase user of monitor_reader: monitor_api\.\nDatabase user of monitor_writer: monitor_import\.\nSynthetic incidents .* [1-9]\d* inserted/,
        ),
      ]);
      const upToDate = { code: 0, output: 'The database is up to date.\n' };
      expect(await monitor(['migrate', '--demo', 'on'])).toMatchObject(upToDate);

      // Nor do they come back where somebody has removed them.
      const unasked = await monitor(['remove', 'demo']);
      expect([unasked.code, unasked.output]).toEqual([1, '']);
      expect(unasked.errors).toMatch(/This removes the dataset "demo" .*\nNobody can answer here, .*--yes\.\n$/);
      expect((await monitor(['remove', 'demo', '--yes'])).output).toContain('Removed the dataset "demo"');
      expect(await monitor(['migrate', '--demo', 'on'])).toMatchObject(upToDate);
      expect((await monitor(['datasets'])).output).toBe('There are no datasets yet. See docs/importing.md.\n');
    } finally {
      vi.useRealTimers();
      await server.stop();
    }
  });
});
