import { expect, test } from 'vitest';
import { typesOfKind } from '@monitor/domain';
import { comparedPeriod, ofAllKinds } from './compared-period.ts';

const coverage = { from: '2014-01-01', to: '2026-10-31' };

test('without a first day, the last twelve whole months are compared', () => {
  expect(comparedPeriod({}, coverage)).toEqual({ from: '2025-11-01', to: '2026-10-31' });
  expect(comparedPeriod({ to: '2020-06-12' }, coverage)).toEqual({ from: '2019-06-01', to: '2020-05-31' });
  expect(comparedPeriod({ to: '2030-01-01' }, coverage)).toEqual({ from: '2025-11-01', to: '2026-10-31' });
  expect(comparedPeriod({ from: '2025-07-01', to: '2025-09-30' }, coverage)).toEqual({ from: '2025-07-01', to: '2025-09-30' });
  expect(comparedPeriod({ from: '2026-01-01' }, coverage)).toEqual({ from: '2026-01-01', to: '2026-10-31' });
  expect(comparedPeriod({ from: '2031-01-01' }, coverage)).toEqual({ from: '2031-01-01', to: '2031-01-01' });
});

test('types that were chosen stay', () => {
  expect(ofAllKinds({ type: typesOfKind('violence'), country: ['AL'] })).toEqual({ country: ['AL'] });
  expect(ofAllKinds({ type: ['suicide'] })).toEqual({ type: ['suicide'] });
});
