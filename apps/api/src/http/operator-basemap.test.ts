import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveBasemap } from './operator-basemap.ts';

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
