import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from './place-labels.ts';

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
