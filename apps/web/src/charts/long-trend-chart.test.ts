import { expect, test } from 'vitest';
import { partEnds } from './long-trend-chart.tsx';
import { nearestPoint } from './trend-frame.tsx';

test('the names of layers are in their middle, those of lines at their end', () => {
  const part = (value: string, last: number) => ({ value, name: value, amounts: [5, last, null], end: String(last) });
  const parts = [part('men', 20), part('women', 10), part('not_reported', 4)];
  expect(partEnds(parts, 'stacked').map(({ value, tone }) => [value, tone])).toEqual([
    [10, 'ink'],
    [25, 'ink'],
    [32, 'quiet'],
  ]);
  expect(partEnds(parts, 'lines').map(({ title, value }) => [title, value])).toEqual([
    ['men 20', 20],
    ['women 10', 10],
    ['not_reported 4', 4],
  ]);
});

test('a press beside a peak means it where steps are narrower than the pointer is exact', () => {
  const steps = [3, 9, 17, 8, 5].map((count) => ({ count }));
  expect(nearestPoint(steps, 4, 2, 16)).toBe(2);
  expect(nearestPoint(steps, 4, 1, 16)).toBe(3);
  expect(nearestPoint(steps, 4, 0, 16)).toBe(4);
  expect(nearestPoint(steps, 0, 2, 2)).toBe(0);
});
