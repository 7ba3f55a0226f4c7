import { describe, expect, it } from 'vitest';
import { Findings } from '../findings.ts';
import { ageRange, checkAges } from './check-age.ts';

it.each([
  ['34', 34, 34],
  ['34.0', 34, 34],
  ['18-24', 18, 24],
  ['18 – 24', 18, 24],
  ['<18', 0, 17],
  ['under 18', 0, 17],
  ['18 and under', 0, 18],
  ['65+', 65, 120],
  ['>64', 65, 120],
  ['65 or older', 65, 120],
])('%s is a range of ages', (text, from, to) => {
  expect(ageRange(text)).toEqual({ from, to });
});

it.each(['', '~30', '17 god', '16,5', 'child', '200', '20-209', '24-18', '-3', '<0'])('%j is not', (text) => {
  expect(ageRange(text)).toBeUndefined();
});

describe('the age band of a person', () => {
  it.each([
    ['age', '34', 34, '19-35', null, null, []],
    ['age', '25-34', null, '19-35', 25, 34, []],
    ['age', '<18', null, '0-18', null, null, []],
    ['age', '<25', null, 'not_reported', null, 24, ['age_range_young']],
    ['age', '65+', null, '61-plus', 65, null, []],
    ['age', '25-44', null, 'not_reported', 25, 44, ['age_range']],
    ['age', '35-36', null, 'not_reported', null, null, ['age_range']],
    ['age', '18-24', null, 'not_reported', 18, 24, ['age_range_young']],
    ['age_band', '0-18', null, '0-18', null, null, []],
    ['age_band', '61-plus', null, '61-plus', null, null, []],
    ['age_band', '34', null, '19-35', null, null, []],
    ['age_band', '40–60', null, '36-60', 40, 60, []],
    ['age_band', '45-64', null, 'not_reported', 45, 64, ['age_range']],
    ['age_band', 'minor', null, 'not_reported', null, null, ['unexplained']],
  ])('%s %s', (field, text, age, age_band, age_from, age_to, kinds) => {
    const findings = new Findings();
    const ages = { age, age_band, age_from, age_to };
    expect(checkAges({ age: null, age_band: null, [field]: text }, findings)).toEqual(ages);
    expect(findings.warnings.map(({ kind }) => kind)).toEqual(kinds);
    // Nobody can say that a person of such a range is an adult.
    expect(findings.isUnexplained).toBe(kinds.some((kind) => kind !== 'age_range'));
  });

  it('names a range that many people have, for the report', () => {
    const findings = new Findings();
    checkAges({ age: null, age_band: '25-44' }, findings);
    expect(findings.warnings[0]?.word).toBe('ages "25-44"');
  });
});
