import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RepeatedPoints } from './repeated-points.ts';
import { times } from '../../../testing/depth.ts';

it('names the points that many incidents have, the most frequent first', () => {
  const points = new RepeatedPoints();
  for (let index = 0; index < 250; index += 1) points.add(20.46, 44.81);
  for (let index = 0; index < 30; index += 1) points.add(21.9, 43.32);
  for (let index = 0; index < 24; index += 1) points.add(19.85, 45.25);
  for (let index = 0; index < 5000; index += 1) points.add(20 + index / 10_000, 44);
  expect(points.clusters).toEqual([
    { point: 'latitude 44.81, longitude 20.46', count: 250 },
    { point: 'latitude 43.32, longitude 21.9', count: 30 },
  ]);
});

it('finds one among more points than it counts, wherever its incidents stand', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 150 }), (every) => {
      const points = new RepeatedPoints();
      const total = 60_000;
      let repeated = 0;
      for (let index = 0; index < total; index += 1) {
        points.add(index / 1000, 44);
        if (index % every === 0) {
          points.add(-20.46, 44.81);
          repeated += 1;
        }
      }
      const [found] = points.clusters;
      expect(found?.point).toBe('latitude 44.81, longitude -20.46');
      expect(found?.count).toBeLessThanOrEqual(repeated);
      expect(found?.count).toBeGreaterThanOrEqual(repeated - (total + repeated) / 10_000);
    }),
    { numRuns: times(3, 20) },
  );
});
