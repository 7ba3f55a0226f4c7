import { afterAll, beforeAll } from 'vitest';
import type { IncidentDraft } from '@monitor/domain';
import { importDrafts, useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { buildApp } from '../src/app.ts';
import { readEdition } from '../src/edition.ts';
import type { Api, Services } from '../src/services.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';

export interface TestApp extends Services {
  readonly app: Api;
  readonly url: string;
}

const defaults: Services['settings'] = { rateLimit: 'off', publisher: 'Test', trustProxy: false };

/** The app over a real database that holds the drafts, for the tests of one file. */
export function useTestApp(drafts: readonly IncidentDraft[], settings: Partial<Services['settings']> = {}): TestApp {
  const store = useTestDatabase();
  const used: Partial<Record<keyof TestApp, unknown>> = {};
  beforeAll(async () => {
    await importDrafts(store.database, drafts);
    const services: Services = {
      database: store.database,
      analytics: sqlAnalytics(store.database),
      edition: await readEdition(store.database),
      settings: { ...defaults, ...settings },
    };
    Object.assign(used, services, {
      url: store.url,
      app: await buildApp({ ...services, logLevel: 'silent', webFolder: '/nowhere' }),
    });
  });
  afterAll(async () => {
    const app = used.app as Api | undefined;
    app?.server.closeAllConnections();
    await app?.close();
  });
  return used as unknown as TestApp;
}
