import { expect, test } from 'vitest';
import { falseByLevel } from './false-share.ts';

test('chance gives most of its signals where they are said to be possible, and all levels add up', () => {
  const byLevel = falseByLevel({ expectedFalse: 8, seriesWeeks: 98 * 52, allSeries: 98 });
  expect(byLevel.possible).toBeCloseTo(6, 10);
  expect(byLevel.rare).toBeCloseTo(1.9, 10);
  expect(byLevel.very_rare).toBeCloseTo(0.1, 10);
});

test('of few series there is less of each', () => {
  const byLevel = falseByLevel({ expectedFalse: 0.1, seriesWeeks: 14 * 4, allSeries: 98 });
  expect(byLevel.possible + byLevel.rare + byLevel.very_rare).toBeCloseTo(0.1, 10);
  expect(Math.min(...Object.values(byLevel))).toBeGreaterThanOrEqual(0);
});
