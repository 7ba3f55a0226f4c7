import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyWeek, hourCount, weekdayCount } from '@monitor/domain';
import { strengths, weekGrid } from './week-grid.ts';

const anyWeek = fc
  .tuple(fc.constantFrom(1, 30, 9000), fc.array(fc.nat(), { minLength: 168, maxLength: 168 }))
  .map(([most, counts]) =>
    Array.from({ length: weekdayCount }, (_, day) =>
      counts.slice(day * hourCount, (day + 1) * hourCount).map((count) => count % (most + 1)),
    ),
  );

test('cells, sums of weekdays and sums of hours all add up to the same incidents', () => {
  fc.assert(
    fc.property(anyWeek, fc.constantFrom(1, 3, 6), (incidents, hoursPerCell) => {
      const { weekdays, spans } = weekGrid({ incidents }, hoursPerCell);
      const all = incidents.flat().reduce((sum, count) => sum + count, 0);
      expect(weekdays.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell.incidents, 0)).toBe(all);
      expect(weekdays.reduce((sum, { total }) => sum + total, 0)).toBe(all);
      expect(spans.reduce((sum, { total }) => sum + total, 0)).toBe(all);
    }),
  );
});

test('every count has the strength that the scale gives it, none is 0, and the most is the strongest', () => {
  fc.assert(
    fc.property(anyWeek, fc.constantFrom(1, 3), (incidents, hoursPerCell) => {
      const { weekdays, scale } = weekGrid({ incidents }, hoursPerCell);
      const cells = weekdays.flatMap((one) => one.cells);
      for (const { incidents: count, strength } of cells) {
        const step = scale.find((one) => one.strength === strength);
        if (count === 0) expect(strength).toBe(0);
        else expect(step && count >= step.least && count <= step.most).toBe(true);
      }
      const most = cells.reduce((one, other) => (other.incidents > one.incidents ? other : one));
      if (most.incidents > 0) expect(most.strength).toBe(strengths);
    }),
  );
});

test('a scale has even steps of round numbers, and few steps for few incidents', () => {
  const withMost = (most: number) => {
    const incidents = emptyWeek();
    incidents[5]![22] = most;
    return weekGrid({ incidents }, 1).scale.map(({ least, most: last }) => [least, last]);
  };
  expect(withMost(97)).toEqual([
    [1, 20],
    [21, 40],
    [41, 60],
    [61, 80],
    [81, 100],
  ]);
  expect(withMost(3)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(withMost(0)).toEqual([]);
});
