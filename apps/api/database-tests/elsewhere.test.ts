import type { DatasetList, IndicatorTable, Summary } from '@monitor/contract';
import { drawnRegions, learnFocus, siteFocus } from '@monitor/geography';
import { loadGazetteer, readLocation, readReference } from '@monitor/geography/gazetteer';
import { createLogins, importIncidents, loginUrl, numberDrafts, openDatabase, prepareDatabase } from '@monitor/store';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { useTestApp } from './test-app.ts';

/* Incidents in locations of which the database holds nothing before. */

const used = useTestApp([], { template: ready });

const saoPaulo = { country: 'BR', region: 'BR-SP', place: 'São Paulo', lon: -46.63611, lat: -23.5475 };
const toronto = { country: 'CA', region: 'CA-ON', place: 'Toronto', lon: -79.39864, lat: 43.70643 };
const nis = { place: 'Niš' };
const drafts = [saoPaulo, nis, toronto, saoPaulo].map((where, index) => ({
  ...minimalDraft,
  ...where,
  killed: 1,
  source_key: String(index),
}));

const held = async (code: string) => {
  const [row] = await used.database.connections<{ regions: number; places: number }[]>`
    select (select count(*)::int from regions where jurisdiction = ${code}) as regions,
      (select count(*)::int from places where jurisdiction = ${code}) as places`;
  return row!;
};

beforeAll(async () => {
  await used.database.connections`select grant_rights()`;
  await createLogins(used.database, used.url);
  const importing = await openDatabase(loginUrl(used.url, 'monitor_writer'));
  await importIncidents(importing, {
    dataset: testDataset,
    format: 'test',
    fileNames: [],
    drafts: numberDrafts(drafts),
    readLocation,
  });
  await importing.close();
  await used.caughtUp();
});

test('whoever imports may add settlements, but not change one', async () => {
  const importing = await openDatabase(loginUrl(used.url, 'monitor_writer'));
  await expect(importing.connections`update places set name = 'Elsewhere'`).rejects.toMatchObject({ code: '42501' });
  await importing.close();
});

test('an import brings the regions and settlements of the locations in it, and a start keeps just these', async () => {
  const brought = await held('BR');
  expect(brought.regions).toBe(27);
  expect(brought.places).toBeGreaterThan(1000);
  expect(await held('CA')).toMatchObject({ regions: 13 });
  expect(await held('SE')).toEqual({ regions: 0, places: 0 });
  await prepareDatabase(
    used.database,
    { readReference, loadGazetteer },
    { signal: new AbortController().signal, notify: () => undefined },
  );
  expect([await held('BR'), await held('SE')]).toEqual([brought, { regions: 0, places: 0 }]);
});

test('what a browser must know of them comes with the datasets, and their regions can be asked for', async () => {
  const { elsewhere = [] } = (await used.app.inject('/api/v1/datasets')).json<DatasetList>();
  expect(elsewhere.map(({ code, regions }) => [code, regions.length])).toEqual([
    ['BR', 27],
    ['CA', 13],
  ]);
  expect(elsewhere[0]!.population!.people[2024 - elsewhere[0]!.population!.first_year]).toBe(211_998_573);
  const summary = (await used.app.inject('/api/v1/summary?region=BR-SP&facets=none')).json<Summary>();
  expect(summary.totals.incidents).toBe(2);
});

test('an indicator says that few days of data are too short for a rate, and not that there is no population', async () => {
  const query = 'country=BR&from_year=2024&to_year=2024';
  const { indicators } = (await used.app.inject(`/api/v1/indicators?${query}`)).json<IndicatorTable>();
  const rate = indicators.find(({ id }) => id === 'sdg_16_1_1')!;
  expect(rate.cells.map(({ value, gap, numerator }) => [value, gap, numerator])).toEqual(rate.cells.map(() => [null, 'short', 2]));
});

test('the base map has finer layers of just these', async () => {
  const layer = await used.app.inject('/api/v1/basemap/region-labels');
  expect(layer.headers['content-type']).toContain('application/geo+json');
  expect(layer.json<{ features: unknown[] }>().features.length).toBe(drawnRegions.length + 27 + 13 + 2);
  const atlas = await used.app.inject('/api/v1/basemap/atlas');
  expect(atlas.headers['content-type']).toContain('application/json');
  const { objects } = atlas.json<{ objects: { regions: { geometries: unknown[] } } }>();
  expect(objects.regions.geometries.length).toBe(drawnRegions.length + 27 + 13);
  const again = { url: '/api/v1/basemap/region-labels', headers: { 'if-none-match': String(layer.headers['etag']) } };
  expect((await used.app.inject(again)).statusCode).toBe(304);
  for (const path of ['rivers', 'land/BR', '..%2fland'])
    expect((await used.app.inject(`/api/v1/basemap/${path}`)).statusCode, path).toBe(404);
});

test('what the instance is about is known and drawn before it has incidents', async () => {
  const usual = siteFocus();
  onTestFinished(() => learnFocus(usual));
  learnFocus({ ...usual, locations: ['SE'] });
  const { elsewhere = [] } = (await used.app.inject('/api/v1/datasets')).json<DatasetList>();
  expect(elsewhere.map(({ code }) => code)).toEqual(['BR', 'CA', 'SE']);
  const layer = (await used.app.inject('/api/v1/basemap/borders')).json<{ features: { properties: { codes: string } }[] }>();
  expect(layer.features.filter(({ properties }) => properties.codes === 'SE').length).toBeGreaterThan(0);
});
