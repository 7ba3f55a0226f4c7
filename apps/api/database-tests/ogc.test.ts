import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { expect, test } from 'vitest';
import {
  Collection,
  Collections,
  Conformance,
  Feature,
  FeatureCollection,
  LandingPage,
  type OgcLink,
  type Problem,
} from '@monitor/contract';
import { anyExpression, expressionText } from '../../../packages/contract/testing/arbitrary-expression.ts';
import type { Filter } from '@monitor/domain';
import { times } from '../../../testing/depth.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { fullDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { lintProblems } from '../testing/openapi-problems.ts';
import { anyFilter, sureFilters } from './random-filters.ts';
import { useRandomApp } from './test-app.ts';
import { answerAs, type ItemsPage, listedIds, ogcQuery, walkItems } from './walk-pages.ts';

const used = useRandomApp();

const filters = anyFilter({
  country: [...referenceData.jurisdictions.map(({ code }) => code), 'DE'],
  region: [...referenceData.regions.map(({ code }) => code), 'RS-24'],
  dataset: ['made-up'],
});

const items = '/ogc/collections/made-up/items';

const answerOf = <Body>(url: string, schema: TSchema) => answerAs<Body>(used.app, url, schema);
const walk = (url: string) => walkItems(used.app, url);

test('a client finds everything from the landing page on', async () => {
  const landing = await answerOf<LandingPage>('/ogc', LandingPage);
  const seen = new Set<string>();
  const queue = landing.links.map(({ href }) => href);
  for (const href of queue) {
    const path = href.replace(/^http:\/\/localhost(?::80)?/, '');
    if (seen.has(path) || !path.startsWith('/') || seen.size > 60) continue;
    seen.add(path);
    const response = await used.app.inject(path);
    expect([path, response.statusCode]).toEqual([path, 200]);
    if (!String(response.headers['content-type']).includes('json')) continue;
    const body = response.json<{ links?: OgcLink[]; collections?: { links: OgcLink[] }[] }>();
    queue.push(...(body.links ?? []).map((link) => link.href));
    queue.push(...(body.collections ?? []).flatMap((one) => one.links.map((link) => link.href)));
  }
  expect([...seen].filter((path) => path.startsWith('/ogc/collections/made-up/'))).toEqual(
    expect.arrayContaining([items, '/ogc/collections/made-up/queryables', '/ogc/collections/made-up/schema']),
  );
  await answerOf('/ogc/conformance', Conformance);
  await answerOf('/ogc/collections', Collections);
});

test('a collection has extent, licence and attribution of its dataset', async () => {
  const collection = await answerOf<Collection>('/ogc/collections/made-up', Collection);
  expect(collection).toMatchObject({ id: 'made-up', itemType: 'feature', license: 'CC0-1.0', attribution: 'Nobody' });
  const all = (await walk(`${items}?limit=1000`)).flatMap(({ features }) => features);
  const points = all.flatMap(({ geometry }) => (geometry === null ? [] : [geometry.coordinates]));
  const side = (at: number, of: (...values: number[]) => number) => of(...points.map((point) => point[at]!));
  expect(collection.extent.spatial.bbox[0]).toEqual([side(0, Math.min), side(1, Math.min), side(0, Math.max), side(1, Math.max)]);
  const days = all.map(({ properties }) => String(properties.occurred_on)).toSorted();
  expect(collection.extent.temporal.interval[0]).toEqual([`${days[0]}T00:00:00Z`, `${days.at(-1)}T23:59:59Z`]);
});

test('the list and the collection give the same incidents for any filter, a page at a time', async () => {
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 40, max: 400 }), async (filter, limit) => {
      const pages = await walk(`${items}?${ogcQuery(filter)}&limit=${limit}`);
      const ids = pages.flatMap(({ features }) => features.map(({ id }) => id));
      expect(ids.toSorted()).toEqual(await listedIds(used.app, filter));
      for (const page of pages) expect(page.numberMatched).toBe(ids.length);
    }),
    { numRuns: times(6, 60), examples: sureFilters.map((filter) => [filter, 200]) },
  );
});

