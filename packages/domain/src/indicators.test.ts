import { expect, test } from 'vitest';
import { meetsFilter } from './filter-meaning.ts';
import type { FilteredIncident } from './incident.ts';
import { dimensionNames, dimensions } from './dimensions.ts';
import { indicatorFrameworks, indicators, unavailableIndicators } from './indicators.ts';

test('identifiers are unique, and fit addresses and file names', () => {
  const ids = indicators.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9_]{3,40}$/.test(id))).toEqual([]);
});

test('filters name codes that exist, and no place, day or dataset, which the request gives', () => {
  for (const indicator of indicators) {
    const filters = indicator.kind === 'share' ? [indicator.filter, indicator.whole, indicator.unknown] : [indicator.filter];
    for (const filter of filters)
      for (const [name, codes] of Object.entries(filter)) {
        // A least number has no codes.
        if (name === 'min_weapons') continue;
        const dimension = dimensionNames.find((one) => one === name)!;
        const { values } = dimensions[dimension];
        expect(values instanceof RegExp, `${indicator.id} ${name}`).toBe(false);
        if (!(values instanceof RegExp)) expect((codes as string[]).filter((code) => !values.has(code))).toEqual([]);
      }
  }
});

test('the part and the unknown of a share are parts of its whole, and exclude each other', () => {
  for (const indicator of indicators) {
    if (indicator.kind !== 'share') continue;
    const { filter, whole, unknown } = indicator;
    expect(filter).toMatchObject(whole);
    expect(unknown).toMatchObject(whole);
    const [name] = Object.keys(unknown).filter((key) => !Object.hasOwn(whole, key));
    const codesOf = (of: object) => (of as Record<string, readonly string[]>)[name!]!;
    expect(codesOf(filter).filter((code) => codesOf(unknown).includes(code))).toEqual([]);
  }
});

test('every framework has indicators, and what it has not is given a reason', () => {
  for (const framework of Object.keys(indicatorFrameworks))
    expect(indicators.filter((one) => one.framework === framework).length).toBeGreaterThan(2);
  for (const { reason, title } of unavailableIndicators) expect(reason, title).toMatch(/^[A-Z].*\.$/);
});

test('what is not intentional homicide is not counted as such', () => {
  const { filter } = indicators.find(({ id }) => id === 'sdg_16_1_1')!;
  const isCounted = (type: string) => meetsFilter({ type } as FilteredIncident, filter);
  const others = [
    'weapon_seizure',
    'weapon_theft',
    'accidental_shooting',
    'celebratory_shooting',
    'suicide',
    'police_encounter',
    'armed_conflict',
    'shooting_at_animals',
    'other',
  ];
  expect(others.filter(isCounted)).toEqual([]);
  expect(['domestic_violence', 'criminal_context', 'undetermined_shooting'].every(isCounted)).toBe(true);
});

test('each title says by itself what is counted', () => {
  expect(indicators.map(({ title }) => title).filter((title) => /^By |these/.test(title))).toEqual([]);
});
