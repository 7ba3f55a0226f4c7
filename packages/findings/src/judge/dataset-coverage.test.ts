import { locationCoverage } from '@monitor/domain';
import { expect, test } from 'vitest';
import {
  coverageOf,
  coverageParts,
  coveredPeriods,
  datasetsHolding,
  daysWithData,
  isAlone,
  isCovered,
  syntheticShare,
} from './dataset-coverage.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';

const decade = { from: '2014-01-01', to: '2024-12-31' };
const later = { from: '2020-01-01', to: '2024-12-31' };

test('a dataset of other locations, or without an incident of the filter, does not matter to it', () => {
  const both = [
    madeUpDataset('demo', { ME: decade, RS: decade }),
    madeUpDataset('gva', { US: { from: '2017-01-01', to: '2017-12-31' } }),
  ];
  const slugs = (country?: string[], counted?: { value: string }[]) =>
    datasetsHolding(both, country === undefined ? {} : { country }, counted && { dataset: counted }).map(({ slug }) => slug);
  expect(slugs()).toEqual(['demo', 'gva']);
  expect(slugs(['RS'])).toEqual(['demo']);
  expect(slugs(['RS', 'US'])).toEqual(['demo', 'gva']);
  expect(slugs(undefined, [{ value: 'gva' }])).toEqual(['gva']);
  expect(datasetsHolding(both, { region: ['RS-20'] }, undefined).map(({ slug }) => slug)).toEqual(['demo']);
});

test('of a dataset only the locations with an incident of the filter matter, as those in a drawn area', () => {
  const demo = madeUpDataset('demo', { ME: decade, RS: decade, AL: later });
  const [held] = datasetsHolding([demo], {}, { dataset: [{ value: 'demo' }], country: [{ value: 'AL' }, { value: 'US' }] });
  expect(held?.coverage).toEqual([{ country: 'AL', incidents: 1000, ...later }]);
});

test('coverage is from the first day of any dataset to the last of any', () => {
  const one = { from: '2015-01-01', to: '2020-01-01' };
  const other = { from: '2014-06-01', to: '2016-01-01' };
  expect(coverageOf([one, other])).toEqual({ from: '2014-06-01', to: '2020-01-01' });
  expect(coverageOf([])).toBeUndefined();
});

test('a location that begins later than its dataset has only its own days', () => {
  const [serbia, albania] = locationCoverage(madeUpDataset('demo', { RS: decade, AL: later }));
  expect(serbia).toMatchObject({ country: 'RS', ...decade });
  expect(albania).toMatchObject({ country: 'AL', ...later });
  // 1,000 incidents over the 1,827 days of five years.
  expect(albania?.perDay).toBeCloseTo(1000 / 1827, 6);
});

test('a location with few incidents is covered as long as its dataset, though it has none on the first and last days', () => {
  const few = { from: '2014-03-20', to: '2024-10-02' };
  const found = (incidents: number) =>
    locationCoverage({ ...decade, coverage: [{ country: 'ME', incidents, ...few }] }).map(({ from, to }) => ({ from, to }));
  expect(found(1)).toEqual([decade]);
  expect(found(40)).toEqual([decade]);
  expect(found(4000)).toEqual([few]);
});

test('the periods of a location are those of all datasets together, and a gap between them stays one', () => {
  const datasets = [
    madeUpDataset('first', { RS: { from: '2014-01-01', to: '2016-12-31' } }),
    madeUpDataset('second', { RS: { from: '2016-06-01', to: '2017-06-30' }, AL: { from: '2016-06-01', to: '2017-06-30' } }),
    madeUpDataset('third', { RS: { from: '2020-01-01', to: '2021-12-31' } }),
  ];
  expect(coveredPeriods('RS', datasets)).toEqual([
    { from: '2014-01-01', to: '2017-06-30' },
    { from: '2020-01-01', to: '2021-12-31' },
  ]);
  expect(coveredPeriods('ME', datasets)).toEqual([]);
  const next = madeUpDataset('next', { RS: { from: '2022-01-01', to: '2022-12-31' } });
  expect(coveredPeriods('RS', [...datasets, next]).at(-1)).toEqual({ from: '2020-01-01', to: '2022-12-31' });
  const afterGap = madeUpDataset('after', { RS: { from: '2022-01-02', to: '2022-12-31' } });
  expect(coveredPeriods('RS', [...datasets, afterGap]).at(-1)).toEqual({ from: '2022-01-02', to: '2022-12-31' });
});

test('a chart over time marks a notable location that begins later, and of the chosen locations only their days', () => {
  const demo = madeUpDataset('demo', { RS: decade, AL: later });
  const titleOf = (title: string, country: string) => `${title}, ${country}`;
  expect(coverageParts([demo], {}, titleOf)).toEqual([
    { slug: 'demo', title: 'demo', ...decade },
    { slug: 'demo/AL', title: 'demo, AL', ...later },
  ]);
  expect(coverageParts([demo], { country: ['AL'] }, titleOf)).toEqual([{ slug: 'demo', title: 'demo', ...later }]);
  expect(coverageParts([demo], { region: ['AL-02'] }, titleOf)).toEqual([{ slug: 'demo', title: 'demo', ...later }]);
  expect(coverageParts([demo], { country: ['US'] }, titleOf)).toEqual([]);
  const [serbia, albania] = demo.coverage;
  if (serbia === undefined || albania === undefined) throw new Error('two locations');
  const small = { ...demo, coverage: [{ ...serbia, incidents: 90_000 }, albania] };
  expect(coverageParts([small], {}, titleOf)).toEqual([{ slug: 'demo', title: 'demo', ...decade }]);
});

const madeUp = { synthetic: true };
const real = { synthetic: false };

test('datasets are made up in part or altogether', () => {
  expect(syntheticShare([])).toBe('none');
  expect(syntheticShare([real])).toBe('none');
  expect(syntheticShare([real, madeUp])).toBe('some');
  expect(syntheticShare([madeUp, madeUp])).toBe('all');
});

test('a location is alone where the data has no day of another in the period', () => {
  const datasets = [madeUpDataset('demo', { ME: decade }), madeUpDataset('other', { RS: later })];
  const alone = (period: typeof decade, filter = {}) => isAlone('ME', filter, period, datasets);
  expect([alone(decade), alone({ from: '2019-01-01', to: '2019-12-31' }), alone(later, { dataset: ['demo'] })]).toEqual([
    false,
    true,
    true,
  ]);
  expect(isCovered('RS-20', decade, datasets)).toBe(true);
  expect(isCovered('RS-20', { from: '2019-01-01', to: '2019-12-31' }, datasets)).toBe(false);
});

test('of a period the days with data are meant, or all of it without any', () => {
  const period = { from: '2023-03-01', to: '2024-02-29' };
  expect(daysWithData(period, { from: '2024-01-01', to: '2024-02-29' })).toEqual({ from: '2024-01-01', to: '2024-02-29' });
  expect(daysWithData(period, { from: '2020-01-01', to: '2020-02-29' })).toEqual(period);
  expect(daysWithData(period, undefined)).toEqual(period);
});
