import { dateOfDay, intervalStart, type Interval, nextIntervalStart } from '@monitor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTicks, timeTicks } from './axis-ticks.ts';

function starts(from: string, to: string, interval: Interval): string[] {
  const found: string[] = [];
  for (let start = intervalStart(from, interval); start <= to; start = nextIntervalStart(start, interval)) found.push(start);
  return found;
}

test('months over several years are ticked at each January', () => {
  expect(timeTicks(starts('2024-01-01', '2026-10-31', 'month'), 'month')).toEqual({
    starts: ['2024-01-01', '2025-01-01', '2026-01-01'],
    label: 'year',
  });
});

test('a year of weeks is ticked at months, a month of days at days', () => {
  const weeks = timeTicks(starts('2025-11-03', '2026-10-31', 'week'), 'week');
  expect(weeks.label).toBe('month');
  expect(weeks.starts.length).toBeLessThanOrEqual(7);
  expect(timeTicks(starts('2026-10-01', '2026-10-31', 'day'), 'day').label).toBe('day');
});

test('no period has more ticks than fit, and every tick is a step', () => {
  const interval = fc.constantFrom<Interval>('day', 'week', 'month', 'quarter', 'year');
  fc.assert(
    fc.property(interval, fc.integer({ min: 10_000, max: 20_000 }), fc.integer({ min: 0, max: 5000 }), (step, day, length) => {
      const steps = starts(dateOfDay(day), dateOfDay(day + length), step);
      const ticks = timeTicks(steps, step);
      expect(ticks.starts.length).toBeLessThanOrEqual(7);
      expect(ticks.starts.length).toBeGreaterThan(0);
      for (const tick of ticks.starts) expect(steps).toContain(tick);
    }),
    { numRuns: 50 },
  );
});

test('the count axis has round whole steps that reach the greatest value', () => {
  expect(countTicks(331)).toEqual([0, 100, 200, 300, 400]);
  expect(countTicks(3)).toEqual([0, 1, 2, 3]);
  expect(countTicks(0)).toEqual([0, 1]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (greatest) => {
      const ticks = countTicks(greatest);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(greatest);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }),
  );
});
