import { expect, test } from 'vitest';
import { typesOfKind } from '@monitor/domain';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { comparedPeriod, ofAllKinds } from './compared-period.ts';

const whole = { from: '2014-01-01', to: '2026-10-31' };
const datasets = [madeUpDataset('demo', { AL: whole, UA: { ...whole, to: '2021-12-31' } })];

test('without a first day, the last twelve whole months are compared', () => {
  expect(comparedPeriod({}, datasets)).toEqual({ from: '2025-11-01', to: '2026-10-31' });
  expect(comparedPeriod({ to: '2020-06-12' }, datasets)).toEqual({ from: '2019-06-01', to: '2020-05-31' });
  expect(comparedPeriod({ to: '2030-01-01' }, datasets)).toEqual({ from: '2025-11-01', to: '2026-10-31' });
  expect(comparedPeriod({ from: '2025-07-01', to: '2025-09-30' }, datasets)).toEqual({ from: '2025-07-01', to: '2025-09-30' });
  expect(comparedPeriod({ from: '2026-01-01' }, datasets)).toEqual({ from: '2026-01-01', to: '2026-10-31' });
  expect(comparedPeriod({ from: '2031-01-01' }, datasets)).toEqual({ from: '2031-01-01', to: '2031-01-01' });
});

test('a place whose data ends earlier is compared until then', () => {
  expect(comparedPeriod({ country: ['UA'] }, datasets)).toEqual({ from: '2021-01-01', to: '2021-12-31' });
  expect(comparedPeriod({ region: ['UA-14'] }, datasets)).toEqual({ from: '2021-01-01', to: '2021-12-31' });
  expect(comparedPeriod({ country: ['UA', 'AL'] }, datasets)).toEqual({ from: '2025-11-01', to: '2026-10-31' });
  expect(comparedPeriod({ country: ['XK'] }, datasets)).toBeUndefined();
  expect(comparedPeriod({}, [])).toBeUndefined();
});

test('of data shorter than twelve months, its whole months are compared, or the days until the last one asked for', () => {
  const short = [madeUpDataset('short', { AL: { from: '2026-05-10', to: '2026-10-31' } })];
  expect(comparedPeriod({}, short)).toEqual({ from: '2026-06-01', to: '2026-10-31' });
  expect(comparedPeriod({ to: '2026-06-12' }, short)).toEqual({ from: '2026-05-10', to: '2026-06-12' });
  expect(comparedPeriod({ to: '2020-06-12' }, short)).toEqual({ from: '2020-06-12', to: '2020-06-12' });
});

test('types that were chosen stay', () => {
  expect(ofAllKinds({ type: typesOfKind('violence'), country: ['AL'] })).toEqual({ country: ['AL'] });
  expect(ofAllKinds({ type: ['suicide'] })).toEqual({ type: ['suicide'] });
});
