import { expect, test } from 'vitest';
import { meetsFilter } from './filter-meaning.ts';
import type { FilteredIncident, Weapon } from './incident.ts';
import { filterOfLargeSeizures, weaponsOfLargeSeizure } from './large-seizures.ts';

const rifles: Weapon = { class: 'rifle_or_shotgun', count: 4, legal: 'illegal', mode: 'seized', traced: 'no' };
const isLarge = (weapons: readonly Weapon[], type = 'weapon_seizure', filter = {}) =>
  meetsFilter({ type, weapons } as FilteredIncident, filterOfLargeSeizures(filter));

test('a seizure is large with five weapons, of whatever class', () => {
  expect(weaponsOfLargeSeizure).toBe(5);
  expect(isLarge([rifles])).toBe(false);
  expect(isLarge([{ ...rifles, count: 5 }])).toBe(true);
  expect(isLarge([rifles, { ...rifles, class: 'pyrotechnic', count: 1 }])).toBe(true);
  expect(isLarge([{ ...rifles, count: 50 }], 'weapon_theft')).toBe(false);
});

test('rounds of ammunition are no weapons, and a number that is not reported adds nothing', () => {
  expect(isLarge([rifles, { ...rifles, class: 'ammunition', count: 500 }])).toBe(false);
  expect(isLarge([rifles, { ...rifles, class: 'bladed', count: 5 }])).toBe(false);
  expect(isLarge([rifles, { ...rifles, class: 'handgun', count: null }])).toBe(false);
  expect(isLarge([])).toBe(false);
});

test('what the filter says of a weapon does not change how many the seizure has', () => {
  const weapons = [rifles, { ...rifles, class: 'handgun', count: 1 } as const];
  expect(isLarge(weapons, 'weapon_seizure', { weapon: ['handgun'] })).toBe(true);
  expect(isLarge(weapons, 'weapon_seizure', { weapon: ['explosive'] })).toBe(false);
});

test('a greater least number of the filter stays', () => {
  expect(filterOfLargeSeizures({ min_weapons: 9, subtype: ['suicide.other'] })).toEqual({
    type: ['weapon_seizure'],
    min_weapons: 9,
  });
  expect(filterOfLargeSeizures({ min_weapons: 2 }).min_weapons).toBe(5);
});
