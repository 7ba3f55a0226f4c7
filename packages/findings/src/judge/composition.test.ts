import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compositionOf } from './composition.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const counted = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([value, incidents]) => ({ value, incidents, killed: 0, injured: 0, ...allReported }));

test('small parts and those that are called "other" stand together at the end', () => {
  const parts = compositionOf(counted({ suicide: 10, criminal_context: 500, other: 200, weapon_theft: 5, public_dispute: 285 }));
  expect(parts).toEqual([
    { values: ['criminal_context'], count: 500, share: 0.5 },
    { values: ['public_dispute'], count: 285, share: 0.285 },
    { values: ['other', 'suicide', 'weapon_theft'], count: 215, share: 0.215 },
  ]);
});

test('one small part keeps its name, and what has none has no part', () => {
  expect(compositionOf(counted({ seized: 990, found: 10, surrendered: 0 })).map(({ values }) => values)).toEqual([
    ['seized'],
    ['found'],
  ]);
  expect(compositionOf([])).toEqual([]);
});

test('all counts are in the parts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 9 }), (given) => {
      const found = compositionOf(counted(Object.fromEntries(given.map((count, index) => [`type${index}`, count]))));
      expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(given.reduce((sum, count) => sum + count, 0));
    }),
  );
});
