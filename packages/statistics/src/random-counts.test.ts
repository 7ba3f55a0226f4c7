import { expect, test } from 'vitest';
import { randomCounts } from './random-counts.ts';

test('counts have their mean and their dispersion, and one seed gives one series', () => {
  for (const [mean, dispersion] of [
    [5, 1],
    [5, 1.5],
    [0.5, 3],
  ] as const) {
    const random = randomCounts(7);
    const counts = Array.from({ length: 40_000 }, () => random(mean, dispersion));
    const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / counts.length;
    expect(average / mean).toBeCloseTo(1, 1);
    expect(variance / average / dispersion).toBeCloseTo(1, 1);
    const again = randomCounts(7);
    expect(counts.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => again(mean, dispersion)));
  }
  expect(randomCounts(7)(0, 2)).toBe(0);
});
