import { expect, test } from 'vitest';
import { nextSort, sortState } from './columns.ts';

test('dates and counts start with the greatest, names with A, and a second press turns round', () => {
  expect(nextSort('-occurred_on', 'killed')).toBe('-killed');
  expect(nextSort('-killed', 'killed')).toBe('killed');
  expect(nextSort('-killed', 'place')).toBe('place');
  expect(nextSort('place', 'place')).toBe('-place');
});

test('an order is read from its text', () => {
  expect(sortState('-occurred_on')).toEqual({ field: 'occurred_on', descending: true });
  expect(sortState('country')).toEqual({ field: 'country', descending: false });
});
