import { expect, test } from 'vitest';
import { typesOfKind } from '@monitor/domain';
import { filterOfPeople, narrowed, peopleGroups, peopleRows, rangeOfYears, yearColumns } from './people-figures.ts';
import { tracedShare, weaponsBy } from './seizures-figures.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const facet = (counts: Readonly<Record<string, number>>, measure = 'victims') =>
  Object.entries(counts).map(([value, count]) => ({
    value,
    incidents: 0,
    killed: 0,
    injured: 0,
    ...allReported,
    [measure]: count,
  }));

test('people are those of violence where seizures are selected', () => {
  expect(filterOfPeople({ type: ['weapon_seizure'], country: ['AL'] })).toEqual({ type: typesOfKind('violence'), country: ['AL'] });
  expect(filterOfPeople({ type: ['suicide'] })).toEqual({ type: ['suicide'] });
});

test('rows add up to the number on record: who is not described is not reported', () => {
  const rows = peopleRows('victim_sex', [
    { whole: 30, facets: { victim_sex: facet({ man: 18, woman: 6, not_reported: 2 }) } },
    { whole: 12, facets: { victim_sex: facet({ man: 12 }) } },
  ]);
  expect(rows.map(({ value, amounts }) => [value, ...amounts])).toEqual([
    ['woman', 6, 0],
    ['man', 18, 12],
    ['not_reported', 6, 0],
  ]);
});

test('people are counted by list and type, with the sums of rows and columns', () => {
  const facets = (sexes: Readonly<Record<string, number>>) => ({ victim_sex: facet(sexes) });
  const groups = peopleGroups([facets({ woman: 1, man: 1 })], facets({ woman: 41, man: 61 }), {});
  expect(groups).toEqual([
    {
      list: 'victim_sex',
      role: 'victims',
      rows: [
        { value: 'woman', amounts: [1, 40], sum: 41 },
        { value: 'man', amounts: [1, 60], sum: 61 },
      ],
      sums: [2, 100, 102],
    },
  ]);
});

test('values that the filter does not select are in no row', () => {
  const [group] = peopleGroups([], { victim_sex: facet({ woman: 5, man: 9 }) }, { victim_sex: ['woman'] });
  expect(group?.rows).toEqual([{ value: 'woman', amounts: [5], sum: 5 }]);
});

test('columns by year name what is not complete, and their range is of whole years', () => {
  const alike = { key: 'demo', cut: false, changes: [] };
  const years = [14, 21, 13, 4].map((value, at) => ({
    point: { start: `${2023 + at}-01-01`, value, unknown: 1 },
    days: { from: `${2023 + at}-01-01`, to: `${2023 + at}-10-31` },
    coverage: alike,
    ...(at === 3 && { partly: 'to Oct' }),
  }));
  const columns = yearColumns(years, ({ value, unknown }) => ({ value, unknown }));
  expect(columns.at(-1)).toEqual({ label: '2026', value: 4, unknown: 1, partly: 'to Oct' });
  // What is not reported may belong to it.
  expect(rangeOfYears(columns, years)).toEqual({ low: 13, high: 22, years: ['2023', '2025'] });
  expect(rangeOfYears(columns.slice(2), years.slice(2))).toBeUndefined();
  // Another dataset was there in 2023, and a part of 2024.
  const changing = years.map((year, at) => (at === 0 ? { ...year, coverage: { ...alike, key: 'demo,ucdp' } } : year));
  expect(rangeOfYears(columns, changing)).toEqual({ low: 13, high: 22, years: ['2024', '2025'] });
  const cut = changing.map((year, at) => (at === 1 ? { ...year, coverage: { ...alike, cut: true } } : year));
  expect(rangeOfYears(columns, cut)).toBeUndefined();
});

test('a filter is narrowed to what it selects, and to nothing where it selects others', () => {
  const killed = { victim_outcome: ['killed'] } as const;
  expect(narrowed({ country: ['AL'] }, killed)).toEqual({ country: ['AL'], ...killed });
  expect(narrowed({ victim_outcome: ['injured', 'killed'] }, killed)).toEqual(killed);
  expect(narrowed({ victim_outcome: ['injured'] }, killed)).toBeUndefined();
});

test('the share traced has a least and a most, by what is not reported', () => {
  const traced = facet({ no: 766, yes: 245, not_reported: 4355 }, 'weapons');
  expect(tracedShare({ facets: { traced } })).toEqual({ yes: 245, no: 766, all: 5366 });
  const weapons = facet({ not_reported: 9, handgun: 3, explosive: 5, other: 0 }, 'weapons');
  const ofFilter = (selected?: string[]) => weaponsBy(weapons, selected).map(({ value }) => value);
  expect(ofFilter()).toEqual(['explosive', 'handgun', 'not_reported']);
  expect(ofFilter(['handgun'])).toEqual(['handgun']);
});