test('a filter in CQL2 selects the same as text, as JSON and with a box beside it', async () => {
  const seen = async (query: string) =>
    (await walk(`${items}?limit=1000&${query}`)).flatMap(({ features }) => features.map(({ id }) => id));
  const inBox = new Set(await seen('bbox=15,40,25,46'));
  await fc.assert(
    fc.asyncProperty(
      anyExpression.filter((expression) => JSON.stringify(expression).length < 1500),
      async (expression) => {
        const [text, json] = [encodeURIComponent(expressionText(expression)), encodeURIComponent(JSON.stringify(expression))];
        const ids = await seen(`filter=${text}`);
        expect(await seen(`filter-lang=cql2-json&filter=${json}`)).toEqual(ids);
        expect(await seen(`filter=${text}&bbox=15,40,25,46`)).toEqual(ids.filter((id) => inBox.has(id)));
      },
    ),
    { numRuns: times(5, 60) },
  );
});

test.each([
  ['type=weapon_seizure&type_as_reported=', { type: ['weapon_seizure'] }],
  ['filter=type%20IN%20(%27suicide%27,%27weapon_seizure%27)', { type: ['suicide', 'weapon_seizure'] }],
  ["filter=weapon = 'handgun' AND occurred_on >= DATE('2020-01-01')", { weapon: ['handgun'], from: '2020-01-01' }],
  ["filter=T_INTERSECTS(occurred_on, INTERVAL('2020-01-01','..'))", { from: '2020-01-01' }],
  ['filter=S_INTERSECTS(geometry, BBOX(15, 40, 25, 46))', { bbox: [15, 40, 25, 46] }],
  [
    'filter=S_INTERSECTS(geometry, POLYGON((15 40, 25 40, 20 48, 15 40)))',
    {
      within: [
        [15, 40],
        [25, 40],
        [20, 48],
      ],
    },
  ],
  ['datetime=2020-01-01T00:00:00Z/2020-12-31T23:59:59Z', { from: '2020-01-01', to: '2020-12-31' }],
  ['datetime=/2020-12-31', { to: '2020-12-31' }],
  ['datetime=2020-01-01/..', { from: '2020-01-01' }],
  ['datetime=2020-03-05', { from: '2020-03-05', to: '2020-03-05' }],
  ['datetime=0001-01-01/9999-12-31', {}],
  ['bbox=15,40,0,25,46,9', { bbox: [15, 40, 25, 46] }],
  ['bbox=15.00000000000001,40,25.000000000000004,46', { bbox: [15, 40, 25, 46] }],
] as const)('%s', async (query, filter) => {
  const features = (await walk(`${items}?limit=1000&${query.replaceAll(' ', '%20')}`)).flatMap((page) => page.features);
  expect(features.map(({ id }) => id).toSorted()).toEqual(await listedIds(used.app, filter as unknown as Filter));
});

