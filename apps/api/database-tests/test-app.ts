import { afterAll, beforeAll } from 'vitest';
import type { IncidentDraft } from '@monitor/domain';
import { knownCodes } from '@monitor/geography';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { migrated } from '../../../packages/store/database-tests/template-database.ts';
import { importDrafts, type TestDatabase, useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { actingAs, type Database, openDatabase, readDatasetVersion } from '@monitor/store';
import { buildApp } from '../src/app.ts';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import { CubeSource } from '../src/cube/cube-source.ts';
import { keepCube } from '../src/cube/keep-cube.ts';
import { readEdition } from '../src/edition.ts';
import { makeFileHere } from '../src/files/make-file.ts';
import type { Api, Services } from '../src/services.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';

export interface TestApp extends Services {
  readonly app: Api;
  readonly url: string;
  /** Makes another, empty database; returns its address. */
  readonly another: TestDatabase['another'];
  /** Waits until the numbers in memory are of the database's version. */
  readonly caughtUp: () => Promise<void>;
}

const defaults: Services['settings'] = {
  rateLimit: 'off',
  publisher: 'Test',
  contact: 'test@example.org',
  trustProxy: false,
  crossOrigin: false,
};

/** Keeps the cube on this thread instead of on one of its own, so that it runs from sources. */
export function keepCubeHere(
  database: Database,
  cube: CubeSource,
  signal: AbortSignal,
  onFailure: () => void = () => undefined,
): Promise<void> {
  return keepCube(database, {
    signal,
    onFailure,
    hold: (held) => (cube.held = held),
    publish: (fresh) => cube.replace(fresh),
    publishSignals: (found) => cube.replaceSignals(found),
  });
}

/**
 * The app over a real database that holds the drafts, for the tests of one file.
 * @param engine that the numbers come from; the cube, as in production, unless a test is about the SQL engine
 * @param template that the database is a copy of
 */
export function useTestApp(
  drafts: readonly IncidentDraft[],
  settings: Partial<Services['settings']> = {},
  engine: 'sql' | 'cube' = 'cube',
  template = migrated,
): TestApp {
  const store = useTestDatabase(template);
  const used: Partial<TestApp> = {};
  let stop: StartedApp['stop'] | undefined;
  let reader: Database | undefined;
  beforeAll(async () => {
    await importDrafts(store.database, drafts);
    // With no more rights than the product has when it answers.
    reader = await openDatabase(await actingAs(store.database, store.url, 'monitor_reader'));
    const started = await startTestApp(reader, settings, engine);
    ({ stop } = started);
    // Tests change the data, which the app itself may not.
    Object.assign(used, started, { database: store.database, url: store.url, another: store.another });
  });
  afterAll(async () => {
    await stop?.();
    await reader?.close();
  });
  return used as TestApp;
}

export interface StartedApp extends Omit<TestApp, 'url' | 'another'> {
  readonly stop: () => Promise<void>;
}

/** The app over a database. */
export async function startTestApp(
  database: Database,
  settings: Partial<Services['settings']> = {},
  engine: 'sql' | 'cube' = 'cube',
): Promise<StartedApp> {
  const stopping = new AbortController();
  let keeping: Promise<void> | undefined;
  const cube = engine === 'cube' ? new CubeSource() : undefined;
  if (cube) {
    keeping = keepCubeHere(database, cube, stopping.signal);
    await cube.atLeast(1, AbortSignal.timeout(60_000));
  }
  const services: Services = {
    database,
    makeFile: makeFileHere(database),
    cube,
    analytics: cube ? cubeAnalytics(database, cube) : sqlAnalytics(database),
    edition: await readEdition(database),
    knownCodes: {
      country: [...knownCodes.country, 'DE', ...referenceData.jurisdictions.map(({ code }) => code)],
      region: [...knownCodes.region, ...referenceData.regions.map(({ code }) => code)],
    },
    settings: { ...defaults, ...settings },
  };
  const app = await buildApp({ ...services, logLevel: 'silent', webFolder: '/nowhere' });
  return {
    ...services,
    app,
    caughtUp: async () => {
      await cube?.atLeast(await readDatasetVersion(database), AbortSignal.timeout(60_000));
    },
    stop: async () => {
      stopping.abort();
      await keeping;
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
