import { createHash } from 'node:crypto';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DemoOptions, demoDataset, demoIncidents, expectedIncidents, fixedCounts } from './index.ts';
import { seededRandom } from './random.ts';
import { deep, times } from '../../../testing/depth.ts';

const gazetteer = await loadGazetteer();

function digest(options: DemoOptions): string {
  const hash = createHash('sha256');
  for (const draft of demoIncidents(gazetteer, options)) hash.update(JSON.stringify(draft));
  return hash.digest('hex');
}

function countOf(options: DemoOptions): number {
  let count = 0;
  for (const draft of demoIncidents(gazetteer, options)) count += draft.source_key === '' ? 0 : 1;
  return count;
}

test('the dataset says that it is synthetic', () => {
  expect(demoDataset.synthetic).toBe(true);
  expect(demoDataset.title).toMatch(/synthetic/i);
});

test('the same seed and last day give the same drafts byte for byte, another seed others', () => {
  const options = { until: '2014-12-31', seed: 1 };
  expect(digest(options)).toBe(digest(options));
  const shorter = { ...options, until: '2014-01-31' };
  expect(digest(shorter)).not.toBe(digest({ ...shorter, seed: 2 }));
});

test('a later last day leaves the earlier incidents as they were', () => {
  const withoutReports = (until: string) =>
    [...demoIncidents(gazetteer, { until, seed: 4 })]
      .filter((draft) => draft.occurred_on <= '2014-05-31')
      .map((draft) => ({ ...draft, sources: draft.sources.length }));
  expect(withoutReports('2014-06-30')).toEqual(withoutReports('2014-05-31'));
});

test('keys are unique and count upwards', () => {
  const keys = [...demoIncidents(gazetteer, { until: '2014-03-31', seed: 1 })].map((draft) => draft.source_key);
  expect(keys[0]).toBe('demo-000001');
  expect(keys.at(-1)).toBe(`demo-${String(keys.length).padStart(6, '0')}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(['2014-02-01', '2016-06-30', ...(deep ? ['2026-07-01'] : [])])('about as many as expected up to %s', (until) => {
  const expected = expectedIncidents({ until });
  expect(Math.abs(countOf({ until, seed: 4 }) - expected)).toBeLessThan(5 * Math.sqrt(expected));
  expect(expectedIncidents({ until, rows: 12 })).toBe(12);
});

test('exactly as many rows as requested, over the whole period', () => {
  fc.assert(
    fc.property(fc.nat(times(1000, 3000)), fc.integer(), (rows, seed) => {
      expect(countOf({ until: '2023-06-30', seed, rows })).toBe(rows);
    }),
    { numRuns: times(5, 30) },
  );
  const dates = [...demoIncidents(gazetteer, { until: '2025-12-31', seed: 1, rows: 5000 })].map((draft) => draft.occurred_on);
  expect(dates.filter((date) => date < '2015-01-01').length).toBeGreaterThan(300);
  expect(dates.filter((date) => date >= '2025-01-01').length).toBeGreaterThan(300);
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('numbers of days add up to exactly the rows requested, and none is negative', () => {
  const levels = fc.array(fc.double({ min: 0.1, max: 40, noNaN: true }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(levels, fc.nat(100_000), fc.integer(), (expected, rows, seed) => {
      const drawn = expected.map(fixedCounts(seededRandom(seed), rows, sum(expected)));
      expect(sum(drawn)).toBe(rows);
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('numbers of days follow what is expected', () => {
  const drawn = [1, 2, 1].map(fixedCounts(seededRandom(1), 1_000_000, 4));
  expect(drawn[1]).toBeGreaterThan(498_000);
  expect(drawn[1]).toBeLessThan(502_000);
});

test.each([
  { until: '2013-12-31', seed: 1 },
  { until: '2024-02-30', seed: 1 },
  { until: 'today', seed: 1 },
  { until: '2024-01-01', seed: 1, rows: -1 },
  { until: '2024-01-01', seed: 1, rows: 1.5 },
])('%j is refused', (options) => {
  expect(() => demoIncidents(gazetteer, options)).toThrow(RangeError);
});
