import { expect, test } from 'vitest';
import { growthOf, type SoakSample } from './measure-soak.ts';

/** A sample every ten seconds for an hour. @param memory megabytes at each minute */
function samplesOf(memory: (minute: number) => number): SoakSample[] {
  return Array.from({ length: 360 }, (_, number) => {
    const at = (number + 1) / 6;
    const bytes = 1e6 * memory(at);
    return { at, server: bytes, heap: bytes, postgres: bytes, pages: bytes, delay: { high: 0, longest: 0 }, load: 1 };
  });
}

test('memory that rises and falls does not grow, and what comes before it has settled does not count', () => {
  const growth = growthOf(
    samplesOf((minute) => (minute < 10 ? 100 : 500) + 100 * ((minute * 7) % 1)),
    'server',
    10,
  );
  expect(Math.abs(growth.perUnit)).toBeLessThan(5e6);
  expect(growth.low).toBeLessThan(0);
  expect(growth.high).toBeGreaterThan(0);
});

test('a leak is found in the same rise and fall', () => {
  const growth = growthOf(
    samplesOf((minute) => 500 + 0.5 * minute + 100 * ((minute * 7) % 1)),
    'server',
    10,
  );
  expect(growth.perUnit).toBeGreaterThan(25e6);
  expect(growth.perUnit).toBeLessThan(35e6);
  expect(growth.low).toBeGreaterThan(0);
});
