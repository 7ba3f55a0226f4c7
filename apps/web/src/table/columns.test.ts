import { expect, test } from 'vitest';
import { sortFields } from '@monitor/contract';
import { columnWidth } from './choices.ts';
import { columnOf, isColumnOf, nextSort, sortState } from './columns.ts';

test('dates and counts start with the greatest, names with A, and a second press turns round', () => {
  expect(nextSort('-occurred_on', 'killed')).toBe('-killed');
  expect(nextSort('-killed', 'killed')).toBe('killed');
  expect(nextSort('-killed', 'place')).toBe('place');
  expect(nextSort('place', 'place')).toBe('-place');
  expect(nextSort('place', 'weapons')).toBe('weapons');
  expect(nextSort('place', 'occurred_until')).toBe('-occurred_until');
});

test('an order is read from its text', () => {
  expect(sortState('-occurred_on')).toEqual({ field: 'occurred_on', descending: true });
  expect(sortState('country')).toEqual({ field: 'country', descending: false });
});

test('every field of the list has a column with a width', () => {
  for (const name of sortFields) expect(columnOf(name).width).toBeGreaterThanOrEqual(columnWidth.least);
});

test('what is counted has a column while no other says the same', () => {
  expect(isColumnOf('amount', 'weapons')).toBe(true);
  expect(isColumnOf('amount', 'killed')).toBe(false);
  expect(isColumnOf('killed', 'killed')).toBe(true);
});
