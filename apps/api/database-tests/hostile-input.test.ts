import { expect, test } from 'vitest';
import { filterNames } from '@monitor/domain';
import { countIncidents } from '@monitor/store';
import { deep } from '../../../testing/depth.ts';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { useTestApp } from './test-app.ts';

const used = useTestApp(randomDrafts(50));

const values = [
  "'; drop table incidents; --",
  "' or '1'='1",
  '\\',
  '%',
  '_',
  '$1',
  '$$x$$',
  '{1,2}',
  '()',
  '<script>alert(1)</script>',
  '\u0000',
  'a\u0000b',
  '\u202Eabc',
  'А'.repeat(150),
  'x'.repeat(3000),
  '1e309',
  '-0',
  'NaN',
  '９',
  '[object Object]',
  '__proto__',
  '../../etc/passwd',
  '${jndi:ldap://x}',
  'null',
  '1,2,3,4',
  '-180,-90,180,90',
  'a\r\nSet-Cookie: x=1',
];
const encodings = ['%ff', '%c0%af', '%', '%zz', '%u0041', '%25%30%30', '+', '%00', '%ed%a0%80', '%f4%90%80%80'];
const endpoints = ['/api/v1/incidents', '/api/v1/summary', '/api/v1/incidents.csv', '/api/v1/tiles/0/0/0.mvt'];
const own = ['sort', 'limit', 'cursor', 'interval', 'facets', 'hxl', 'bom'];

test.each(endpoints)('%s takes or refuses whatever comes, and never fails', async (endpoint) => {
  const written = [...values.map((value) => encodeURIComponent(value)), ...encodings];
  const names = [...filterNames, ...own, '__proto__', 'constructor', 'q[]', 'q[$ne]'];
  const all = names.flatMap((name) => written.map((value) => [name, value] as const));
  // All addresses read their parameters alike, so each takes its share of what is tried.
  const share = all.filter((_, index) => deep || index % endpoints.length === endpoints.indexOf(endpoint));
  for (const [name, value] of share) {
    const { statusCode, body, headers } = await used.app.inject(`${endpoint}?${name}=${value}`);
    expect([200, 204, 400, 414], `${name}=${value}: ${body.slice(0, 200)}`).toContain(statusCode);
    expect(headers['set-cookie']).toBeUndefined();
  }
  expect(await countIncidents(used.database, {})).toBe(50);
});

test('search text is taken by the letter', async () => {
  for (const q of ['%', '_', '\\', '%25', "'"]) {
    const alone = await used.app.inject(`/api/v1/incidents?q=${encodeURIComponent(q)}`);
    expect(alone.statusCode).toBe(q === '%25' ? 200 : 400);
    const within = await used.app.inject(`/api/v1/incidents?q=${encodeURIComponent(`x${q}y`)}`);
    expect(within.json<{ total: number }>().total).toBeLessThan(50);
  }
});

test('a value of 10 KB is refused by its length', async () => {
  for (const name of filterNames) {
    const { statusCode } = await used.app.inject(`/api/v1/incidents?${name}=${'9'.repeat(10_240)}`);
    expect(statusCode).toBe(414);
  }
});
