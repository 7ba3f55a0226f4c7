import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncidentList } from '@monitor/contract';
import type { Database } from '@monitor/store';
import type { Api } from '../src/services.ts';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import type { CubeSource } from '../src/cube/cube-source.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { askState, homeForState, NumberedStates, pagesForState, requestsForState } from './numbered-states.ts';
import { appWith, useTestApp } from './test-app.ts';

/* The worst case of data that change while they are read: another version before each and every access to the database. */

const used = useTestApp([]);
let states: NumberedStates;
let moving = true;
/** Ends with the last state that was asked for: of a page that gave up early, other questions may still be on their way. */
let moved = Promise.resolve();
let apps: Readonly<Record<'cube' | 'sql', Api>>;
let requests: ReturnType<typeof requestsForState>;

/** The database, which moves to the next state at each access. */
function changingDatabase(database: Database): Database {
  const first = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (moving) await (moved = moved.then(() => states.next()));
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
  states = new NumberedStates(used.database);
  await states.next();
  await used.caughtUp();
  const { items } = (await used.app.inject('/api/v1/incidents')).json<IncidentList>();
  requests = requestsForState(String(items[0]?.id));
  const database = changingDatabase(used.database);
  apps = {
    cube: await appWith(used, { database, analytics: cubeAnalytics(database, used.cube as CubeSource) }),
    sql: await appWith(used, { database, cube: undefined, analytics: sqlAnalytics(database) }),
  };
});
afterAll(() => Promise.all([apps.cube.close(), apps.sql.close()]));

test.each(['cube', 'sql'] as const)(
  'every answer is of the version that it names, however fast the data change: numbers from %s',
  async (engine) => {
    moving = true;
    for (const [url, statesOf] of Object.entries({ ...requests, ...pagesForState, ...homeForState })) {
      let answer = await askState(apps[engine], url, statesOf);
      // A page that asks much, on a busy machine: if the data changes faster than it can be read, the answer says when to ask again.
      for (let again = 0; answer.status === 503 && Number(answer.retryAfter) > 0 && again < 20; again++) {
        await used.caughtUp();
        answer = await askState(apps[engine], url, statesOf);
      }
      expect(answer).toMatchObject({ url, status: 200 });
      expect(answer.states.length).toBeGreaterThan(0);
      expect([url, ...new Set(answer.states)]).toEqual([url, states.stateOf(answer.version)]);
    }
  },
);

test.each(['cube', 'sql'] as const)(
  'a client that holds the answer of the newest version gets 304, however late that is known: numbers from %s',
  async (engine) => {
    const app = apps[engine];
    for (const url of Object.keys(requests)) {
      moving = engine === 'sql';
      await moved;
      await used.caughtUp();
      const { headers } = await app.inject(url);
      moving = false;
      const again = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } });
      expect([url, again.statusCode, again.body]).toEqual([url, 304, '']);
      expect(again.headers['dataset-version']).toBe(headers['dataset-version']);
    }
    expect((await app.inject({ method: 'HEAD', url: '/api/v1/incidents.csv' })).headers.link).toContain('rel="license"');
  },
);
