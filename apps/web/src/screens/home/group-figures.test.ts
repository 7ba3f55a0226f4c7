import { expect, test } from 'vitest';
import { changeAxis } from './group-figures.tsx';

test('the axis of changes holds every interval up to a doubling', () => {
  const change = (low: number, high: number) => ({ difference: { difference: 0, low, high } });
  expect(changeAxis([change(-0.09, 0.04), change(-0.23, 0.35)])).toBe(0.4);
  expect(changeAxis([change(-0.5, 4)])).toBe(1);
  expect(changeAxis([{}])).toBe(0.2);
});
