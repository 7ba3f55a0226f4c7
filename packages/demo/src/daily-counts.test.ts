import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedCounts, freeCounts } from './daily-counts.ts';
import { seededRandom } from './random.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('fixed counts add up to exactly the rows requested, and none is negative', () => {
  const levels = fc.array(fc.double({ min: 0.1, max: 40, noNaN: true }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(levels, fc.nat(100_000), fc.integer(), (expected, rows, seed) => {
      const counts = fixedCounts(seededRandom(seed), rows, sum(expected));
      const drawn = expected.map((level) => counts.next(level));
      expect(sum(drawn)).toBe(rows);
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('fixed counts follow what is expected', () => {
  const counts = fixedCounts(seededRandom(1), 1_000_000, 4);
  const drawn = [1, 2, 1].map((level) => counts.next(level));
  expect(drawn[1]).toBeGreaterThan(498_000);
  expect(drawn[1]).toBeLessThan(502_000);
});

test('free counts average what is expected', () => {
  const counts = freeCounts(seededRandom(1));
  const drawn = Array.from({ length: 2000 }, () => counts.next(8));
  expect(sum(drawn) / drawn.length).toBeCloseTo(8, 0);
});
