import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { freePort } from '@monitor/built-in-server/free-port';
import type { Summary } from '@monitor/contract';
import { countIncidents, readDatasetVersion } from '@monitor/store';
import { copyFolder } from '../../../packages/built-in-server/process-tests/made-folder.ts';
import { isPossible, isRoot, withCheckoutAt } from '../../../packages/built-in-server/process-tests/wherever.ts';
import { urlOfOldServer } from '../../../packages/store/database-tests/old-server.ts';
import { databaseName } from '../../../packages/store/database-tests/template-database.ts';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { useReadyDatabase } from '../../cli/database-tests/ready-database.ts';
import { countRunning, holdReaders } from '../database-tests/held-readers.ts';
import { eventually, get } from '../database-tests/listening.ts';
import { placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { readConfig } from '../src/config.ts';
import { startServer, type Undo } from '../src/start-server.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const main = join(repository, 'apps/api/dist/main.js');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'monitor-start-'));
});
/** What a failed test left running would be in the way of the next. */
afterEach(async () => {
  for (const left of running.splice(0)) {
    if (left.process.exitCode === null && left.process.signalCode === null) left.process.kill('SIGTERM');
    await left.ended;
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly process: ChildProcess;
  readonly output: { text: string; errors: string };
  readonly ended: Promise<number | null>;
  /** Waits for the line with the address. */
  address(): Promise<URL>;
}

const running: Run[] = [];

function run(environment: Record<string, string>, command = [process.execPath, main]): Run {
  const { npm_lifecycle_event: _, ...inherited } = process.env;
  const [program = '', ...parameters] = command;
  const started = spawn(program, parameters, {
    env: { ...inherited, PORT: '0', DATA_FOLDER: folder, DEMO: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { text: '', errors: '' };
  started.stdout.setEncoding('utf8').on('data', (part: string) => (output.text += part));
  started.stderr.setEncoding('utf8').on('data', (part: string) => (output.errors += part));
  const ended = once(started, 'close').then(([code]) => code as number | null);
  const addressLine = /^Open Armed Violence Monitor is ready at (http:\S+)$/m;
  const address = async () => {
    while (!addressLine.test(output.text)) {
      if (started.exitCode !== null) throw new Error(`It ended early: ${output.errors}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return new URL(addressLine.exec(output.text)?.[1] ?? '');
  };
  const answer = { process: started, output, ended, address };
  running.push(answer);
  return answer;
}

/** True once the server takes no new connections. */
async function isRefused(address: URL): Promise<boolean> {
  return fetch(new URL('/health/live', address)).then(
    () => false,
    () => true,
  );
}

const postmasterFile = (data = folder) => join(data, 'postgres', 'cluster', 'postmaster.pid');

/** True if the embedded PostgreSQL of the data folder has ended. */
async function databaseIsGone(data = folder): Promise<boolean> {
  const pid = Number((await readFile(postmasterFile(data), 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

describe('a start that cannot succeed ends with one line and leaves nothing behind', () => {
  test.each([
    ['PORT', 'eighty', /^PORT must be a whole number from 0 to 65535, not "eighty"\.\n$/],
    ['DATABASE_URL', 'postgres://nobody@127.0.0.1:9/none', /^There is no database at 127\.0\.0\.1:9\. .*\n$/],
    ['OPERATOR_ADDRESS', '192.0.2.1:9090', /^OPERATOR_ADDRESS cannot be 192\.0\.2\.1:9090: .*\n$/],
    ['HOST', '192.0.2.1', /^HOST "192\.0\.2\.1" is not an address of this machine\. .*\n$/],
  ])('%s=%s', async (name, value, message) => {
    const { ended, output } = run({ [name]: value });
    expect(await ended).toBe(1);
    expect(output.errors).toMatch(message);
    expect(output.text).toBe('');
    expect(existsSync(postmasterFile())).toBe(false);
  });

  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { ended, output } = run({ PORT: String(port) });
    expect(await ended).toBe(1);
    expect(output.errors).toMatch(new RegExp(`^Port ${port} is already in use\\. .*PORT=.*\\n$`));
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    other.close();
  });
});

describe('with the built-in database', () => {
  // Several starts find the same data folder; that of the read-only project makes its own.
  beforeAll(() => copyFolder(inject('readyFolder'), join(folder, 'postgres')));

  const possible = isRoot && isPossible('a checkout elsewhere', withCheckoutAt(tmpdir()));
  test.runIf(possible)(
    'a read-only project in a private folder with spaces and Cyrillic letters is served, until SIGHUP stops server and database',
    async () => {
      const checkout = join(folder, 'Мој пројекат и још нешто');
      await mkdir(checkout);
      const program = join(checkout, 'apps/api/dist/main.js');
      const data = join(folder, 'Моји подаци');
      const server = run({ DATA_FOLDER: data }, [...withCheckoutAt(checkout), process.execPath, program]);
      const address = await server.address();
      expect((await fetch(new URL('/health/ready', address))).status).toBe(200);
      expect((await fetch(address)).headers.get('content-type')).toMatch('text/html');
      server.process.kill('SIGHUP');
      expect(await server.ended).toBe(0);
      expect(server.output.errors).toBe('');
      expect(await databaseIsGone(data)).toBe(true);
      expect(await readdir(data)).toEqual(['postgres']);
    },
  );

  test('a signal during the start stops what has been started', async () => {
    const server = run({});
    await eventually(async () => existsSync(postmasterFile()));
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(await databaseIsGone()).toBe(true);
  });

  test('a second start in the same data folder is refused; when the launcher of the package manager is killed, the first stops too', async () => {
    const manager = `require('node:child_process').spawn('/bin/sh', ['-c', process.argv[1]], { stdio: 'inherit' })`;
    const managed = `"${process.execPath}" -e "${manager}" '"${process.execPath}" "${main}"; true' pnpm`;
    const launcher = run({ npm_lifecycle_event: 'start', ANALYTICS: 'sql' }, ['/bin/sh', '-c', `${managed} & wait`, 'npx']);
    const address = await launcher.address();
    const second = run({});
    expect(await second.ended).toBe(1);
    expect(second.output.errors).toMatch(/^The data folder .* is in use by process \d+\. .*\n$/);
    expect((await fetch(new URL('/health/ready', address))).status).toBe(200);
    launcher.process.kill('SIGKILL');
    await eventually(() => isRefused(address));
    await eventually(() => databaseIsGone());
  });
});

test('a process that a package manager started learns when that is killed', async () => {
  const watching = `import { watchParent } from ${JSON.stringify(pathToFileURL(join(repository, 'apps/api/dist/parent-process.js')))};
    const waiting = setInterval(() => undefined, 1000);
    await watchParent(() => { console.log('gone'); clearInterval(waiting); });
    console.log('watching');`;
  const file = join(folder, 'watching.mjs');
  await writeFile(file, watching);
  const shell = run({ npm_lifecycle_event: 'start' }, ['/bin/sh', '-c', `"${process.execPath}" "${file}" & wait`]);
  await eventually(async () => shell.output.text === 'watching\n');
  shell.process.kill('SIGKILL');
  await shell.ended;
  expect(shell.output).toEqual({ text: 'watching\ngone\n', errors: '' });
});

/** Alerts and dashboard of the guide use metrics that the server has. */
async function expectMetricsOfTheGuide(metrics: string): Promise<void> {
  const there = new Set([...metrics.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name));
  for (const file of ['alerts.yml', 'dashboard.json']) {
    const text = await readFile(join(repository, 'docs/operating', file), 'utf8');
    const named = [...text.matchAll(/\b(?:monitor|http|process|nodejs)_\w+/g)].map(([name]) =>
      name.replace(/_(?:bucket|count)$/, ''),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !there.has(name))).toEqual([]);
  }
}

describe('with a database of its own', () => {
  const store = useReadyDatabase();

  /** An address of the same database for a role of its own. @param options of CREATE ROLE, as SQL */
  async function urlOfRole(name: string, options = ''): Promise<string> {
    const role = `${name}_${databaseName(store.url)}`;
    await store.database.connections.unsafe(`create role ${role} login password '${name}' ${options}; grant monitor to ${role};`);
    return Object.assign(new URL(store.url), { username: role, password: name }).href;
  }

  test('a record is served as it is, without demonstration data, and the operator has an address of his own; on SIGINT running requests finish', async () => {
    await importDrafts(store.database, [placelessDraft]);
    const port = await freePort();
    const server = run({ DATABASE_URL: store.url, DEMO: 'on', OPERATOR_ADDRESS: `127.0.0.1:${port}` });
    const address = await server.address();
    const { datasetVersion, totals } = (await (await fetch(new URL('/api/v1/summary?facets=none', address))).json()) as Summary;
    expect([datasetVersion, totals.incidents]).toEqual([await readDatasetVersion(store.database), 1]);

    const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
    await eventually(async () => (await ask('/health/ready')).status === 200);
    const ready = await ask('/health/ready');
    expect(await ready.json()).toEqual(await (await fetch(new URL('/health/ready', address))).json());
    expect(ready.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await ask('/health/ready?from=monitoring')).status).toBe(200);
    expect(await (await ask('/health/live')).json()).toEqual({ status: 'live' });
    const metrics = await (await ask('/metrics')).text();
    expect(metrics).toMatch(/^monitor_database_up 1$/m);
    await expectMetricsOfTheGuide(metrics);
    expect((await fetch(new URL('/metrics', address))).status).toBe(404);
    expect([(await ask('/api/v1/datasets')).status, (await ask('/metrics', 'POST')).status]).toEqual([404, 405]);

    let answer: Promise<{ statusCode?: number | undefined }> | undefined;
    await holdReaders(store.database, async () => {
      answer = get(new URL('/api/v1/incidents', address)).response;
      await eventually(async () => (await countRunning(store.database)) > 1);
      server.process.kill('SIGINT');
      await eventually(() => isRefused(address));
    });
    expect((await answer)?.statusCode).toBe(200);
    expect(await server.ended).toBe(0);
    await expect(ask('/health/live')).rejects.toThrow('fetch failed');
    expect(server.output).toEqual({ text: expect.not.stringContaining('Loading') as string, errors: '' });
  });

  test('who asks while the incidents are read is answered when they are, and health checks say at once how it is', async () => {
    const port = await freePort();
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    const reading = async () => (await countRunning(store.database)) > 1;
    let early: Promise<Response> | undefined;
    await holdReaders(store.database, async () => {
      run({ DATABASE_URL: store.url, PORT: String(port) });
      await eventually(reading);
      early = ask('/api/v1/summary?facets=none');
      expect([(await ask('/health/live')).status, (await ask('/health/ready')).status]).toEqual([200, 503]);
    });
    let answer = await early!;
    // On a busy machine, it may take longer than it is made to wait.
    while (answer.status === 503) {
      expect(answer.headers.get('retry-after')).toBe('10');
      answer = await ask('/api/v1/summary?facets=none');
    }
    expect(((await answer.json()) as Summary).totals.incidents).toBe(await countIncidents(store.database, {}));
    expect((await ask('/health/ready')).status).toBe(200);
  });

  test('a second signal ends at once what the first would wait for', async () => {
    const server = run({ DATABASE_URL: store.url, ANALYTICS: 'sql' });
    const address = await server.address();
    await holdReaders(store.database, async () => {
      get(new URL('/api/v1/incidents', address)).response.catch(() => undefined);
      await eventually(async () => (await countRunning(store.database)) > 1);
      server.process.kill('SIGTERM');
      await eventually(() => isRefused(address));
      server.process.kill('SIGTERM');
      expect(await server.ended).toBe(1);
    });
    expect(server.output.errors).toBe('Second SIGTERM: stopping immediately.\n');
  });

  test('the incidents come to a thread that was busy while they were read', async () => {
    // While it sleeps, message and end of the reading thread come, and are found at the same moment.
    const awake = join(folder, 'awake');
    const script = `
      import { existsSync, readFileSync } from 'node:fs';
      import { readOnThread } from ${JSON.stringify(pathToFileURL(join(repository, 'apps/api/dist/cube/read-on-thread.js')))};
      const reading = readOnThread({ databaseUrl: process.env.DATABASE_URL, givesWay: false }, AbortSignal.timeout(120_000));
      while (!existsSync(${JSON.stringify(awake)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      console.log((await reading).rows);`;
    const file = join(folder, 'busy.mjs');
    await writeFile(file, script);
    const url = await urlOfRole('busy');
    const connected = async () =>
      (await store.database.connections`select from pg_stat_activity where usename = ${new URL(url).username}`).length;
    let reading: Run | undefined;
    await holdReaders(store.database, async () => {
      reading = run({ DATABASE_URL: url }, [process.execPath, file]);
      await eventually(async () => (await countRunning(store.database)) > 1);
    });
    // Read, and the thread has ended with its connection.
    await eventually(async () => (await connected()) === 0);
    await writeFile(awake, '');
    expect(await reading?.ended).toBe(0);
    expect(reading?.output).toEqual({ text: `${await countIncidents(store.database, {})}\n`, errors: '' });
  });

  test('too few connections for the incidents: one line, and nothing is left', async () => {
    const server = run({ DATABASE_URL: await urlOfRole('few_2', 'connection limit 2') });
    expect(await server.ended).toBe(1);
    // Which it is depends on whether the connection that prepared the data has gone yet.
    expect(server.output.errors).toMatch(
      /^(?:Could not read the incidents into memory: .*|The database at \S+ has no free connections\. .*)\n$/,
    );
  });

  test.each([
    [
      'that is too old',
      () => urlOfOldServer(store.database, store.url),
      /^The database is PostgreSQL 14\.9, which is too old\. Use PostgreSQL 15 or newer\.$/,
    ],
    [
      'without free connections',
      () => urlOfRole('few_1', 'connection limit 1'),
      /^The database at \S+ has no free connections\. .*$/,
    ],
  ])('a PostgreSQL %s is refused with the reason, and nothing is left', async (_, url, message) => {
    const undo: Undo = [];
    const terminal = { line: () => undefined, progress: () => undefined };
    const config = readConfig({ DATABASE_URL: await url(), PORT: '0', DEMO: 'off' });
    const starting = startServer(config, terminal, undo, new AbortController().signal);
    await expect(starting).rejects.toMatchObject({ name: 'DatabaseError', message: expect.stringMatching(message) as string });
    for (const step of undo.toReversed()) await step();
  });
});
