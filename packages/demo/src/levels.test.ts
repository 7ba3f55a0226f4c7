import { expect, test } from 'vitest';
import { expectedInQuarter, firstYear, lastLevelledYear, type LevelMeasure, levelMeasures } from './levels.ts';
import { publishedValue } from './published-figures.ts';

const quartersOf = (year: number) => [0, 1, 2, 3].map((number) => 4 * year + number);
const ofYear = (measure: LevelMeasure, year: number) =>
  quartersOf(year).reduce((sum, quarter) => sum + expectedInQuarter(measure, quarter), 0);

test('a published quarter is expected as published', () => {
  expect(expectedInQuarter('incidents', 4 * 2022 + 2)).toBe(925);
  expect(expectedInQuarter('killed', 4 * 2022 + 3)).toBe(16);
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
      for (const quarter of quartersOf(year)) expect(expectedInQuarter(measure, quarter)).toBeGreaterThan(0);
      const change = ofYear(measure, year + 1) / ofYear(measure, year);
      expect(change, `${measure} ${year}`).toBeGreaterThan(0.75);
      expect(change, `${measure} ${year}`).toBeLessThan(1.4);
    }
  }
});
