import { expect, test } from 'vitest';
import { quartersUntil } from './calendar.ts';
import { expectedInQuarter } from './expected-level.ts';
import { outcomeRates, peopleAtOnce } from './outcome-rates.ts';
import { planQuarter, typeLevels } from './quarter-plan.ts';

const quarters = [...quartersUntil('2026-12-31')];

test('the days of a quarter add up to its level', () => {
  for (const quarter of quarters) {
    const { days } = planQuarter(quarter);
    const sum = days.reduce((total, day) => total + day.expected, 0);
    expect(sum).toBeCloseTo(expectedInQuarter('incidents', quarter), 6);
  }
});

test('every type keeps a positive level in every quarter', () => {
  for (const quarter of quarters) for (const [type, level] of typeLevels(quarter)) expect(level, type).toBeGreaterThan(0);
});

test('the scaled rates are probabilities that give the expected number of people', () => {
  for (const quarter of quarters) {
    const { rates } = planQuarter(quarter);
    const levels = typeLevels(quarter);
    let killed = 0;
    for (const [type, level] of levels) {
      killed += level * rates.killed[type];
      for (const outcome of ['killed', 'injured', 'threatened', 'unharmed'] as const) {
        expect(rates[outcome][type] / peopleAtOnce[outcome], `${type} ${outcome}`).toBeLessThanOrEqual(1);
      }
    }
    expect(killed).toBeCloseTo(expectedInQuarter('killed', quarter), 6);
    expect(rates.injured.accidental_shooting).toBe(outcomeRates.accidental_shooting.injured);
  }
});

test('celebrations peak at New Year and on summer Saturdays', () => {
  const at = (date: string) => {
    const quarter = { year: Number(date.slice(0, 4)), number: Math.ceil(Number(date.slice(5, 7)) / 3) };
    return planQuarter(quarter).days.find((day) => day.date === date)?.expected ?? 0;
  };
  // Saturdays and Tuesdays of the same weeks, and New Year's Day against the week after.
  expect(at('2022-07-16')).toBeGreaterThan(at('2022-07-12'));
  expect(at('2022-01-01')).toBeGreaterThan(at('2022-01-08') + 4);
  expect(at('2022-12-31')).toBeGreaterThan(at('2022-12-24') + 4);
});
