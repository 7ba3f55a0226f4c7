import { expect, test } from 'vitest';
import type { IncidentList, Problem, Summary } from '@monitor/contract';
import { dimensionNames } from '@monitor/domain';
import { readLastImports, removeDataset, undoImport } from '@monitor/store';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { fixtureSettlements } from '../../../packages/store/database-tests/reference-fixture.ts';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { useTestApp } from './test-app.ts';

const drafts = randomDrafts(80, 61);
const used = useTestApp(drafts);
const other = { ...testDataset, slug: 'other', title: 'Other incidents' };
const { signal } = new AbortController();

const idIn = async (slug: string) => (await used.app.inject(`/api/v1/incidents?dataset=${slug}`)).json<IncidentList>().items[0]!.id;

async function problemAt(url: string): Promise<Problem> {
  const response = await used.app.inject(url);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.headers['cache-control']).toBe('no-store');
  return response.json<Problem>();
}

/** The numbers in memory are those of the database. */
async function expectSameNumbers(): Promise<Summary> {
  await used.caughtUp();
  const request = { interval: 'auto', facets: dimensionNames, hours: true } as const;
  const cube = await (await used.analytics.snapshot({}, signal)).summary(request);
  expect(cube).toEqual(await (await sqlAnalytics(used.database).snapshot({}, signal)).summary(request));
  return cube;
}

test('the addresses of removed records say what was removed and when, for clients that hold them too', async () => {
  await importDrafts(used.database, drafts.slice(0, 20), other);
  expect((await expectSameNumbers()).totals.incidents).toBe(100);
  const id = await idIn('other');
  const { etag } = (await used.app.inject(`/api/v1/incidents/${id}`)).headers;
  await removeDataset(used.database, 'other');
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date());
  for (const address of [`/api/v1/incidents/${id}`, `/ogc/collections/other/items/${id}`])
    expect(await problemAt(address)).toMatchObject({
      status: 410,
      code: 'removed',
      detail: `This incident was part of the dataset “Other incidents”. It was removed on ${day} and is no longer available.`,
      removal: { dataset_title: 'Other incidents', removed_on: new Date().toISOString().slice(0, 10) },
    });
  expect((await used.app.inject({ url: `/api/v1/incidents/${id}`, headers: { 'if-none-match': String(etag) } })).statusCode).toBe(
    410,
  );
  expect((await expectSameNumbers()).totals.incidents).toBe(80);
  expect((await used.app.inject('/api/v1/incidents?dataset=other')).json<IncidentList>().total).toBe(0);
  // Of the other dataset nothing is gone.
  expect((await used.app.inject(`/api/v1/incidents/${await idIn(testDataset.slug)}`)).statusCode).toBe(200);
});

test('after an import is undone, list, record and numbers are as before it', async () => {
  const before = await expectSameNumbers();
  const record = `/api/v1/incidents/${await idIn(testDataset.slug)}`;
  const list = '/api/v1/incidents?limit=100';
  const bodies = async () =>
    Promise.all([record, list].map(async (url) => (await used.app.inject(url)).body.replaceAll(/"datasetVersion":\d+/g, '')));
  const earlier = await bodies();
  const changed = drafts.map((draft) => ({
    ...draft,
    urbanity: draft.urbanity === 'urban' ? ('rural' as const) : ('urban' as const),
  }));
  await importDrafts(used.database, [...changed, ...randomDrafts(30, 62, 'more-')]);
  expect((await expectSameNumbers()).totals.incidents).toBe(110);
  expect(await bodies()).not.toEqual(earlier);
  const [last] = await readLastImports(used.database);
  await undoImport(used.database, last!.batch, { loadSettlements: () => Promise.resolve(fixtureSettlements) });
  const after = await expectSameNumbers();
  expect(after.datasetVersion).toBeGreaterThan(before.datasetVersion);
  expect({ ...after, datasetVersion: 0 }).toEqual({ ...before, datasetVersion: 0 });
  expect(await bodies()).toEqual(earlier);
});
