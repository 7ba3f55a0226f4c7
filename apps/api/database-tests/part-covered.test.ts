import { readLocation } from '@monitor/geography/gazetteer';
import { importIncidents, numberDrafts } from '@monitor/store';
import { beforeAll, expect, test } from 'vitest';
import type { DatasetList, ExploreData, IndicatorTable } from '@monitor/contract';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { useTestApp } from './test-app.ts';

/* Data about one city of a location: no page divides it by everybody who lives in the location. */

const used = useTestApp([], { template: ready });

/** Of which the regions elsewhere have no population. */
const places: readonly (readonly [country: string, region: string])[] = [
  ['US', 'US-NY'],
  ['RS', 'RS-00'],
];

/** Two in three days of three years, half of them in one region. */
const incidents = (country: string, region: string, key: string) =>
  Array.from({ length: 730 }, (_, at) => ({
    ...placelessDraft,
    source_key: `${key} ${country} ${at}`,
    country,
    ...(at % 2 === 0 && { region, place_precision: 'region' as const }),
    occurred_on: new Date(Date.UTC(2022, 0, 1) + Math.round(at * 1.5) * 86_400_000).toISOString().slice(0, 10),
    killed: 1,
    injured: 0,
  }));

async function importDataset(slug: string, covers: string | null, of = places): Promise<void> {
  await importIncidents(used.database, {
    dataset: { ...testDataset, slug, title: slug, covers },
    format: 'test',
    fileNames: [],
    drafts: numberDrafts(of.flatMap((one) => incidents(...one, slug))),
    readLocation,
  });
  await used.caughtUp();
}

const pagesOf = ([country, region]: (typeof places)[number], other: string) => [
  'home',
  `explore?country=${country}&rates=country,region`,
  `explore?country=${country}&from=2023-01-01&against=${encodeURIComponent(`country=${other}`)}`,
  `trends?country=${country}&unit=rate&interval=year`,
  'trends?unit=rate&interval=year&split=country',
  'trends?part=places',
  'places',
  `place?place=${country}`,
  `place?place=${region}`,
  `brief?country=${country}&from=2023-01-01&to=2023-12-31`,
  `brief?region=${region}&from=2023-01-01&to=2023-12-31`,
  'brief?from=2023-01-01&to=2023-12-31',
  `indicators?country=${country}&indicators=each`,
];
const everyPage = [...new Set(places.flatMap((one, at) => pagesOf(one, places[1 - at]![0])))];

const page = async (path: string) => (await used.app.inject(`/api/v1/pages/${path}`)).json<{ readonly data: unknown }>().data;

/** Where an answer has rates, whatever they are called there. */
function ratesIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { kind, of, shows, unit, id, amounts, rows } = value as Readonly<Record<string, unknown>>;
  const isRate =
    kind === 'rate' ||
    shows === 'rates' ||
    unit === 'rate' ||
    (of === 'rate' && hasNumber(amounts)) ||
    (id === 'sdg_16_1_1' && /"value":\d/.test(JSON.stringify(rows))) ||
    Object.entries(value).some(([name, part]) => /^(rates?|past|reference|plot)$/.test(name) && hasNumber(part));
  return isRate ? [path] : Object.entries(value).flatMap(([name, part]) => ratesIn(part, `${path}/${name}`));
}

function hasNumber(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return Array.isArray(value) ? value.some(hasNumber) : typeof value === 'object' && value !== null && 'average' in value;
}

const said = (body: unknown) => JSON.stringify(body).replaceAll('*', '');

beforeAll(() => importDataset('city', 'the capital'));

test('the datasets say which part they cover', async () => {
  const { datasets } = (await used.app.inject('/api/v1/datasets')).json<DatasetList>();
  expect(datasets.map(({ slug, covers }) => [slug, covers])).toEqual([['city', 'the capital']]);
  for (const path of ['/catalog.jsonld', '/ogc/collections/city'])
    expect((await used.app.inject(path)).body).toContain('The data covers the capital only.');
});

test.each(everyPage)('%s gives no rate of a location of which the data covers a part', async (path) => {
  const body = await page(path);
  expect(ratesIn(body)).toEqual([]);
  expect(said(body)).not.toMatch(/\d per 100,000/);
  expect(said(body)).not.toMatch(/no population figure(?!s)/);
});

test('pages say why, and the counts stay', async () => {
  const long = (name: string) => `${name}: the data covers the capital only, so there is no rate.`;
  for (const path of ['places', 'place?place=US', 'explore?country=US', 'brief?country=US&from=2023-01-01&to=2023-12-31'])
    expect([path, said(await page(path))]).toEqual([path, expect.stringContaining('the capital only')]);
  expect(said(await page('place?place=US'))).toContain(long('United States'));
  expect(said(await page('place?place=RS-00'))).toContain(long('Serbia'));
  expect(said(await page('home'))).toContain(long('Serbia and United States'));
  expect(said(await page('explore?country=US'))).toMatch(/"amounts":\[730\]/);
  expect(said(await page('indicators?country=US&indicators=each'))).toContain('data about a part only');
});

test('of several locations, one of which the data covers a part is in no rate, and is named', async () => {
  await importDataset('all', null, places.slice(1));
  const all = said(await page('explore'));
  expect(all).toMatch(/Excludes [a-z ]*incidents in United States \(730\), since that data covers the capital only\./);
  const figures = async (query: string) =>
    ((await page(`explore?${query}`)) as ExploreData).figures.filter(({ of }) => of === 'rate').map(({ amounts }) => amounts);
  expect(await figures('')).toEqual(await figures('country=RS'));
  const { indicators } = (await used.app.inject('/api/v1/indicators?from_year=2023&to_year=2023')).json<IndicatorTable>();
  const cell = indicators.find(({ id }) => id === 'sdg_16_1_1')!.cells[0]!;
  expect(cell).toMatchObject({ place: null, numerator: 2 * 244, query: expect.stringContaining('country=RS&') });
});

test('a dataset about the whole of the locations, with as many incidents, gives them rates', async () => {
  await importDataset('american', null, places.slice(0, 1));
  const withoutRates = [];
  for (const path of everyPage) if (ratesIn(await page(path)).length === 0) withoutRates.push(path);
  expect(withoutRates).toEqual([]);
  // Those of the city alone have none.
  expect(ratesIn(await page('explore?country=US&dataset=city&rates=country'))).toEqual([]);
});
