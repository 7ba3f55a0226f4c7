import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { Check, Errors } from 'typebox/value';
import type { TSchema } from 'typebox';
import { expect, test } from 'vitest';
import { Codebook, Dataset, DatasetList, IncidentDetail, IncidentList, Summary } from '@monitor/contract';
import * as domain from '@monitor/domain';
import { fullDraft, minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { useTestApp } from './test-app.ts';

const used = useTestApp([
  minimalDraft,
  fullDraft,
  {
    ...minimalDraft,
    source_key: 'region-only',
    occurred_on: '2024-03-16',
    place: null,
    lon: null,
    lat: null,
    place_precision: 'region',
    local_time: '23:45',
    part_of_day: 'evening',
  },
  ...Array.from({ length: 6 }, (_, index) => ({
    ...minimalDraft,
    source_key: `last-year-${index}`,
    occurred_on: index === 0 ? '2023-02-28' : '2023-03-10',
    killed: 1,
  })),
]);

/** Shapes that others refer to. */
const shapes = { 'Dataset#': Dataset };

async function answerOf<Shape>(url: string, schema: TSchema): Promise<Shape> {
  const response = await used.app.inject(url);
  expect([response.statusCode, response.body]).toEqual([200, expect.any(String)]);
  expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
  const body: unknown = response.json();
  expect(Check(shapes, schema, body) ? [] : Errors(shapes, schema, body)).toEqual([]);
  return body as Shape;
}

test('the list is newest first, with a total, and pages by cursor', async () => {
  const all = await answerOf<IncidentList>('/api/v1/incidents', IncidentList);
  expect(all.total).toBe(9);
  expect(all.nextCursor).toBeNull();
  expect(all.items.map((item) => item.occurred_on).slice(0, 3)).toEqual(['2025-06-30', '2024-03-16', '2024-03-15']);

  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const url: string = `/api/v1/incidents?limit=3&sort=occurred_on&cursor=${encodeURIComponent(cursor)}`;
    const page: IncidentList = await answerOf<IncidentList>(url, IncidentList);
    expect(page.total).toBe(9);
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  }
  expect(seen).toHaveLength(9);
  expect(new Set(seen)).toEqual(new Set(all.items.map((item) => item.id)));
});

test('a cursor of another sort, and one that was made up, are refused', async () => {
  const { nextCursor } = await answerOf<IncidentList>('/api/v1/incidents?limit=3', IncidentList);
  for (const query of [`sort=killed&cursor=${encodeURIComponent(nextCursor ?? '')}`, 'cursor=abc', 'cursor=%00', 'cursor=e30']) {
    const response = await used.app.inject(`/api/v1/incidents?${query}`);
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([400, 'bad_cursor']);
  }
});

test('the record shows everything but what could expose people', async () => {
  const { items } = await answerOf<IncidentList>('/api/v1/incidents?country=XK', IncidentList);
  const record = await answerOf<IncidentDetail>(`/api/v1/incidents/${items[0]?.id}`, IncidentDetail);
  expect(record).toMatchObject({
    killed: 1,
    killed_high: 2,
    weapon_details: [{ class: 'handgun', legal: 'illegal' }],
    source_details: [{ publisher: 'Koha Ditore' }],
    provenance: { dataset: 'made-up', synthetic: true, killed_includes_suicides: false, source_key: null },
    history: [{ revision: 1, change: 'created' }],
    status: 'published',
  });
  expect(record.people).toHaveLength(2);
  expect(JSON.stringify(record)).not.toMatch(/"age":|exact_l|20\.4401|42\.3811/);
});

test.each(['nothing', 'a'.repeat(80), '%00', "x'%20or%201=1--", '..%2Fincidents'])('there is no incident %s', async (id) => {
  expect((await used.app.inject(`/api/v1/incidents/${id}`)).statusCode).toBe(404);
});

test('the summary counts, compares and gives a dense series', async () => {
  const url = '/api/v1/summary?from=2024-03-01&to=2024-03-31&facets=country,type&interval=week';
  const summary = await answerOf<Summary>(url, Summary);
  expect(summary.totals).toMatchObject({ incidents: 2, killed: 0, withoutPoint: 1, notReported: { killed: 2 } });
  expect(summary.comparison).toMatchObject({
    from: '2023-03-01',
    to: '2023-03-31',
    rule: 'year_earlier',
    totals: { incidents: 5, killed: 5 },
  });
  expect(Object.keys(summary.facets)).toEqual(['country', 'type']);
  expect(summary.facets.country).toEqual([
    { value: 'RS', incidents: 2, killed: 0, injured: 0, notReported: { killed: 2, injured: 2 } },
  ]);
  expect(summary.series.points.map(({ start, incidents, partial }) => [start, incidents, partial])).toEqual([
    ['2024-02-26', 0, true],
    ['2024-03-04', 0, false],
    ['2024-03-11', 2, false],
    ['2024-03-18', 0, false],
    ['2024-03-25', 0, false],
  ]);
});

test('without a series, totals and facets are the same', async () => {
  const url = '/api/v1/summary?from=2024-03-01&to=2024-03-31&facets=country&split=country&part_totals=1';
  const { series, ...others } = await answerOf<Summary>(url, Summary);
  expect(await answerOf<Summary>(`${url}&interval=none`, Summary)).toEqual({
    ...others,
    series: { ...series, points: [], parts: series.parts?.map((part) => ({ ...part, points: [] })) },
  });
});

