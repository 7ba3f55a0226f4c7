import { expect, test } from 'vitest';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import type { Analytics } from '@monitor/engine';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { appWith, useTestApp } from './test-app.ts';

const used = useTestApp([minimalDraft]);
const addresses = [
  '/api/v1/incidents?country=RS',
  '/api/v1/summary',
  '/api/v1/tiles/0/0/0.mvt',
  '/api/v1/incidents.csv',
  '/api/v1/datasets',
];

test.each(addresses)('%s is sent again only once the data have changed', async (url) => {
  const first = await used.app.inject(url);
  expect(first.statusCode).toBe(200);
  expect(first.headers['cache-control']).toBe('public, max-age=0, s-maxage=60, must-revalidate');
  const headers = { 'if-none-match': `"other", ${first.headers.etag}` };
  const again = await used.app.inject({ url, headers });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect([again.headers.etag, again.headers['dataset-version']]).toEqual([first.headers.etag, first.headers['dataset-version']]);

  await importDrafts(used.database, [{ ...minimalDraft, source_key: url }]);
  await used.caughtUp();
  const later = await used.app.inject({ url, headers });
  expect(later.statusCode).toBe(200);
  expect(Number(later.headers['dataset-version'])).toBeGreaterThan(Number(first.headers['dataset-version']));
});

test('equal filters share a tag, different requests do not', async () => {
  const tag = async (url: string) => (await used.app.inject(url)).headers.etag;
  expect(await tag('/api/v1/incidents?country=RS,XK&type=suicide')).toBe(await tag('/api/v1/incidents?type=suicide&country=XK,RS'));
  expect(await tag('/api/v1/summary?interval=auto&facets=country,type,type&hours=0')).toBe(
    await tag('/api/v1/summary?facets=type,country'),
  );
  expect(await tag('/api/v1/incidents.csv?hxl=0')).toBe(await tag('/api/v1/incidents.csv'));
  const different = [
    '/api/v1/incidents',
    '/api/v1/incidents?limit=1',
    '/api/v1/incidents?sort=killed',
    '/api/v1/incidents.csv',
    '/api/v1/incidents.csv?hxl=1',
    '/api/v1/summary',
    '/api/v1/summary?facets=none',
    '/api/v1/tiles/0/0/0.mvt',
    '/api/v1/tiles/1/1/0.mvt',
  ];
  expect(new Set(await Promise.all(different.map(tag))).size).toBe(different.length);
});

test('another database or release is not taken for the same, though its data have the same version', async () => {
  const app = await appWith(used, { edition: 'another' });
  const { etag } = (await used.app.inject('/api/v1/incidents')).headers;
  expect((await app.inject({ url: '/api/v1/incidents', headers: { 'if-none-match': String(etag) } })).statusCode).toBe(200);
  await app.close();
});

test('304 comes before the work', async () => {
  const overworked = () => Promise.reject(new Error('asked for numbers'));
  const analytics: Analytics = {
    version: (signal) => used.analytics.version(signal),
    snapshot: async () => ({
      summary: overworked,
      yearly: overworked,
      hexagons: overworked,
      points: overworked,
      tile: overworked,
    }),
    atOnce: overworked,
    signals: overworked,
  };
  const app = await appWith(used, { analytics });
  for (const url of [
    '/api/v1/summary',
    '/api/v1/indicators',
    '/api/v1/hexagons',
    '/api/v1/points',
    '/api/v1/pages/places',
    '/api/v1/tiles/0/0/0.mvt',
  ]) {
    expect((await app.inject(url)).statusCode).toBe(500);
    const { etag } = (await used.app.inject(url)).headers;
    expect((await app.inject({ url, headers: { 'if-none-match': String(etag) } })).statusCode).toBe(304);
  }
  await app.close();
});
