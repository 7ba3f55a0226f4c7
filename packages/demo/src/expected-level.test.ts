import { expect, test } from 'vitest';
import { firstYear, lastLevelledYear, levelMeasures } from './assumed-levels.ts';
import { expectedInQuarter } from './expected-level.ts';
import { publishedValue } from './published-figures.ts';

const quarters = [1, 2, 3, 4];
const ofYear = (measure: (typeof levelMeasures)[number], year: number) =>
  quarters.reduce((sum, number) => sum + expectedInQuarter(measure, { year, number }), 0);

test('a published quarter is expected as published', () => {
  expect(expectedInQuarter('incidents', { year: 2022, number: 3 })).toBe(925);
  expect(expectedInQuarter('killed', { year: 2022, number: 4 })).toBe(16);
});

test('the quarters of a published year add up to it, the events of May 2023 apart', () => {
  expect(ofYear('incidents', 2022)).toBeCloseTo(publishedValue('incidents', '2022') ?? 0);
  expect(ofYear('weapon_seizure', 2022)).toBeCloseTo(publishedValue('weapon_seizure', '2022') ?? 0);
  expect(ofYear('killed', 2023)).toBeCloseTo((publishedValue('killed', '2023') ?? 0) - 19);
  expect(ofYear('injured', 2023)).toBeCloseTo((publishedValue('injured', '2023') ?? 0) - 19);
});

test('no level drops out or jumps between years', () => {
  for (const measure of levelMeasures) {
    for (let year = firstYear; year < lastLevelledYear + 3; year += 1) {
      for (const number of quarters) expect(expectedInQuarter(measure, { year, number })).toBeGreaterThan(0);
      const change = ofYear(measure, year + 1) / ofYear(measure, year);
      expect(change, `${measure} ${year}`).toBeGreaterThan(0.75);
      expect(change, `${measure} ${year}`).toBeLessThan(1.4);
    }
  }
});
