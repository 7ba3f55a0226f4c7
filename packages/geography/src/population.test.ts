import { expect, test } from 'vitest';
import { jurisdictions } from './jurisdictions.ts';
import { population } from './population.ts';

test('a known year is taken as it is', () => {
  expect(population('RS', 2023)).toEqual({ people: 6_623_183, year: 2023, source: expect.stringContaining('World Bank') });
  expect(population('XK', 2014)?.people).toBe(1_812_788);
  expect(population('UA', 2024)?.people).toBe(37_860_221);
});

test('where a year is missing the latest known one is used and said', () => {
  expect(population('AL', 2026)).toMatchObject({ people: 2_377_128, year: 2024 });
  expect(population('AL', 2010)).toMatchObject({ people: 2_773_767, year: 2014 });
});

test('every monitored place has one, and what is no location has none', () => {
  for (const { code } of jurisdictions.filter(({ monitored }) => monitored))
    expect(population(code, 2024)?.people).toBeGreaterThan(600_000);
  expect(population('ZZ', 2017)).toBeUndefined();
});

test('a year is a whole number', () => {
  expect(() => population('RS', Number.NaN)).toThrow(RangeError);
});
