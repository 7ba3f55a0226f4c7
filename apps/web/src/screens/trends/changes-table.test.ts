import { expect, test } from 'vitest';
import { ratioAxis, ratioPlace } from './changes-table.tsx';

test('half and twice are equally far from no change, and what lies beyond the axis stays at its edge', () => {
  const [half, same, twice, fourfold] = ratioAxis.map(ratioPlace) as [number, number, number, number];
  expect(same - half).toBeCloseTo(twice - same, 1);
  expect(fourfold - twice).toBeCloseTo(twice - same, 1);
  expect(ratioPlace(0)).toBe(0);
  expect(ratioPlace(0.1)).toBe(0);
  expect(ratioPlace(50)).toBe(100);
  expect(half).toBeGreaterThan(0);
  expect(fourfold).toBeLessThan(100);
});
