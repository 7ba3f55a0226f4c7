import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { weighted, weightedCodes } from './weighted.ts';

test('values come up in proportion to their weights', () => {
  const random = seededRandom(7);
  const draws = weightedCodes({ rare: 1, common: 3, never: 0 });
  const counts = { rare: 0, common: 0, never: 0 };
  for (let draw = 0; draw < 20_000; draw += 1) counts[draws.draw(random)] += 1;
  expect(counts.never).toBe(0);
  expect(counts.common / counts.rare).toBeGreaterThan(2.8);
  expect(counts.common / counts.rare).toBeLessThan(3.2);
});

test('a value without weight is never drawn', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }), fc.integer(), (weights, seed) => {
      fc.pre(weights.some((weight) => weight > 0));
      const random = seededRandom(seed);
      const draws = weighted(weights.map((weight, index) => [index, weight] as const));
      for (let draw = 0; draw < 20; draw += 1) expect(weights[draws.draw(random)]).toBeGreaterThan(0);
    }),
  );
});

test('no positive weight is an error', () => {
  expect(() => weighted([])).toThrow(RangeError);
  expect(() => weighted([['a', 0]])).toThrow(RangeError);
});
