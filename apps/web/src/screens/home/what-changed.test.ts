import { expect, test } from 'vitest';
import type { SaidComparison } from '@monitor/contract';
import { changeDots } from './what-changed.tsx';

const comparison = (difference: number | undefined) =>
  ({ difference: difference === undefined ? undefined : { difference, low: 0, high: 0 } }) as unknown as SaidComparison;

test('half and twice are equally far, and dots of one size lie above each other', () => {
  const { dots, end, levels } = changeDots([1, -0.5, 0, 0.001, 0].map(comparison));
  expect(end).toBe(2);
  expect(dots.map(({ x }) => x)).toEqual([1, 0, 0.5, 0.5, 0.5]);
  expect(dots.map(({ level }) => level)).toEqual([0, 0, 0, 1, 2]);
  expect(levels).toBe(3);
});

test('a change beyond the axis is drawn at its end, and what has none is left out', () => {
  const { dots, end } = changeDots([20, undefined, -0.99].map(comparison));
  expect(end).toBe(8);
  expect(dots.map(({ x }) => x)).toEqual([1, 0]);
});
