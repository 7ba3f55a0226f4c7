import { expect, test } from 'vitest';
import { averageAxis } from './average-axis.ts';

const compared = (low: number, rate: number, high: number) => ({
  average: { isClear: false, text: '', rate: { rate, low, high, average: 1 } },
});

test('the axis is of powers of two, from a quarter to twice the average', () => {
  const { ticks, at } = averageAxis([compared(0.4, 0.6, 0.9), { average: { isClear: false, text: '' } }]);
  expect(ticks).toEqual([0.25, 0.5, 1, 2]);
  // Halving and doubling are equally far from the average.
  expect(at(1) - at(0.5)).toBeCloseTo(at(2) - at(1));
  expect(at(1)).toBeCloseTo(0.04 + 0.92 * (2 / 3));
});

test('it grows with what it shows, and cuts what is further out', () => {
  expect(averageAxis([compared(2.8, 3.3, 3.9)]).ticks).toEqual([0.25, 0.5, 1, 2, 4]);
  const { ticks, at } = averageAxis([compared(0, 0.001, 90)]);
  expect([ticks[0], ticks.at(-1)]).toEqual([1 / 32, 32]);
  expect(at(0)).toBe(at(0.0001));
  expect(at(90)).toBeLessThan(1);
});

test('without a rate there is no axis', () => {
  expect(averageAxis([{ average: { isClear: false, text: '' } }]).ticks).toEqual([]);
});
