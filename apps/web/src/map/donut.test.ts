import { incidentTypes } from '@monitor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addShares, donutArcs, parseComposition, type Share } from './donut.ts';

const composition = fc.uniqueArray(
  fc.record({ type: fc.constantFrom(...incidentTypes.codes), count: fc.integer({ min: 1, max: 100_000 }) }),
  {
    selector: ({ type }) => type,
    minLength: 1,
  },
);
const written = (shares: readonly Share[]) => shares.map(({ type, count }) => `${type}:${count}`).join(',');

test('a composition reads back as it was written', () => {
  fc.assert(
    fc.property(composition, (shares) => {
      expect(parseComposition(written(shares))).toEqual(shares);
    }),
  );
});

test('types that this version does not know count as other', () => {
  expect(parseComposition('weapon_seizure:3,laser:2,other:1,,suicide:0,x')).toEqual([
    { type: 'weapon_seizure', count: 3 },
    { type: 'other', count: 3 },
  ]);
});

test('arcs fill the circle without gaps, each in proportion', () => {
  fc.assert(
    fc.property(composition, (shares) => {
      const total = shares.reduce((sum, { count }) => sum + count, 0);
      const arcs = donutArcs(shares);
      expect(arcs[0]?.start).toBe(0);
      expect(arcs.at(-1)?.end).toBeCloseTo(2 * Math.PI, 9);
      for (const [index, arc] of arcs.entries()) {
        if (index > 0) expect(arc.start).toBe(arcs[index - 1]?.end);
        const count = shares.find(({ type }) => type === arc.type)?.count ?? 0;
        expect(arc.end - arc.start).toBeCloseTo((count / total) * 2 * Math.PI, 9);
      }
    }),
  );
});

test('arcs are in the order of the vocabulary, whatever the order of the counts', () => {
  const arcs = donutArcs(parseComposition('suicide:5,weapon_seizure:1,public_dispute:4'));
  expect(arcs.map(({ type }) => type)).toEqual(['weapon_seizure', 'public_dispute', 'suicide']);
});

test('several cells add up, most frequent type first', () => {
  const all = [parseComposition('suicide:1,other:2'), parseComposition('suicide:4')];
  expect(addShares(all)).toEqual([
    { type: 'suicide', count: 5 },
    { type: 'other', count: 2 },
  ]);
});
