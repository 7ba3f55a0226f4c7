import { expect, test } from 'vitest';
import { partsReading, trendParts } from './trend-parts.ts';
import { trendSteps } from './trend-steps.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const point = (month: number, incidents: number, partial = false) => ({
  start: `2024-0${month}-01`,
  incidents,
  killed: 0,
  injured: 0,
  ...allReported,
  partial,
});

test('each location has its line, which leaves out what is not whole', () => {
  const points = [point(1, 10), point(2, 12), point(3, 1, true)];
  const steps = trendSteps(points, 'month', 'incidents', undefined);
  const parts = [
    { value: 'RS', points: [point(1, 7), point(2, 4), point(3, 1, true)] },
    { value: 'XK', points: [point(1, 3), point(2, 8), point(3, 0, true)] },
  ];
  expect(trendParts(parts, 'incidents', steps)).toEqual([
    { value: 'RS', counts: [7, 4, null] },
    { value: 'XK', counts: [3, 8, null] },
  ]);
  expect(trendParts(undefined, 'incidents', steps)).toEqual([]);
});

test('the line that is highest most often is named, unless there is none', () => {
  const line = (value: string, ...counts: (number | null)[]) => ({ value, counts });
  expect(partsReading([line('RS', 1, 9, 3, null), line('XK', 2, 8, 1, 5)])).toEqual({ value: 'RS', steps: 2, of: 3 });
  expect(partsReading([line('RS', 1, 2), line('XK', 2, 1)])).toBeUndefined();
  expect(partsReading([line('RS', 1, 1), line('XK', 1, 1)])).toBeUndefined();
  expect(partsReading([])).toBeUndefined();
});

test('a location has no line at 0 where its data does not report the number', () => {
  const never = { ...point(1, 4), notReported: { killed: 0, injured: 4 } };
  const steps = trendSteps([point(1, 10)], 'month', 'injured', undefined);
  const parts = [
    { value: 'RS', points: [point(1, 6)] },
    { value: 'XK', points: [never] },
  ];
  expect(trendParts(parts, 'injured', steps).map(({ counts }) => counts)).toEqual([[0], [null]]);
});
