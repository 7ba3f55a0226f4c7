import type { Filter } from '@monitor/domain';
import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { alikePlaces } from './compare-coverage.ts';

const whole = { from: '2014-01-01', to: '2026-10-31' };
const until = { from: '2014-01-01', to: '2021-12-31' };
const datasets = [madeUpDataset('demo', { AL: whole, RS: whole, UA: until })];
const filter: Filter = {};
const alike = (codes: readonly string[], period = whole, from = datasets, own: Filter = filter) => [
  ...alikePlaces(codes, { filter: own, period, datasets: from }),
];

test('a place is ranked among others only where the data covers it as it covers them', () => {
  expect(alike(['AL', 'RS', 'UA'])).toEqual(['AL', 'RS']);
  expect(alike(['AL', 'RS-20', 'UA-14'])).toEqual(['AL', 'RS-20']);
  // In the years that it has, and after them, when there is nothing of it.
  expect(alike(['AL', 'UA'], until)).toEqual(['AL', 'UA']);
  // Beyond the end of the data there is nothing of any.
  expect(alike(['AL', 'RS'], { ...whole, to: '2030-12-31' })).toEqual(['AL', 'RS']);
  // What is the same for all of a location ranks none of its regions.
  expect(alike(['UA-14', 'UA-18'])).toEqual(['UA-14', 'UA-18']);
});

test('a place that another dataset joins within the days is not ranked, unless that is left out', () => {
  const joined = (incidents: number) => [
    ...datasets,
    madeUpDataset('second', { RS: { from: '2020-01-01', to: whole.to } }, incidents),
  ];
  expect(alike(['AL', 'RS'], whole, joined(1000))).toEqual(['AL']);
  expect(alike(['AL', 'RS'], whole, joined(1000), { leave_out: ['second/RS'] })).toEqual(['AL', 'RS']);
});
