import { expect, test } from 'vitest';
import { kindFilters } from './kinds-of-filter.ts';

test('without chosen types, violence and seizures are apart', () => {
  const { violence, seizures, narrowed } = kindFilters({ country: ['RS'] });
  expect(violence?.country).toEqual(['RS']);
  expect(violence?.type).toContain('suicide');
  expect(violence?.type).not.toContain('weapon_seizure');
  expect(violence?.type).not.toContain('weapon_theft');
  expect(seizures).toEqual({ country: ['RS'], type: ['weapon_seizure'] });
  expect(narrowed).toBe(false);
});

test('chosen types leave what they have of each', () => {
  expect(kindFilters({ type: ['suicide', 'weapon_seizure'] })).toEqual({
    violence: { type: ['suicide'] },
    seizures: { type: ['weapon_seizure'] },
    narrowed: true,
  });
  expect(kindFilters({ type: ['weapon_seizure'] }).violence).toBeUndefined();
  expect(kindFilters({ type: ['suicide'] }).seizures).toBeUndefined();
});
