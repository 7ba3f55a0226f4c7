import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Problem, Summary } from '@monitor/contract';
import { runningServerUrl } from '@monitor/built-in-server';
import { openDatabase } from '@monitor/store';
import {
  type Before,
  besideProcess,
  isPossible,
  isRoot,
  withSmallDisk,
} from '../../../packages/built-in-server/process-tests/wherever.ts';
import { deep } from '../../../testing/depth.ts';
import { runInEnvironment } from '../../cli/database-tests/run-command.ts';
import { ended, type LaunchedServer, launchServer } from './launched-server.ts';

/* The disk of the built-in PostgreSQL fills up under a running product. */

const isTested = isRoot && isPossible('a full disk', withSmallDisk(tmpdir(), 16));
if (!isRoot) console.warn('NOT TESTED here: a full disk, since these tests do not run as root');

// Too small for a database, for its tables, and for the incidents.
const tooSmall = deep ? [8, 40, 80] : [40];

test.runIf(isTested).each(tooSmall)(
  'a first start on a disk of %i megabytes says last that it is full, and how much is needed',
  async (megabytes) => {
    const folder = await mkdtemp(join(tmpdir(), 'monitor-small-disk-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const environment = { PORT: '0', DATABASE_URL: '', DATA_FOLDER: folder, RATE_LIMIT: 'off' };
    const started = launchServer(environment, withSmallDisk(folder, megabytes));
    await expect(started).rejects.toThrow(
      /\nThe disk is full: 0\.0\d GB free in [^\n]+ It needs at least 0\.5 GB\. Make room on that disk, or set DATA_FOLDER to a folder on another disk\.\n$/,
    );
  },
);

describe.runIf(isTested)('on a disk of 200 megabytes', () => {
  let folder: string;
  let server: LaunchedServer;
  let beside: Before;
  /** The data folder as it can be reached from here. */
  let disk: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'monitor-small-disk-'));
    const environment = { PORT: '0', DATABASE_URL: '', DATA_FOLDER: folder, RATE_LIMIT: 'off', DEMO: 'off', ANALYTICS: 'sql' };
    const filled = ['/bin/sh', '-ec', 'cp -a "$1" "$2"; shift 2; exec "$@"', 'sh', inject('readyFolder'), join(folder, 'postgres')];
    server = await launchServer(environment, [...withSmallDisk(folder, 200), ...filled]);
    beside = besideProcess(server.process.pid!);
    disk = `/proc/${server.process.pid}/root${folder}`;
  });
  afterAll(async () => {
    await ended(server.process);
    await rm(folder, { recursive: true, force: true });
  });

  /** Loads made-up incidents beside the running product; what the command says last. */
  async function load(rows: number): Promise<{ code: number | null; said: string }> {
    const { code, output, errors } = await runInEnvironment(['demo', '--rows', String(rows)], {
      DATABASE_URL: '',
      DATA_FOLDER: disk,
    });
    return { code, said: `${errors}${output}`.trim().split('\n').at(-1) ?? '' };
  }

  /** Fills the disk up to this many megabytes; again if PostgreSQL took some of them meanwhile. */
  async function fillUpTo(left: number): Promise<void> {
    const fill = async () => {
      const { bavail, bsize } = await statfs(disk);
      const [program, ...words] = [...beside, 'fallocate', '-l', String(bavail * bsize - left * 2 ** 20), join(folder, 'filler')];
      return spawnSync(program, words).status;
    };
    await expect.poll(fill).toBe(0);
  }
  const makeRoom = () => rm(join(disk, 'filler'));

  const incidents = async () =>
    ((await (await fetch(`${server.address}/api/v1/summary?facets=none`)).json()) as Summary).totals.incidents;
  const status = async (path: string) => (await fetch(`${server.address}${path}`)).status;

  test('an import that finds no room says so and stores nothing, readers go on, and the next one is stored', async () => {
    expect(await load(300)).toEqual({ code: 0, said: expect.stringContaining('300 inserted') as string });
    await fillUpTo(8);
    const cause = `The disk is full: 0.01 GB free in ${join(disk, 'postgres')}.`;
    expect(await load(20_000)).toEqual({
      code: 1,
      said: `${cause} Nothing was stored or changed. Make room on that disk, then try again.`,
    });
    expect([await status('/api/v1/incidents'), await status('/health/ready')]).toEqual([200, 200]);
    await makeRoom();
    expect(await load(400)).toEqual({ code: 0, said: expect.stringContaining('100 inserted') as string });
    await expect.poll(incidents).toBe(400);
  });

  test('a server that ends for want of room says so to readers, and goes on by itself once there is room', async () => {
    const database = await openDatabase((await runningServerUrl({ folder: join(disk, 'postgres') }))!, { connections: 1 });
    await fillUpTo(0);
    // Messages take room in nothing but the log of changes, without which the server cannot go on.
    const logging = (async () => {
      for (;;) await database.connections`select pg_logical_emit_message(true, 'test', repeat('x', 1000000))`;
    })();
    await expect(logging).rejects.toBeInstanceOf(Error);
    await database.close(1);
    for (const path of ['/api/v1/incidents', '/health/ready']) {
      const problem = async () => (await (await fetch(`${server.address}${path}`)).json()) as Problem;
      await expect.poll(problem).toMatchObject({
        status: 503,
        detail: expect.stringMatching(/^The disk of the database is full\. It is started again once/),
      });
    }
    const { code, said } = await load(500);
    expect([code, said]).toEqual([1, expect.stringContaining(`The disk is full: 0.00 GB free in ${join(disk, 'postgres')}.`)]);
    await makeRoom();
    await expect.poll(() => status('/health/ready')).toBe(200);
    expect(await status('/api/v1/incidents')).toBe(200);
    expect(await load(500)).toEqual({ code: 0, said: expect.stringContaining('100 inserted') as string });
    await expect.poll(incidents).toBe(500);
  });
});
