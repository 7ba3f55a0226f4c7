import { expect, test } from 'vitest';
import { normalQuantile } from './rates.ts';
import { falseSignalsPerYear, signalErrorRates } from './signal-error-rates.ts';

const measured = (perWeek: number) => {
  const rates = signalErrorRates.filter((rate) => rate.method === 'farrington' && rate.perWeek === perWeek);
  return rates.reduce((sum, rate) => sum + rate.falseSignals, 0) / rates.length;
};

test('at a measured level it is the rate measured there, averaged over the dispersions', () => {
  for (const level of [0.5, 2, 5, 10, 20]) expect(falseSignalsPerYear('farrington', level)).toBeCloseTo(measured(level), 12);
});

test('between two levels it is between their rates, and beyond them that of the nearest', () => {
  const between = falseSignalsPerYear('farrington', Math.sqrt(2 * 5));
  expect(between).toBeCloseTo((measured(2) + measured(5)) / 2, 12);
  expect(falseSignalsPerYear('farrington', 0)).toBe(measured(0.5));
  expect(falseSignalsPerYear('farrington', 0.01)).toBe(measured(0.5));
  const within = falseSignalsPerYear('farrington', 14);
  expect(within).toBeGreaterThan(Math.min(measured(10), measured(20)));
  expect(within).toBeLessThan(Math.max(measured(10), measured(20)));
  expect(falseSignalsPerYear('farrington', 500)).toBe(measured(20));
});

test('the rule keeps to its targets: at most 8 false signals in 100 series and year, for all that the simulation can tell, and at least 80% of doublings found from five a week on', () => {
  const rates = signalErrorRates.filter((rate) => rate.method === 'farrington');
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const falseSignals = mean(rates.map((rate) => rate.falseSignals));
  // Each rate is of a thousand years.
  const upperEnd = falseSignals + normalQuantile * Math.sqrt(falseSignals / (1000 * rates.length));
  expect(upperEnd).toBeLessThanOrEqual(0.08);
  expect(mean(rates.filter((rate) => rate.perWeek >= 5).map((rate) => rate.found))).toBeGreaterThanOrEqual(0.8);
});
