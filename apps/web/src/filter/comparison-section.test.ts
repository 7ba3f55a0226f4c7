import { expect, test } from 'vitest';
import { offersOf } from './comparison-section.tsx';

test('B can be the period before, the same days of an earlier year, another period or another selection', () => {
  const coverage = { from: '2014-01-01', to: '2026-10-31' };
  const summer = { from: '2026-06-01', to: '2026-08-31' };
  expect(offersOf({ ...summer, country: ['RS'] }, coverage).map(({ choice, against }) => [choice, against])).toEqual([
    ['earlier', { from: '2025-06-01', to: '2025-08-31' }],
    ['preceding', { from: '2026-03-01', to: '2026-05-31' }],
    ['period', { from: '2025-06-01', to: '2025-08-31' }],
    ['selection', { country: ['RS'], region: null }],
  ]);
  const [earlier, preceding, period] = offersOf({}, coverage);
  expect([earlier?.against, preceding?.against]).toEqual([undefined, undefined]);
  expect(period?.against).toEqual({ from: '2025-11-01', to: '2026-10-31' });
});

test('days that are both just before and a year before are offered once', () => {
  const offers = offersOf({ from: '2025-11-01', to: '2026-10-31' }, { from: '2014-01-01', to: '2026-10-31' });
  expect(offers.map(({ choice }) => choice)).toEqual(['earlier', 'period', 'selection']);
});
