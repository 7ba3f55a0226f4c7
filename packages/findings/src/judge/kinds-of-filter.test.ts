import { expect, test } from 'vitest';
import { kindFilters } from './kinds-of-filter.ts';

test('without chosen types, violence and seizures are apart', () => {
  const { main, counted, seizures } = kindFilters({ country: ['RS'] });
  expect(counted).toBe('violence');
  expect(main.country).toEqual(['RS']);
  expect(main.type).toContain('suicide');
  expect(main.type).not.toContain('weapon_seizure');
  expect(main.type).not.toContain('weapon_theft');
  expect(seizures).toEqual({ country: ['RS'], type: ['weapon_seizure'] });
});

test('chosen types leave what they have of each', () => {
  expect(kindFilters({ type: ['suicide', 'weapon_seizure'] })).toEqual({
    main: { type: ['suicide'] },
    counted: 'incidents',
    seizures: { type: ['weapon_seizure'] },
  });
  expect(kindFilters({ type: ['suicide'] }).seizures).toBeUndefined();
});

test('seizures are the main thing where nothing else is chosen', () => {
  const type = ['weapon_seizure'] as const;
  expect(kindFilters({ type })).toEqual({ main: { type }, counted: 'seizures', seizures: undefined });
});
