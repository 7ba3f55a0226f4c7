import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeUp, placeParts } from './make-up.ts';

const counted = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([value, incidents]) => ({ value, incidents, killed: 0, injured: 0 }));

test('small parts and those that are called "other" stand together at the end', () => {
  const parts = makeUp(counted({ suicide: 10, criminal_context: 500, other: 200, weapon_theft: 5, public_dispute: 285 }));
  expect(parts).toEqual([
    { values: ['criminal_context'], count: 500, share: 0.5 },
    { values: ['public_dispute'], count: 285, share: 0.285 },
    { values: ['other', 'suicide', 'weapon_theft'], count: 215, share: 0.215 },
  ]);
});

test('one small part keeps its name, and what has none has no part', () => {
  expect(makeUp(counted({ seized: 990, found: 10, surrendered: 0 })).map(({ values }) => values)).toEqual([['seized'], ['found']]);
  expect(makeUp([])).toEqual([]);
});

test('words stand under their part where they fit, else over it, and never on each other', () => {
  const parts = makeUp(counted({ a: 60, b: 8, c: 7, d: 25 }));
  expect(parts.map(({ values }) => values[0])).toEqual(['a', 'd', 'b', 'c']);
  expect(placeParts(parts, [80, 80, 80, 80], 600).map(({ side }) => side)).toEqual(['under', 'under', 'over', 'under']);
});

test('all counts are in the parts, and no text covers another, whatever their lengths', () => {
  const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 10, max: 300 })), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(parts, fc.integer({ min: 320, max: 1000 }), (given, width) => {
      const counts = Object.fromEntries(given.map(([count], index) => [`type${index}`, count]));
      const found = makeUp(counted(counts));
      expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(given.reduce((sum, [count]) => sum + count, 0));
      const widths = found.map((_, index) => given[index]?.[1] ?? 10);
      const ends = { under: 0, over: 0, none: 0 };
      placeParts(found, widths, width).forEach(({ from, side, anchor }, index) => {
        if (side === 'none') return;
        const left = anchor === 'end' ? width - (widths[index] ?? 0) : from * width;
        expect(left).toBeGreaterThanOrEqual(ends[side] - 1e-6);
        ends[side] = left + (widths[index] ?? 0);
        expect(ends[side]).toBeLessThanOrEqual(width + 1e-6);
      });
    }),
  );
});
