import { expect, test } from 'vitest';
import { longestOf, measure, timingOf } from './timing.ts';

test('median and 95th percentile by nearest rank', () => {
  expect(timingOf([3, 1, 2])).toEqual({ median: 2, slow: 3, count: 3 });
  expect(timingOf(Array.from({ length: 100 }, (_, at) => 100 - at))).toEqual({ median: 50, slow: 95, count: 100 });
});

test('the longest', () => {
  expect(longestOf([3, 9, 1])).toBe(9);
  expect(longestOf([])).toBeNaN();
});

test('the first run is not counted, and an interruption ends it', async () => {
  let runs = 0;
  const limits = { budget: 0, least: 4, most: 10 };
  const { count } = await measure(() => (runs += 1), new AbortController().signal, limits);
  expect({ count, runs }).toEqual({ count: 4, runs: 5 });
  await expect(measure(() => undefined, AbortSignal.abort(), limits)).rejects.toThrow('abort');
});
