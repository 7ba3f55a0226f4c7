import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom, shares, weighted } from './random.ts';

function mean(draws: number, draw: () => number): number {
  let sum = 0;
  for (let count = 0; count < draws; count += 1) sum += draw();
  return sum / draws;
}

test('the same seed gives the same stream, another seed another one', () => {
  const stream = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 50 }, () => [
      random.uniform(),
      random.poisson(9),
      random.binomial(1000, 0.3),
      random.logNormal(0.2),
    ]);
  };
  expect(stream(1)).toEqual(stream(1));
  expect(stream(1)).not.toEqual(stream(2));
});

test('the distributions have their means', () => {
  const random = seededRandom(3);
  expect(mean(20_000, () => random.uniform())).toBeCloseTo(0.5, 1);
  expect(mean(20_000, () => random.poisson(9.4))).toBeCloseTo(9.4, 0);
  expect(mean(5000, () => random.binomial(10_000, 0.02))).toBeCloseTo(200, -1);
  expect(mean(20_000, () => random.atLeastOne(1.5))).toBeCloseTo(1.5, 1);
  expect(mean(20_000, () => random.integer(3, 5))).toBeCloseTo(4, 1);
});

test('whole numbers and picks stay within their limits', () => {
  const random = seededRandom(5);
  const numbers = new Set(Array.from({ length: 500 }, () => random.integer(3, 5)));
  expect(numbers).toEqual(new Set([3, 4, 5]));
  const picks = new Set(Array.from({ length: 500 }, () => random.pick(['a', 'b'])));
  expect(picks.size).toBe(2);
});

test('values come up in proportion to their weights', () => {
  const random = seededRandom(7);
  const draw = shares('rare 1, common 3, never 0', (name) => name);
  const counts = { rare: 0, common: 0, never: 0 };
  for (let count = 0; count < 20_000; count += 1) counts[draw(random) as keyof typeof counts] += 1;
  expect(counts.never).toBe(0);
  expect(counts.common / counts.rare).toBeGreaterThan(2.8);
  expect(counts.common / counts.rare).toBeLessThan(3.2);
});

test('a value without weight is never drawn', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }), fc.integer(), (weights, seed) => {
      fc.pre(weights.some((weight) => weight > 0));
      const random = seededRandom(seed);
      const draw = weighted(weights, weights);
      for (let count = 0; count < 20; count += 1) expect(draw(random)).toBeGreaterThan(0);
    }),
  );
});

test('no positive weight and no such code are errors', () => {
  expect(() => weighted([], [])).toThrow(RangeError);
  expect(() => weighted(['a'], [0])).toThrow(RangeError);
  expect(() => shares('a 1', () => undefined)).toThrow(RangeError);
});
