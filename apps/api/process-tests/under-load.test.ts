import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { type BuiltInServer, startBuiltInServer } from '@monitor/built-in-server';
import type { IncidentList } from '@monitor/contract';
import { type Database, loadReferenceData, migrate, openDatabase, readDatasetVersion } from '@monitor/store';
import { copyFolder } from '../../../packages/built-in-server/process-tests/made-folder.ts';
import { times } from '../../../testing/depth.ts';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { buildApp } from '../src/app.ts';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import { CubeSource } from '../src/cube/cube-source.ts';
import { readEdition } from '../src/edition.ts';
import { makeFileHere } from '../src/files/make-file.ts';
import type { Api } from '../src/services.ts';
import { eventually } from '../database-tests/listening.ts';
import { Relay } from './relay.ts';
import {
  askState,
  interrupted,
  NumberedStates,
  pagesForState,
  requestsForState,
  type StatedAnswer,
} from '../database-tests/numbered-states.ts';
import { keepCubeHere } from '../database-tests/test-app.ts';

/* A relay gives the database one address, wherever it is after a restart. */

const stopping = new AbortController();
let folder: string;
let server: BuiltInServer;
let relay: Relay;
let database: Database;
let app: Api;
let keeping: Promise<void>;
const cube = new CubeSource();
const drafts = randomDrafts(times(800, 4000));
let states: NumberedStates;
/** What the server says of its failures. */
const logged: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'monitor-load-'));
  await copyFolder(inject('madeFolder'), join(folder, 'postgres'));
  server = await startBuiltInServer({ folder: join(folder, 'postgres') });
  relay = new Relay(server.url);
  await relay.open();
  database = await openDatabase(relay.url);
  await migrate(database);
  await loadReferenceData(database, referenceData);
  await importDrafts(database, drafts.slice(0, drafts.length / 4));
  states = new NumberedStates(database);
  await states.next();
  keeping = keepCubeHere(database, cube, stopping.signal);
  await cube.atLeast(2, AbortSignal.timeout(120_000));
  app = await buildApp({
    database,
    cube,
    makeFile: makeFileHere(database),
    analytics: cubeAnalytics(database, cube),
    edition: await readEdition(database),
    settings: { rateLimit: 'off', publisher: 'Test', trustProxy: false, crossOrigin: false },
    logLevel: 'error',
    logTo: { write: (line) => logged.push(line) },
    webFolder: '/nowhere',
  });
});
afterAll(async () => {
  stopping.abort();
  await app.close();
  await keeping;
  await database.close(1);
  await relay.cut();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Makes all kinds of requests, one after the other, until the signal aborts, and adds to the answers. */
async function askOn(
  requests: ReturnType<typeof requestsForState>,
  signal: AbortSignal,
  seed: number,
  answers: StatedAnswer[],
): Promise<void> {
  for (let turn = seed; !signal.aborted; turn++) {
    const all = Object.entries({
      ...requests,
      // The bodies of these say their version only.
      [`/api/v1/summary?min_victims=${1 + (turn % 5)}`]: () => [],
      [`/api/v1/summary?min_weapons=${1 + (turn % 7)}`]: () => [],
      [`/api/v1/incidents?limit=5&from=2014-0${1 + (turn % 9)}-01`]: () => [],
      '/api/v1/summary?q=a&facets=none': () => [],
    });
    const [url, statesOf] = all[turn % all.length] ?? ['', () => []];
    answers.push(await askState(app, url, statesOf));
  }
}

async function changeOften(): Promise<void> {
  for (let time = 0; time < times(2, 4); time++) await states.next();
}

test(
  'an import and a restart of the database under load: every answer is whole and of one version, or says when to ask again',
  { timeout: times(300_000, 1_200_000) },
  async () => {
    const { items } = (await app.inject('/api/v1/incidents?dataset=numbered')).json<IncidentList>();
    const requests = { ...requestsForState(String(items[0]?.id)), ...pagesForState };
    const enough = new AbortController();
    onTestFinished(() => enough.abort());
    const answers: StatedAnswer[] = [];
    const asking = Promise.all([0, 3, 6, 9].map((seed) => askOn(requests, enough.signal, seed, answers)));
    const readsOfPages = () => answers.filter(({ url }) => url.startsWith('/api/v1/pages/')).length;
    do await changeOften();
    while (readsOfPages() < times(1, 10_000));
    await importDrafts(database, drafts);
    await states.remember();
    const before = answers.length;
    await eventually(async () => answers.length > before + 40);

    await server.stop();
    await eventually(async () => answers.some(({ status }) => status === 503));
    server = await startBuiltInServer({ folder: join(folder, 'postgres') });
    relay.follow(server.url);
    for (const url of ['/health/ready', '/api/v1/incidents?limit=1'])
      await eventually(async () => (await app.inject(url)).statusCode === 200);
    // Each connection that nobody has used since then may only now learn that it is lost.
    const onEach = () => Promise.allSettled(Array.from({ length: 50 }, () => readDatasetVersion(database)));
    await eventually(async () => (await onEach()).every(({ status }) => status === 'fulfilled'));
    await changeOften();
    await cube.atLeast(await readDatasetVersion(database), AbortSignal.timeout(120_000));
    const versionsOf = (url: string) =>
      new Set(answers.filter((answer) => answer.url === url && answer.status === 200).map(({ version }) => version));
    await eventually(async () => Object.keys(requests).every((url) => versionsOf(url).size > 1));
    enough.abort();

    await asking;
    expect(answers.length).toBeGreaterThan(100);
    // A download that was on its way when the database went is interrupted, which no client takes for a complete one.
    const whole = answers.filter(({ url, status }) => !(url.startsWith('/api/v1/incidents.csv') && status === interrupted));
    expect(
      whole.filter(({ status }) => ![200, 503].includes(status)),
      logged.join(''),
    ).toEqual([]);
    expect(whole.filter(({ status, retryAfter }) => status === 503 && retryAfter === undefined)).toEqual([]);
    expect(whole.some(({ status }) => status === 503)).toBe(true);
    const given = whole.filter(({ status }) => status === 200);
    expect(states.mixed(given)).toEqual([]);

    const { total } = (await app.inject('/api/v1/incidents?limit=1&dataset=made-up')).json<IncidentList>();
    expect(total).toBe(drafts.length);
    const { total: all } = (await app.inject('/api/v1/incidents?limit=1')).json<IncidentList>();
    expect(cube.current?.rows).toBe(all);
  },
);
