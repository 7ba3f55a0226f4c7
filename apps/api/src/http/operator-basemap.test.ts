import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Basemap } from '../config.ts';
import { serveBasemap, withBasemap } from './operator-basemap.ts';
import { addSecurityHeaders } from './security-headers.ts';

let folder: string;
const content = Buffer.from('PMTiles\u0003'.padEnd(500, 'abcdefghij'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basemap-'));
  await writeFile(join(folder, 'map of ours.pmtiles'), content);
  await writeFile(join(folder, 'private.txt'), 'private');
});
afterAll(() => rm(folder, { recursive: true }));

test('a PMTiles file is given in ranges, and nothing else of its folder', async () => {
  const app = Fastify();
  await serveBasemap(app, join(folder, 'map of ours.pmtiles'));
  const part = await app.inject({ url: '/basemap/operator.pmtiles', headers: { range: 'bytes=10-29' } });
  expect(part.statusCode).toBe(206);
  expect(part.headers['content-range']).toBe('bytes 10-29/500');
  expect(part.rawPayload).toEqual(content.subarray(10, 30));
  expect(part.headers.etag).toBeTruthy();
  const all = await app.inject('/basemap/operator.pmtiles');
  expect([all.statusCode, all.rawPayload.length]).toEqual([200, 500]);
  expect((await app.inject({ url: '/basemap/operator.pmtiles', headers: { range: 'bytes=900-' } })).statusCode).toBe(416);
  for (const path of ['/basemap/private.txt', '/private.txt', '/basemap/map%20of%20ours.pmtiles'])
    expect((await app.inject(path)).statusCode).toBe(404);
  await app.close();
});

const usual =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data: blob:;font-src 'self';connect-src 'self';frame-src 'self';worker-src 'self' blob:;manifest-src 'self';frame-ancestors 'none';base-uri 'none';form-action 'none'";
const style = {
  kind: 'style',
  url: 'https://maps.example.org/style.json?a=1&b="2"',
  origins: ['https://maps.example.org', 'https://tiles.example.org'],
} as const satisfies Basemap;

test.each([
  [undefined, usual],
  [{ kind: 'pmtiles', file: '/some/map.pmtiles' } as const, usual],
  [
    style,
    usual
      .replace('data: blob:;', 'data: blob: https://maps.example.org https://tiles.example.org;')
      .replace("connect-src 'self'", "connect-src 'self' https://maps.example.org https://tiles.example.org"),
  ],
])('with the base map %j pages may ask no origin but its own', async (basemap, expected) => {
  const app = Fastify();
  await addSecurityHeaders(app, basemap);
  app.get('/', () => 'page');
  expect((await app.inject('/')).headers['content-security-policy']).toBe(expected);
  await app.close();
});

test('the page says which base map to draw, and stays as it is without one', () => {
  const page = '<head><title>$& App</title></head><body></body>';
  expect(withBasemap(page, undefined)).toBe(page);
  expect(withBasemap(page, { kind: 'pmtiles', file: '/home/someone/map.pmtiles' })).toBe(
    '<head><title>$& App</title><meta name="basemap-pmtiles" content="/basemap/operator.pmtiles" /></head><body></body>',
  );
  expect(withBasemap(page, style)).toContain('content="https://maps.example.org/style.json?a=1&#38;b=&#34;2&#34;" />');
});