test('a property is a parameter', async () => {
  const all = (await walk(`${items}?limit=1000`)).flatMap(({ features }) => features);
  const killed = await answerOf<ItemsPage>(`${items}?killed=1&part_of_day=evening&limit=1000`, FeatureCollection);
  const expected = all.filter(({ properties }) => properties.killed === 1 && properties.part_of_day === 'evening');
  expect(killed.features.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  expect(killed.numberMatched).toBeGreaterThan(0);
});

test.each([
  ['limit=0', 'limit'],
  ['limit=x', 'limit'],
  ['bbox=1,2,3', 'bbox'],
  ['bbox=1,2,3,x', 'bbox'],
  ['bbox=10,50,20,40', 'bbox'],
  ['datetime=2020', 'datetime'],
  ['datetime=../..', 'datetime'],
  ['datetime=2021-01-01/2020-01-01', 'datetime'],
  ['datetime=2020-02-30', 'datetime'],
  ['f=xml', 'f'],
  ['f=html', 'f'],
  ['crs=http://www.opengis.net/def/crs/EPSG/0/4326', 'crs'],
  ['filter=exact_lon%20%3E%2020', 'filter'],
  ['filter=killed_low%20%3E%201', 'filter'],
  ['filter=%7B%7D', 'filter'],
  ['filter=killed=1&filter-lang=cql2-json', 'filter'],
  ['filter-lang=sql', 'filter-lang'],
  ['killed=many', 'killed'],
  ['type=sorcery', 'type'],
  ['dataset=made-up', 'dataset'],
  ['exact_lat=1', 'exact_lat'],
])('%s is refused and %s named', async (query, parameter) => {
  const response = await used.app.inject(`${items}?${query}`);
  const problem = response.json<Problem>();
  expect([response.statusCode, problem.code, problem.problems?.[0]?.parameter]).toEqual([400, 'bad_query', parameter]);
});

test('a page size beyond the most is the most, as the standard asks', async () => {
  expect((await answerOf<ItemsPage>(`${items}?limit=100000`, FeatureCollection)).numberReturned).toBe(1000);
});

test('what there is not is not found, also for a browser', async () => {
  for (const path of [
    '/ogc/nothing',
    '/ogc/collections/none',
    '/ogc/collections/none/items',
    '/ogc/collections/none/queryables',
    `${items}/none`,
    `${items}/a%00b`,
  ]) {
    const response = await used.app.inject({ url: path, headers: { accept: 'text/html' } });
    expect([path, response.statusCode, response.headers['content-type']]).toEqual([
      path,
      404,
      'application/problem+json; charset=utf-8',
    ]);
  }
});

test('an incident is one feature without what is withheld', async () => {
  const [found] = (
    await answerOf<ItemsPage>(`${items}?filter=place%20%3D%20%27%C4%90akovica%27&limit=1000`, FeatureCollection)
  ).features.filter(({ properties }) => properties.occurred_on === fullDraft.occurred_on);
  const feature = await answerOf<ItemsPage['features'][number]>(`${items}/${found?.id}`, Feature);
  expect(feature.geometry?.coordinates).toEqual([fullDraft.lon, fullDraft.lat]);
  expect(feature.properties).toMatchObject({ country_name: 'Kosovo*', synthetic: true, local_time: null, part_of_day: 'evening' });
  for (const hidden of [fullDraft.exact_lon, fullDraft.exact_lat, fullDraft.source_key, '"age"'])
    expect(JSON.stringify(feature)).not.toContain(String(hidden));
});

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

test('browsers get the landing page without scripts, others JSON; the address can decide', async () => {
  const [page, json] = [await used.app.inject({ url: '/ogc', headers: browser }), await used.app.inject('/ogc')];
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    vary: expect.stringMatching(/accept/i),
  });
  expect(page.body).not.toMatch(/<script|<style|style="|\bon\w+="/);
  expect(json.headers['content-type']).toBe('application/json');
  for (const [f, same] of [
    ['html', page],
    ['json', json],
  ] as const)
    for (const headers of [browser, {}]) expect((await used.app.inject({ url: `/ogc?f=${f}`, headers })).body).toBe(same.body);
  const again = await used.app.inject({ url: '/ogc', headers: { ...browser, 'if-none-match': String(page.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect(json.headers.etag).not.toBe(page.headers.etag);
  for (const [, href = ''] of page.body.matchAll(/href="(?:http:\/\/localhost(?::80)?)?(\/ogc[^"]*)"/g))
    expect([href, (await used.app.inject(href)).statusCode]).toEqual([href, 200]);
  const hostile = await used.app.inject({ url: '/ogc', headers: { ...browser, host: '"><script>' } });
  expect(hostile.body).toContain('<code>http://&quot;&gt;&lt;script&gt;/ogc</code>');
});

test('everything else is JSON, also for a browser, and refuses to be HTML', async () => {
  const [first] = (await answerOf<ItemsPage>(`${items}?limit=1`, FeatureCollection)).features;
  for (const url of [
    '/ogc/conformance',
    '/ogc/api',
    '/ogc/collections',
    '/ogc/collections/made-up',
    '/ogc/collections/made-up/queryables',
    '/ogc/collections/made-up/schema',
    items,
    `${items}/${first?.id}`,
  ]) {
    const answer = await used.app.inject({ url, headers: browser });
    expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 200, expect.stringMatching(/json/)]);
    expect(answer.body).not.toContain('f=html');
    expect((await used.app.inject(`${url}?f=json`)).headers['content-type']).toBe(answer.headers['content-type']);
    const again = await used.app.inject({ url, headers: { 'if-none-match': String(answer.headers.etag) } });
    expect([url, again.statusCode, again.body]).toEqual([url, 304, '']);
    const refused = await used.app.inject({ url: `${url}?f=html`, headers: browser });
    expect([url, refused.statusCode, refused.json<Problem>().detail]).toEqual([
      url,
      400,
      '"html" is not a valid value of "f". Use json.',
    ]);
  }
});

test('coordinates, counts and the next page are in headers, too', async () => {
  const { headers } = await used.app.inject(`${items}?limit=10`);
  expect(headers).toMatchObject({
    'content-type': 'application/geo+json',
    'content-crs': '<http://www.opengis.net/def/crs/OGC/1.3/CRS84>',
    'dataset-version': expect.stringMatching(/^\d+$/),
    link: expect.stringMatching(/^<http:\/\/localhost.*cursor=.*>; rel="next"; type="application\/geo\+json"$/),
  });
});

test('the description is valid OpenAPI 3.0 and names every parameter', async () => {
  const response = await used.app.inject('/ogc/api');
  expect(response.headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0');
  const document = response.json<{ paths: Record<string, { get: { parameters: { name: string }[] } }> }>();
  // Clients look for parameters among the components, and the server of the test is on this machine.
  expect(await lintProblems(document, ['no-unused-components', 'no-server-example.com'])).toEqual([]);
  const names = document.paths['/collections/{collectionId}/items']?.get.parameters.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['limit', 'bbox', 'datetime', 'filter', 'filter-lang', 'filter-crs', 'killed', 'weapon', 'q']),
  );
  expect(new Set(names).size).toBe(names?.length);
});

