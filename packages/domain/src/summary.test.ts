import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayNumber, type IsoDate, intervals } from './date.ts';
import { intervalOf, isSeries, mostSteps, stepsOf } from './summary.ts';

const first = dayNumber('1900-01-01');
const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 }))
  .map(([start, days]) => ({ from: dateOfDay(first + start), to: dateOfDay(first + start + days) }));

test('a series never has more steps than allowed, whatever interval is requested', () => {
  fc.assert(
    fc.property(anyPeriod, fc.constantFrom('auto' as const, ...intervals), (period, wanted) => {
      const steps = stepsOf(period, intervalOf(wanted, period), period.to);
      expect(steps.length).toBeLessThanOrEqual(mostSteps);
    }),
  );
});

test.each([
  ['2010-12-13', true],
  ['2010-12-14', false],
] as const)('4,000 days are a series by day and one more is none: until %s %s', (to, fits) => {
  const period = { from: '2000-01-01' as IsoDate, to };
  expect(isSeries('day', period)).toBe(fits);
  expect(intervalOf('day', period)).toBe(fits ? 'day' : 'week');
});
