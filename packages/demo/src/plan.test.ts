import { expect, test } from 'vitest';
import { expectedInQuarter } from './levels.ts';
import { peopleAtOnce } from './people.ts';
import { daysUntil, planQuarter, typeLevels } from './plan.ts';
import { levelledOutcomes, profiles } from './profiles.ts';

const quarters = Array.from({ length: 4 * 13 }, (_, number) => 4 * 2014 + number);

test('the days of a quarter add up to its level', () => {
  for (const quarter of quarters) {
    const sum = planQuarter(quarter).reduce((total, day) => total + day.expected, 0);
    expect(sum).toBeCloseTo(expectedInQuarter('incidents', quarter), 6);
  }
});

test('every type keeps a positive level in every quarter', () => {
  for (const quarter of quarters) for (const [type, level] of typeLevels(quarter)) expect(level, type).toBeGreaterThan(0);
});

test('the scaled rates are probabilities that give the expected number of people', () => {
  for (const quarter of quarters) {
    const { factors } = planQuarter(quarter)[0]!;
    const levels = typeLevels(quarter);
    let killed = 0;
    for (const [type, level] of levels) {
      const { people, unscaled } = profiles[type];
      killed += level * people.killed * (unscaled ? 1 : factors.killed);
      for (const outcome of levelledOutcomes) {
        const rate = people[outcome] * (unscaled ? 1 : factors[outcome]);
        expect(rate / peopleAtOnce[outcome], `${type} ${outcome}`).toBeLessThanOrEqual(1);
      }
    }
    expect(killed).toBeCloseTo(expectedInQuarter('killed', quarter), 6);
  }
});

test('celebrations peak at New Year and on summer Saturdays', () => {
  const at = (date: string) => [...daysUntil(date)].at(-1)?.expected ?? 0;
  // Saturdays and Tuesdays of the same weeks, and New Year's Day against the week after.
  expect(at('2022-07-16')).toBeGreaterThan(at('2022-07-12'));
  expect(at('2022-01-01')).toBeGreaterThan(at('2022-01-08') + 4);
  expect(at('2022-12-31')).toBeGreaterThan(at('2022-12-24') + 4);
});
