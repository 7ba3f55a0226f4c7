import { expect, test } from 'vitest';
import { coverageOf, datasetsHolding } from './dataset-coverage.ts';

const dataset = (slug: string, countries: string[], from: string, to: string) => ({
  slug,
  title: slug,
  description: '',
  synthetic: true,
  killed_includes_suicides: false,
  licence: 'CC0-1.0',
  licence_url: null,
  attribution: '',
  url: null,
  incidents: 1,
  from,
  to,
  countries,
  updated_at: null,
});

test('a dataset of other locations, or without an incident of the filter, does not matter to it', () => {
  const both = [dataset('demo', ['ME', 'RS'], '2014-01-01', '2026-10-31'), dataset('gva', ['US'], '2017-01-01', '2017-12-31')];
  const slugs = (country?: string[], counted?: { value: string }[]) =>
    datasetsHolding(both, country === undefined ? {} : { country }, counted).map(({ slug }) => slug);
  expect(slugs()).toEqual(['demo', 'gva']);
  expect(slugs(['RS'])).toEqual(['demo']);
  expect(slugs(['RS', 'US'])).toEqual(['demo', 'gva']);
  expect(slugs(undefined, [{ value: 'gva' }])).toEqual(['gva']);
});

test('coverage is from the first day of any dataset to the last of any', () => {
  expect(coverageOf([dataset('a', [], '2015-01-01', '2020-01-01'), dataset('b', [], '2014-06-01', '2016-01-01')])).toEqual({
    from: '2014-06-01',
    to: '2020-01-01',
  });
  expect(coverageOf([])).toBeUndefined();
});
