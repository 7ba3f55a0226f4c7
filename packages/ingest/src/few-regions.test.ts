import { regions } from '@monitor/geography';
import { learnTheWorld } from '@monitor/geography/world';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { inFewRegions } from './few-regions.ts';

beforeAll(() => learnTheWorld());

const found = (counts: Readonly<Record<string, number>>) => inFewRegions(new Map(Object.entries(counts)));

test('a hundred incidents in a fifth of the regions or fewer look like data about a part', () => {
  expect(found({ 'US-NY': 754 })).toEqual([{ code: 'US', name: 'United States', incidents: 754, regions: 1, allRegions: 51 }]);
  expect(found({ 'US-NY': 99 })).toEqual([]);
  expect(inFewRegions(new Map([[null, 500], ['US-NY', 60], ['US-NJ', 40]]))).toMatchObject([{ incidents: 100, regions: 2 }]); // prettier-ignore
  expect(inFewRegions(new Map([[null, 500]]))).toEqual([]);
  // Four metropolitan areas of 27 states, and each location for itself.
  expect(found({ 'BR-RJ': 900, 'BR-PE': 300, 'BR-BA': 200, 'BR-PA': 50, 'RS-00': 120 })).toMatchObject([
    { code: 'BR', regions: 4, allRegions: 27 },
    { code: 'RS', regions: 1 },
  ]);
});

test('what is in more than a fifth of the regions does not, however uneven', () => {
  const all = regions.filter(({ jurisdiction }) => jurisdiction === 'US').map(({ code }) => code);
  fc.assert(
    fc.property(fc.subarray(all, { minLength: 11 }), fc.integer({ min: 1, max: 1_000_000 }), (some, most) => {
      expect(found(Object.fromEntries(some.map((code, at) => [code, at === 0 ? most : 1])))).toEqual([]);
    }),
  );
});