test('a queryable is a property, a list of the filter or the point, each with its type', async () => {
  const { properties } = (await used.app.inject('/ogc/collections/made-up/queryables')).json<{
    properties: Record<string, { type?: string; $ref?: string; enum?: string[] }>;
  }>();
  expect(properties).toMatchObject({
    occurred_on: { type: 'string', format: 'date' },
    killed: { type: 'integer' },
    type: { type: 'string', enum: expect.arrayContaining(['suicide']) },
    weapon: { type: 'string', enum: expect.arrayContaining(['handgun']) },
    geometry: { $ref: 'https://geojson.org/schema/Point.json' },
  });
  for (const [name, { type, $ref }] of Object.entries(properties)) expect([name, typeof (type ?? $ref)]).toEqual([name, 'string']);
});

test('an incident that is retracted is in no collection, and no filter finds it', async () => {
  const [first] = (await answerOf<ItemsPage>(`${items}?limit=1`, FeatureCollection)).features;
  const count = async (query: string) => (await answerOf<ItemsPage>(`${items}?limit=1&${query}`, FeatureCollection)).numberMatched;
  const [all, found] = [await count(''), await count(`id=${first?.id}`)];
  expect(found).toBe(1);
  await used.database.connections`update incidents set status = 'retracted' where public_id = ${first?.id ?? ''}`;
  await used.caughtUp();
  expect(await count('')).toBe(all - 1);
  for (const query of [
    `id=${first?.id}`,
    `filter=id%20%3D%20%27${first?.id}%27`,
    `filter=NOT(FALSE)%20AND%20id%20%3D%20%27${first?.id}%27`,
  ])
    expect([query, await count(query)]).toEqual([query, 0]);
  expect((await used.app.inject(`${items}/${first?.id}`)).statusCode).toBe(404);
});