test('no comparison without a first day, or with data that begin later', async () => {
  for (const query of ['', 'from=2023-02-01&to=2023-03-31'])
    expect((await answerOf<Summary>(`/api/v1/summary?${query}`, Summary)).comparison).toBeNull();
});

test('facets: all without the parameter, none on request', async () => {
  const all = await answerOf<Summary>('/api/v1/summary', Summary);
  expect(Object.keys(all.facets).toSorted()).toEqual([...domain.dimensionNames].toSorted());
  expect(all.period).toEqual({ from: '2023-02-28', to: '2025-06-30' });
  expect((await answerOf<Summary>('/api/v1/summary?facets=none', Summary)).facets).toEqual({});
});

test('hours of the week: on request alone, and they add up to the incidents with a known time', async () => {
  expect(await answerOf<Summary>('/api/v1/summary', Summary)).not.toHaveProperty('hours');
  expect(await answerOf<Summary>('/api/v1/summary?hours=0', Summary)).not.toHaveProperty('hours');
  const { totals, hours } = await answerOf<Summary>('/api/v1/summary?hours=1&facets=none', Summary);
  expect(hours?.incidents.flat().reduce((sum, count) => sum + count, 0)).toBe(hours?.known);
  expect(Number(hours?.known) + Number(hours?.unknown)).toBe(totals.incidents);
  expect(hours?.known).toBeGreaterThan(0);
});

test('a series of too many steps is refused with the way out', async () => {
  const response = await used.app.inject('/api/v1/summary?from=1990-01-01&to=2025-12-31&interval=day');
  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ code: 'bad_query', problems: [{ parameter: 'interval', message: /longer interval/ }] });
});

test('an empty answer is an answer', async () => {
  const summary = await answerOf<Summary>('/api/v1/summary?country=DE', Summary);
  expect(summary).toMatchObject({ totals: { incidents: 0 }, comparison: null });
  expect(await answerOf<IncidentList>('/api/v1/incidents?country=DE', IncidentList)).toMatchObject({
    total: 0,
    items: [],
    nextCursor: null,
  });
});

test('a tile holds points, and 204 says that it holds none', async () => {
  const response = await used.app.inject('/api/v1/tiles/0/0/0.mvt?country=XK');
  expect(response.headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
  const tile = new VectorTile(new PbfReader(response.rawPayload));
  const feature = tile.layers.incidents?.feature(0);
  expect(feature?.properties).toMatchObject({ type: 'domestic_violence', killed: 1, injured: 2, occurred_on: '2025-06-30' });
  expect(feature?.toGeoJSON(0, 0, 0).geometry).toEqual({
    type: 'Point',
    coordinates: [expect.closeTo(20.43, 0), expect.closeTo(42.38, 0)],
  });

  const empty = await used.app.inject('/api/v1/tiles/1/0/1.mvt');
  expect([empty.statusCode, empty.body]).toEqual([204, '']);
  expect(empty.headers.etag).toBeDefined();
});

test('the codebook explains every code of every vocabulary', async () => {
  const codebook = await answerOf<Codebook>('/api/v1/codebook', Codebook);
  const explained = Object.values(codebook.vocabularies).map((terms) => terms.map(({ code }) => code).join());
  for (const value of Object.values(domain))
    if (typeof value === 'object' && value !== null && 'terms' in value) expect(explained).toContain(value.codes.join());
  expect(codebook.locations.find(({ code }) => code === 'XK')).toMatchObject({ name: 'Kosovo*', note: domain.notices.kosovo });
  expect(codebook).toMatchObject({ publisher: 'Test', contact: 'test@example.org' });
  expect(codebook).not.toHaveProperty('licence');
});

test('datasets tell licence, attribution and coverage', async () => {
  const { datasets } = await answerOf<DatasetList>('/api/v1/datasets', DatasetList);
  expect(datasets).toMatchObject([
    {
      slug: 'made-up',
      synthetic: true,
      killed_includes_suicides: false,
      licence: 'CC0-1.0',
      incidents: 9,
      from: '2023-02-28',
      to: '2025-06-30',
      countries: ['RS', 'XK'],
      coverage: [
        { country: 'RS', incidents: 8, from: '2023-02-28', to: '2024-03-16' },
        { country: 'XK', incidents: 1, from: '2025-06-30', to: '2025-06-30' },
      ],
    },
  ]);
});

test('readiness and metrics know the data', async () => {
  const ready = (await used.app.inject('/health/ready')).json<{ datasetVersion: number }>();
  expect(ready).toEqual({ status: 'ready', datasetVersion: expect.any(Number) });
  const { body } = await used.app.inject('/metrics');
  expect(body).toContain('monitor_database_up 1');
  expect(body).toContain('monitor_incidents 9');
  expect(body).toContain(`monitor_dataset_version ${ready.datasetVersion}`);
});

test('HEAD answers like GET without a body', async () => {
  for (const url of ['/api/v1/incidents', '/api/v1/incidents.csv', '/api/v1/summary']) {
    const response = await used.app.inject({ method: 'HEAD', url });
    expect([response.statusCode, response.body]).toEqual([200, '']);
  }
});
