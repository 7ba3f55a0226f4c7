import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncidentList } from '@monitor/contract';
import type { Database } from '@monitor/store';
import { buildApp } from '../src/app.ts';
import type { Api } from '../src/services.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { askTelling, TellingData, tellingQuestions } from './telling-data.ts';
import { useTestApp } from './test-app.ts';

/* The worst case of data that change while they are read: another version before each and every access to the database. */

const used = useTestApp([]);
let telling: TellingData;
let moving = true;
let app: Api;
let questions: ReturnType<typeof tellingQuestions>;

/** The database, at the next state of the telling data whenever it is spoken to. */
function hurried(database: Database): Database {
  const first = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (moving) await telling.next();
    return work();
  };
  const connections = new Proxy(database.connections, {
    apply: (target, self, values) => first(() => Reflect.apply(target, self, values) as unknown as Promise<unknown>),
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (name !== 'begin' || typeof found !== 'function') return found;
      return (...values: unknown[]) => first(() => Reflect.apply(found, target, values) as Promise<unknown>);
    },
  });
  return { ...database, connections };
}

beforeAll(async () => {
  telling = new TellingData(used.database);
  await telling.next();
  const { items } = (await used.app.inject('/api/v1/incidents')).json<IncidentList>();
  questions = tellingQuestions(String(items[0]?.id));
  const database = hurried(used.database);
  app = await buildApp({ ...used, database, analytics: sqlAnalytics(database), logLevel: 'silent', webFolder: '/nowhere' });
});
afterAll(() => app.close());

test('every answer is of the version that it names, however fast the data change', async () => {
  moving = true;
  for (const [url, statesOf] of Object.entries(questions)) {
    const told = await askTelling(app, url, statesOf);
    expect(told).toMatchObject({ url, status: 200 });
    expect(told.states.length).toBeGreaterThan(0);
    expect([url, ...new Set(told.states)]).toEqual([url, telling.stateOf(told.version)]);
  }
});

test('a client that holds the answer of the newest version hears 304, however late that is found out', async () => {
  for (const url of Object.keys(questions)) {
    moving = true;
    const { headers } = await app.inject(url);
    moving = false;
    const again = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } });
    expect([url, again.statusCode, again.body]).toEqual([url, 304, '']);
    expect(again.headers['dataset-version']).toBe(headers['dataset-version']);
  }
  expect((await app.inject({ method: 'HEAD', url: '/api/v1/incidents.csv' })).headers.link).toContain('rel="license"');
});
