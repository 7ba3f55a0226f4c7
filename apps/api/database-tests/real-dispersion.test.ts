import { describe, expect, test } from 'vitest';
import { dayNumber, dispersionOfCounts } from '@monitor/domain';
import { rateRatio, weekDispersion } from '@monitor/statistics';
import { absent, daysOfFiles, type RealDataset, realFiles } from './real-files.ts';
import { deep } from '../../../testing/depth.ts';

/* How wide intervals must be for real weeks, which vary more than chance alone would make them. See docs/methods.md. */

/** Incidents of each whole week. */
function weeksOf(days: readonly string[]): number[] {
  const numbers = days.map((day) => dayNumber(day));
  const first = numbers.reduce((least, day) => Math.min(least, day));
  const last = numbers.reduce((most, day) => Math.max(most, day));
  const counts = Array<number>(Math.floor((last + 1 - first) / 7)).fill(0);
  for (const day of numbers) {
    const week = Math.floor((day - first) / 7);
    if (week < counts.length) counts[week]! += 1;
  }
  return counts;
}

const pairs = 26;
const rounds = 400;

/**
 * How often the interval of a ratio leaves out 1 though nothing changed: of each two neighbouring weeks, one is dealt to either side.
 * @param dispersionOf of the weeks of both sides
 */
function falseChanges(weeks: readonly number[], dispersionOf: (weeks: readonly number[]) => number): number {
  let state = 1;
  const isHeads = () => (state = (state * 48_271) % 2_147_483_647) % 2 === 0;
  let [found, tried] = [0, 0];
  for (let start = 0; start + 2 * pairs <= weeks.length; start += 2 * pairs) {
    const some = weeks.slice(start, start + 2 * pairs);
    const dispersion = dispersionOf(some);
    const all = some.reduce((sum, count) => sum + count, 0);
    for (let round = 0; round < rounds; round++) {
      let events = 0;
      for (let pair = 0; pair < pairs; pair++) events += some[2 * pair + (isHeads() ? 1 : 0)]!;
      const change = rateRatio({ events, exposure: 1, dispersion }, { events: all - events, exposure: 1, dispersion });
      if (change.kind !== 'change') continue;
      tried++;
      if (change.low > 1 || change.high < 1) found++;
    }
  }
  return found / tried;
}

const series: readonly (readonly [RealDataset, string, string, atLeast: number])[] = [
  ['philadelphia', 'dc_key', 'date_', 0.1],
  ['ucdp-ged-ukraine', 'id', 'date_start', 0.12],
  ...(deep ? ([['gva-2017', 'incident_id', 'date', 0.2]] as const) : []),
];

describe.skipIf(absent)('where nothing changed, real weeks lead to few changes', () => {
  test.each(series)(
    '%s: in at most 7.5% of comparisons, and in far more if weeks were those of chance',
    async (slug, key, day, atLeast) => {
      const weeks = weeksOf(await daysOfFiles(await realFiles(slug, () => true), key, day));
      expect(falseChanges(weeks, (some) => weekDispersion(dispersionOfCounts(some)))).toBeLessThan(0.075);
      expect(falseChanges(weeks, () => 1)).toBeGreaterThan(atLeast);
    },
  );
});
