import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, type EmbeddedServer, loadReferenceData, migrate, openDatabase, startEmbeddedServer } from '@monitor/store';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { buildApp } from '../src/app.ts';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import { CubeSource } from '../src/cube/cube-source.ts';
import { readEdition } from '../src/edition.ts';
import type { Api } from '../src/services.ts';
import { eventually } from './listening.ts';
import { keepCubeHere } from './test-app.ts';

/* A relay gives the database one address, wherever it is after a restart. */

const sockets = new Set<Socket>();
const stopping = new AbortController();
let folder: string;
let server: EmbeddedServer;
let relay: Server;
let database: Database;
let app: Api;
let keeping: Promise<void>;
const cube = new CubeSource();
const drafts = randomDrafts(4000);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'monitor-load-'));
  await chmod(folder, 0o755);
  server = await startEmbeddedServer({ folder: join(folder, 'postgres') });
  relay = createServer((client) => {
    const behind = connect(Number(new URL(server.url).port), '127.0.0.1');
    for (const socket of [client, behind]) sockets.add(socket.on('error', () => undefined));
    client.pipe(behind).pipe(client);
    behind.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const through = new URL(server.url);
  through.port = String((relay.address() as AddressInfo).port);
  database = await openDatabase(through.href);
  await migrate(database);
  await loadReferenceData(database, referenceData);
  await importDrafts(database, drafts.slice(0, 1000));
  keeping = keepCubeHere(database, cube, stopping.signal);
  await cube.atLeast(1, AbortSignal.timeout(30_000));
  app = await buildApp({
    database,
    cube,
    analytics: cubeAnalytics(database, cube),
    edition: await readEdition(database),
    settings: { rateLimit: 'off', publisher: 'Test', trustProxy: false, crossOrigin: false },
    logLevel: 'silent',
    webFolder: '/nowhere',
  });
});
afterAll(async () => {
  stopping.abort();
  await app.close();
  await keeping;
  await database.close(1);
  for (const socket of sockets) socket.destroy();
  relay.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly url: string;
  readonly status: number;
  readonly retryAfter: unknown;
  readonly version: string;
  /** The version that the body names; that of the header where it names none. */
  readonly bodyVersion: string;
}

async function ask(url: string): Promise<Answer> {
  const { statusCode, headers, body } = await app.inject(url);
  const version = String(headers['dataset-version']);
  const named = /"datasetVersion":(\d+)/.exec(body)?.[1];
  return { url, status: statusCode, retryAfter: headers['retry-after'], version, bodyVersion: named ?? version };
}

/** Asks all kinds of questions, one after the other, until told to stop. */
async function askOn(told: AbortSignal, seed: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let turn = seed; !told.aborted; turn++) {
    const urls = [
      `/api/v1/summary?min_victims=${1 + (turn % 5)}`,
      '/api/v1/tiles/0/0/0.mvt',
      `/api/v1/incidents?limit=5&from=2014-0${1 + (turn % 9)}-01`,
      '/api/v1/summary?q=a&facets=none',
    ];
    answers.push(await ask(urls[turn % urls.length] ?? ''));
  }
  return answers;
}

test(
  'an import and a restart of the database under load: every answer is whole, or says when to ask again',
  { timeout: 120_000 },
  async () => {
    const enough = new AbortController();
    const asking = Promise.all([0, 1, 2, 3].map((seed) => askOn(enough.signal, seed)));
    await importDrafts(database, drafts);
    await new Promise((resolve) => setTimeout(resolve, 500));

    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    server = await startEmbeddedServer({ folder: join(folder, 'postgres') });
    await eventually(async () => (await ask('/health/ready')).status === 200);
    await eventually(async () => (await ask('/api/v1/incidents?limit=1')).status === 200);
    enough.abort();

    const answers = (await asking).flat();
    expect(answers.length).toBeGreaterThan(50);
    expect(answers.filter(({ version, bodyVersion }) => version !== bodyVersion)).toEqual([]);
    expect(answers.filter(({ status, retryAfter }) => status >= 500 && retryAfter === undefined)).toEqual([]);
    expect(answers.filter(({ status }) => ![200, 503].includes(status))).toEqual([]);
    expect(answers.some(({ status }) => status === 503)).toBe(true);
    expect(new Set(answers.map(({ version }) => version)).size).toBeGreaterThan(1);

    const { total } = (await app.inject('/api/v1/incidents?limit=1')).json<{ total: number }>();
    expect(total).toBe(4000);
    expect(cube.current?.rows).toBe(4000);
  },
);
