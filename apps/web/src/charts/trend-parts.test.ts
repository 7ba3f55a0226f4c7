import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsReading, placeLabels, trendParts } from './trend-parts.ts';
import { trendSteps } from './trend-data.ts';

const point = (month: number, incidents: number, partial = false) => ({
  start: `2024-0${month}-01`,
  incidents,
  killed: 0,
  injured: 0,
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

test('labels do not cover each other and stay within the chart where they fit', () => {
  const label = fc.record({ at: fc.integer({ min: 20, max: 150 }), height: fc.constantFrom(12, 24) });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (labels) => {
      const middles = placeLabels(labels, 10, 160);
      const boxes = labels.map(({ height }, index) => [middles[index]! - height / 2, middles[index]! + height / 2] as const);
      const sorted = boxes.toSorted(([one], [other]) => one - other);
      for (const [index, [upper]] of sorted.entries())
        if (index > 0) expect(upper).toBeGreaterThanOrEqual(sorted[index - 1]![1] - 1e-9);
      expect(sorted[0]![0]).toBeGreaterThanOrEqual(10 - 1e-9);
      expect(sorted.at(-1)![1]).toBeLessThanOrEqual(160 + 1e-9);
    }),
  );
  expect(placeLabels([{ at: 100, height: 12 }], 0, 176)).toEqual([100]);
});
