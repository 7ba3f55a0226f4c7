import { expect, test } from 'vitest';
import { layoutShift } from './watch-page.ts';

const shift = (time: number, value: number) => ({ time, value });

test('shifts soon after each other add up, those after a second of rest or of the next five seconds do not', () => {
  expect(layoutShift([])).toBe(0);
  expect(layoutShift([shift(100, 0.25), shift(900, 0.25), shift(2000, 0.125)])).toBe(0.5);
  expect(layoutShift([0, 1, 2, 3, 4, 5, 6].map((second) => shift(second * 990, 0.125)))).toBe(0.75);
});
