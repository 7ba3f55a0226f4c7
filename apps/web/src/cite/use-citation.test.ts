import { expect, test } from 'vitest';
import { fixedQuery } from './use-citation.ts';

test('the address of a citation has a fixed period, and the rest of the view', () => {
  const period = { from: '2014-01-01', to: '2026-10-31' };
  expect(fixedQuery('period=all&layer=regions', period)).toBe('from=2014-01-01&to=2026-10-31&layer=regions');
  expect(fixedQuery('from=2024-01-01&country=RS', { from: '2024-01-01', to: '2026-10-31' })).toBe(
    'country=RS&from=2024-01-01&to=2026-10-31',
  );
  expect(fixedQuery('from=2024-01-01&to=2024-06-30&incident=AV-1', { from: '2024-01-01', to: '2024-06-30' })).toBe(
    'from=2024-01-01&to=2024-06-30&incident=AV-1',
  );
  expect(fixedQuery('country=RS', null)).toBe('country=RS');
});
