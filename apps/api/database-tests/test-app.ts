import { afterAll, beforeAll } from 'vitest';
import type { IncidentDraft } from '@monitor/domain';
import { knownCodes } from '@monitor/geography';
import { learnTheWorld } from '@monitor/geography/world';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { migrated, type Template } from '../../../packages/store/database-tests/template-database.ts';
import { importDrafts, type TestDatabase, useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { actingAs, type Database, openDatabase, readDatabaseOrigin, readDatasetVersion } from '@monitor/store';
import { type AppOptions, buildApp } from '../src/app.ts';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import { CubeSource } from '../src/cube/cube-source.ts';
import { keepCube } from '../src/cube/keep-cube.ts';
import { makeFileHere } from '../src/files/make-file.ts';
import type { Api, Services } from '../src/services.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { fullDraft } from '../../../packages/domain/testing/made-up-drafts.ts';

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

/** Keeps the cube on this thread instead of on one of its own, so that it runs from sources. @param withSignals whether it finds signals too, which takes long */
export function keepCubeHere(
  database: Database,
  cube: CubeSource,
  signal: AbortSignal,
  { onFailure = (): void => undefined, withSignals = false } = {},
): Promise<void> {
  return keepCube(database, {
    signal,
    onFailure,
    hold: (held) => (cube.held = held),
    publish: (fresh) => cube.replace(fresh),
    ...(withSignals && { publishSignals: (found) => cube.replaceSignals(found) }),
  });
}

/** Random incidents and one that says everything, imported once for all test files. */
export const randomRecord: Template & { readonly incidents: number } = {
  name: 'random_record',
  incidents: 1201,
  from: migrated,
  async fill(database) {
    await importDrafts(database, [fullDraft, ...randomDrafts(1200)]);
  },
};

export interface TestAppOptions {
  readonly settings?: Partial<Services['settings']>;
  /** Where numbers come from; the cube, as in production, if left out. */
  readonly engine?: 'sql' | 'cube';
  /** Whether the cube has signals, which take long to find. */
  readonly withSignals?: boolean;
}

/** The app over a copy of `randomRecord`. */
export const useRandomApp = (options: TestAppOptions = {}) => useTestApp([], { ...options, template: randomRecord });

/**
 * The app over a real database that holds the drafts, for the tests of one file.
 * @param template that the database is a copy of; the drafts come on top
 */
export function useTestApp(
  drafts: readonly IncidentDraft[],
  { template = migrated, ...options }: TestAppOptions & { readonly template?: Template } = {},
): TestApp {
  const store = useTestDatabase(template);
  const used: Partial<TestApp> = {};
  let stop: StartedApp['stop'] | undefined;
  let reader: Database | undefined;
  beforeAll(async () => {
    if (drafts.length > 0 || template === migrated) await importDrafts(store.database, drafts);
    // With no more rights than the product has when it answers.
    reader = await openDatabase(await actingAs(store.database, store.url, 'monitor_reader'));
    const started = await startTestApp(reader, options);
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

/** Another app over the same services, but for those that are given. */
export const appWith = (used: Services, others: Partial<AppOptions> = {}) =>
  buildApp({ ...used, logLevel: 'silent', webFolder: '/nowhere', ...others });

/** An app over the same database whose numbers come from SQL. */
export function useSqlApp(used: Services): { readonly app: Api } {
  const sql: { app?: Api } = {};
  beforeAll(async () => {
    sql.app = await appWith(used, { cube: undefined, analytics: sqlAnalytics(used.database) });
  });
  afterAll(() => sql.app?.close());
  return sql as { app: Api };
}

export interface StartedApp extends Omit<TestApp, 'url' | 'another'> {
  readonly stop: () => Promise<void>;
}

/** The app over a database. */
export async function startTestApp(
  database: Database,
  { settings, engine = 'cube', withSignals }: TestAppOptions = {},
): Promise<StartedApp> {
  learnTheWorld();
  const stopping = new AbortController();
  let keeping: Promise<void> | undefined;
  const cube = engine === 'cube' ? new CubeSource() : undefined;
  if (cube) {
    keeping = keepCubeHere(database, cube, stopping.signal, { withSignals });
    await cube.atLeast(1, AbortSignal.timeout(60_000));
  }
  const services: Services = {
    database,
    makeFile: makeFileHere(database),
    cube,
    analytics: cube ? cubeAnalytics(database, cube) : sqlAnalytics(database),
    // Nobody is sent away because the machine is busy with something else.
    patience: 60_000,
    // Reading all files of the program for each app takes long.
    edition: `tests ${await readDatabaseOrigin(database)}`,
    knownCodes: {
      country: [...knownCodes.country, 'DE', ...referenceData.jurisdictions.map(({ code }) => code)],
      region: [...knownCodes.region, ...referenceData.regions.map(({ code }) => code)],
    },
    settings: { ...defaults, ...settings },
  };
  const app = await appWith(services);
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
