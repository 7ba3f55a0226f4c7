import { expect, test } from 'vitest';
import type { IncidentList } from '@monitor/contract';
import { dimensionNames } from '@monitor/domain';
import { type Database, holdSnapshot, readDatasetVersion } from '@monitor/store';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import { CubeSource } from '../src/cube/cube-source.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { eventually } from './listening.ts';
import { appWith, keepCubeHere, useTestApp } from './test-app.ts';

const drafts = randomDrafts(400);
const used = useTestApp(drafts.slice(0, 300));
const signal = AbortSignal.timeout(300_000);

/** Waits until the cube is of the database's version, and compares all numbers with SQL. */
async function expectCaughtUp(): Promise<void> {
  const version = await readDatasetVersion(used.database);
  await used.cube?.atLeast(version, signal);
  const request = { interval: 'month', facets: dimensionNames } as const;
  const cube = await (await used.analytics.snapshot({}, signal)).summary(request);
  expect(cube.datasetVersion).toBe(version);
  expect(cube).toEqual(await (await sqlAnalytics(used.database).snapshot({}, signal)).summary(request));
}

/** Runs a statement as somebody else than the product would. */
async function run(statement: (sql: Database['connections']) => Promise<unknown>): Promise<void> {
  await statement(used.database.connections);
}

test('new, changed, retracted and deleted incidents reach the cube', async () => {
  await importDrafts(used.database, drafts);
  await expectCaughtUp();
  await run(
    (sql) =>
      sql`update incidents set killed = 7, killed_low = null, killed_high = null where id in (select id from incidents order by id limit 10)`,
  );
  await expectCaughtUp();
  await run(
    (sql) => sql`update incidents set status = 'retracted' where id in (select id from incidents order by id desc limit 20)`,
  );
  await expectCaughtUp();
  await run((sql) => sql`delete from incidents where id in (select id from incidents order by id limit 5)`);
  await expectCaughtUp();
});

test('a change while the listening connection is lost is found all the same', async () => {
  const ended = await used.database.connections`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()`;
  expect(ended).toHaveLength(1);
  await run(
    (sql) =>
      sql`update incidents set injured = 3, injured_low = null, injured_high = null where id in (select id from incidents order by id limit 3)`,
  );
  await expectCaughtUp();
});

test('after a change too large to list everything is read again', async () => {
  await run((sql) => sql`insert into publication_changes (version, incident_id) select version + 1, null from publication`);
  await run((sql) => sql`update incidents set threatened = 2 where killed = 7`);
  await expectCaughtUp();
});

test('text is answered of the version that the cube is of', async () => {
  const before = await (await used.analytics.snapshot({ q: 'a' }, signal)).summary({ interval: 'year', facets: [] });
  await run((sql) => sql`update incidents set status = 'retracted' where search_text like '%a%' and id % 2 = 0`);
  await used.cube?.atLeast(before.datasetVersion + 1, signal);
  const after = await (await used.analytics.snapshot({ q: 'a' }, signal)).summary({ interval: 'year', facets: [] });
  expect(after.datasetVersion).toBeGreaterThan(before.datasetVersion);
  expect(after.totals.incidents).toBeLessThan(before.totals.incidents);
  await expectCaughtUp();
});

test('words and lists are read in the state that the snapshot is of, without waiting for it to catch up', async () => {
  const cube = new CubeSource();
  const stopped = new AbortController();
  const keeping = keepCubeHere(used.database, cube, stopped.signal);
  await expect.poll(() => cube.held?.version).toBe(await readDatasetVersion(used.database));
  stopped.abort();
  await keeping;
  expect(cube.held).toBeUndefined();
  // Held without a keeper: as if the keeper were busy with a large change.
  const end = new AbortController();
  const holding = holdSnapshot(used.database, (held) => (cube.held = held), end.signal);
  await expect.poll(() => cube.held?.version).toBe(cube.current?.version);
  const analytics = cubeAnalytics(used.database, cube);
  const request = { interval: 'year', facets: [] } as const;
  const before = await (await analytics.snapshot({ q: 'a' }, signal)).summary(request);
  await run((sql) => sql`update incidents set status = 'retracted' where search_text like '%a%' and id % 3 = 0`);
  expect(await (await analytics.snapshot({ q: 'e' }, signal)).summary(request)).toMatchObject({
    datasetVersion: before.datasetVersion,
  });
  const app = await appWith(used, { cube, analytics });
  const { datasetVersion, total } = (await app.inject('/api/v1/incidents?q=a&limit=1')).json<IncidentList>();
  expect({ datasetVersion, total }).toEqual({ datasetVersion: before.datasetVersion, total: before.totals.incidents });
  await app.close();
  end.abort();
  await holding;
});

test('the database coming back after all its connections were cut is noticed', async () => {
  await run(
    (sql) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  // The pool notices with its next statements.
  await eventually(async () =>
    used.database.connections`select`.then(
      () => true,
      () => false,
    ),
  );
  await run((sql) => sql`update incidents set suicides = 1 where threatened = 2`);
  await expectCaughtUp();
});
