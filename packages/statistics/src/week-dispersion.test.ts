import { expect, test } from 'vitest';
import { randomCounts } from './random-counts.ts';
import { rateRatio } from './rates.ts';
import { leastWeeks, weekDispersion } from './week-dispersion.ts';

/** What is said of the weeks of a series. */
function differencesOf(counts: readonly number[]) {
  const pairs = counts.slice(1).map((count, at) => [count, counts[at]!] as const);
  return {
    weeks: counts.length,
    squares: pairs.reduce((sum, [later, earlier]) => sum + (later - earlier) ** 2, 0),
    sums: pairs.reduce((sum, [later, earlier]) => sum + later + earlier, 0),
  };
}

test('weeks of 20 and 30 in turn vary twice as much as at random, and a level or a season that changes slowly says nothing', () => {
  const inTurn = Array.from({ length: 21 }, (_, week) => (week % 2 === 0 ? 20 : 30));
  expect(weekDispersion(differencesOf(inTurn))).toBe(2);
  const rising = Array.from({ length: 53 }, (_, week) => 100 + 2 * week);
  expect(weekDispersion(differencesOf(rising))).toBe(1);
});

test('of too few weeks, or none with an incident, it is that of chance', () => {
  const wild = Array.from({ length: leastWeeks }, (_, week) => (week % 2 === 0 ? 0 : 90));
  expect(weekDispersion(differencesOf(wild))).toBe(90);
  expect(weekDispersion(differencesOf(wild.slice(1)))).toBe(1);
  expect(weekDispersion(differencesOf(Array(52).fill(0)))).toBe(1);
});

/**
 * How often the interval of the ratio of some weeks to the same weeks a year before leaves out 1, though nothing changed.
 * @returns with the dispersion of the weeks from the first to the last, and as if counts were those of chance
 */
function falseChanges(dispersion: number, perWeek: number, weeks: number, rounds: number) {
  const random = randomCounts(1 + 100 * dispersion + weeks);
  let [allowed, plain] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const counts = Array.from({ length: 52 + weeks }, () => random(perWeek, dispersion));
    const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
    const [later, earlier] = [counts.slice(-weeks), counts.slice(0, weeks)].map((some) => ({ events: sum(some), exposure: weeks }));
    const isChange = (found: number) => {
      const change = rateRatio({ ...later!, dispersion: found }, { ...earlier!, dispersion: found });
      return change.kind === 'change' && (change.low > 1 || change.high < 1) ? 1 : 0;
    };
    allowed += isChange(weekDispersion(differencesOf(counts)));
    plain += isChange(1);
  }
  return { allowed: allowed / rounds, plain: plain / rounds };
}

test('intervals that allow for it leave out "no change" in about 5% of comparisons without one, where those of chance do in up to 40%', () => {
  for (const weeks of [4, 13, 52])
    for (const [dispersion, least] of [
      [1, 0],
      [2, 0.12],
      [4, 0.25],
      [6, 0.35],
    ] as const) {
      const { allowed, plain } = falseChanges(dispersion, 60, weeks, 1000);
      // Of a thousand rounds, chance leaves 5% within 1.5 points of the truth.
      expect(allowed, `dispersion ${dispersion}, ${weeks} weeks`).toBeLessThan(0.075);
      expect(plain, `dispersion ${dispersion}, ${weeks} weeks`).toBeGreaterThanOrEqual(least);
    }
});
