import { type IncidentType, typesOfKind } from '@monitor/domain';
import { expect, test } from 'vitest';
import { isNarrowed, kindFilters } from './kinds-of-filter.ts';

test('without chosen types, violence and seizures are apart', () => {
  const { main, counted, seizures, beside } = kindFilters({ country: ['RS'] });
  expect(counted).toBe('violence');
  expect(main.country).toEqual(['RS']);
  expect(main.type).toContain('suicide');
  expect(main.type).not.toContain('weapon_seizure');
  expect(main.type).not.toContain('weapon_theft');
  expect(seizures).toEqual({ country: ['RS'], type: ['weapon_seizure'] });
  expect(beside).toBe(seizures);
});

test('chosen types leave what they have of each', () => {
  expect(kindFilters({ type: ['suicide', 'weapon_seizure'] })).toEqual({
    main: { type: ['suicide'] },
    counted: 'chosen',
    isOfViolence: true,
    seizures: { type: ['weapon_seizure'] },
    beside: { type: ['weapon_seizure'] },
  });
  expect(kindFilters({ type: ['suicide'] }).seizures).toBeUndefined();
});

test('seizures and thefts are the main thing where no violence is chosen, each under its own name', () => {
  const of = (...type: IncidentType[]) => kindFilters({ type });
  expect(of('weapon_seizure')).toMatchObject({
    main: { type: ['weapon_seizure'] },
    counted: 'weapon_seizure',
    isOfViolence: false,
  });
  expect(of('weapon_seizure')).toMatchObject({ seizures: { type: ['weapon_seizure'] }, beside: undefined });
  expect(of('weapon_theft')).toMatchObject({ main: { type: ['weapon_theft'] }, counted: 'weapon_theft', seizures: undefined });
  expect(of('weapon_seizure', 'weapon_theft').main.type).toEqual(['weapon_seizure', 'weapon_theft']);
});

test('a filter of more than place, period, dataset and kind selects only some incidents', () => {
  const whole = { country: ['RS'], from: '2026-01-01', dataset: ['one'], type: typesOfKind('violence') } as const;
  expect(isNarrowed(whole)).toBe(false);
  expect([{ ...whole, q: 'x' }, { victim_sex: ['woman'] as const }, { type: ['suicide'] as const }].map(isNarrowed)).toEqual([
    true,
    true,
    true,
  ]);
});
