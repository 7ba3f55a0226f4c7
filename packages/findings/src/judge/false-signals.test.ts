import { signalErrorRates } from '@monitor/statistics';
import { expect, test } from 'vitest';
import { falseSignalsOf, onceInWeeks } from './false-signals.ts';

const rateAt = (perWeek: number) => {
  const rates = signalErrorRates.filter((rate) => rate.method === 'farrington' && rate.perWeek === perWeek);
  return rates.reduce((sum, { falseSignals }) => sum + falseSignals, 0) / rates.length;
};

test('a series counts for the weeks that could be a signal only', () => {
  const range = { method: 'farrington', expected: 5, low: 0, high: 12 } as const;
  const watched = { incidents: 5, expectation: { range, signal: undefined } };
  const without = { incidents: 5, expectation: undefined };
  const { weeks, expected } = falseSignalsOf({ weeks: [without, ...Array.from({ length: 26 }, () => watched)] }, 52);
  expect(weeks).toBe(26);
  expect(expected).toBeCloseTo(rateAt(5) / 2, 10);
  expect(falseSignalsOf({ weeks: [without] }, 52)).toEqual({ weeks: 0, expected: 0 });
});

test('a tenth of the chance is ten times as rare', () => {
  const often = onceInWeeks({ method: 'farrington', p: 1e-4 }, 0.15);
  expect(onceInWeeks({ method: 'farrington', p: 1e-5 }, 0.15)).toBeCloseTo(10 * often, 6);
  expect(onceInWeeks({ method: 'farrington', p: 0 }, 0)).toBeLessThan(Infinity);
});
