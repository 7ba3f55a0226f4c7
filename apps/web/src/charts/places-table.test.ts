import { expect, test } from 'vitest';
import { rateAxis } from './places-table.tsx';

test('an axis reaches as far as its rates, and not as far as the interval of a very small place', () => {
  expect(rateAxis([{ rate: 28, high: 31 }])).toEqual({ ticks: [0, 10, 20, 30], end: 31 });
  expect(
    rateAxis([
      { rate: 28, high: 31 },
      { rate: 20, high: 110 },
    ]).end,
  ).toBeCloseTo(39.2);
  expect(rateAxis([]).end).toBe(1);
  // Of less than one, there are steps too.
  expect(rateAxis([{ rate: 0.3, high: 0.31 }]).ticks).toEqual([0, 0.1, 0.2, 0.3]);
});
