import { expect, test } from 'vitest';
import { rateAxis } from './rate-axis.ts';

test('an axis reaches as far as its rates, and not as far as the interval of a very small place', () => {
  expect(rateAxis([{ rate: 28, high: 31 }])).toEqual({ ticks: [0, 10, 20, 30], end: 31 });
  expect(
    rateAxis([
      { rate: 28, high: 31 },
      { rate: 20, high: 110 },
    ]).end,
  ).toBeCloseTo(39.2);
  expect(rateAxis([])).toEqual({ ticks: [0, 1], end: 1 });
});
