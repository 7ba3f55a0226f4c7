import { expect, test } from 'vitest';
import { askedInterval, intervalOptions } from './use-answers.ts';

const decades = { from: '2004-01-01', to: '2026-10-31' };

test('days are offered only where there are few enough', () => {
  expect(intervalOptions({ from: '2026-01-01', to: '2026-10-31' })).toEqual(['auto', 'day', 'week', 'month', 'quarter', 'year']);
  expect(intervalOptions(decades)).not.toContain('day');
});

test('a link that asks for too many steps gets the steps that readable ones are made of', () => {
  expect(askedInterval('day', decades)).toBe('month');
  expect(askedInterval('week', decades)).toBe('week');
  expect(askedInterval('day', undefined)).toBe('day');
});
